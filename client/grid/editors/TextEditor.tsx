import { ActionIcon } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Period, periodBounds } from '#shared/model/period.ts';
import type { GridMove } from '../GridCell.ts';
import { readCellValue } from '../readCell.ts';
import { EditorProblemPanel } from './EditorProblemPanel.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { readEditorKey } from './readEditorKey.ts';
import { useCellCommit } from './useCellCommit.ts';
import { useLeaving } from './useLeaving.ts';

/** One line or many: money, counts, dates, codes, links and words. */
export function TextEditor(props: EditorProps) {
  const { box, editing, label, initialText, parse, onTakenAway } = props;
  const { t } = useTranslation('grid');
  const commit = useCellCommit(props);
  const problemId = useId();
  const hintId = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [text, setText] = useState(editing.isTyped ? '' : initialText);
  const { kind } = editing.spec;
  const isLong = kind === 'long';

  // Before the browser puts the first letter in, so that it goes here.
  useLayoutEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const finish = (typed: string, move: GridMove | null): boolean => {
    // Untouched is unchanged, also where what stands there would not be accepted today.
    if (typed !== initialText) return commit.commit(parse(typed), move);
    commit.leave(move);
    return true;
  };

  useLeaving({
    box,
    tryLeave: () => finish(text, null),
    onTakenAway: () => {
      if (!commit.isClosed() && text !== initialText && text !== '') onTakenAway(text);
    },
  });

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (isLong && event.code === 'Enter' && event.altKey) {
      event.preventDefault();
      insertNewLine(input.current, setText);
      return;
    }
    if (
      event.code === 'ArrowDown' &&
      commit.problem?.kind === 'invalid' &&
      commit.problem.choices.length > 0
    ) {
      event.preventDefault();
      document.getElementById(problemId)?.querySelector('button')?.focus();
      return;
    }
    const key = readEditorKey(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'cancel') commit.cancel();
    else finish(text, key.commit);
  };

  const field = {
    ref: input,
    value: text,
    'aria-label': label,
    'aria-invalid': commit.problem?.kind === 'invalid' || undefined,
    'aria-describedby': commit.problem === null ? (isLong ? hintId : undefined) : problemId,
    onChange: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      if (commit.problem?.kind === 'invalid') commit.dismiss();
    },
    onKeyDown: handleKey,
    spellCheck: isLong,
    autoComplete: 'off',
  };

  return (
    <>
      {isLong ? (
        <div className={classes.longBox}>
          <textarea {...field} className={classes.long} rows={6} maxLength={10_000} />
          <p id={hintId} className={classes.longHint}>
            {t('edit.longHint')}
          </p>
        </div>
      ) : (
        <div className={classes.lineBox}>
          <input
            {...field}
            className={
              kind === 'money' || kind === 'count' ? `${classes.line} ${classes.right}` : classes.line
            }
            inputMode={kind === 'money' ? 'decimal' : kind === 'count' ? 'numeric' : 'text'}
          />
          {kind === 'period' && (
            <DayPicker
              value={readCellValue(editing.row, editing.spec.field)}
              onPick={(day) => {
                setText(day);
                input.current?.focus();
              }}
            />
          )}
        </div>
      )}
      {commit.problem !== null && (
        <EditorProblemPanel
          id={problemId}
          problem={commit.problem}
          text={text}
          commit={commit}
          onChoose={(choice) => {
            setText(choice);
            commit.commit(parse(choice), 'down');
          }}
          onBack={() => {
            commit.dismiss();
            input.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** The browser's own calendar, for a single day; spans are typed. */
function DayPicker({ value, onPick }: { value: string | number | null; onPick(day: string): void }) {
  const { t } = useTranslation('grid');
  const input = useRef<HTMLInputElement>(null);
  const period = Period.safeParse(value);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        tabIndex={-1}
        aria-label={t('edit.calendar')}
        onClick={() => input.current?.showPicker()}
      >
        <IconCalendar size={16} aria-hidden />
      </ActionIcon>
      <input
        ref={input}
        className={classes.hiddenDate}
        type="date"
        tabIndex={-1}
        aria-hidden
        defaultValue={period.success ? periodBounds(period.data).start : undefined}
        onChange={(event) => {
          const [year, month, day] = event.currentTarget.value.split('-');
          if (year && month && day) onPick(`${day}.${month}.${year}`);
        }}
      />
    </>
  );
}

function insertNewLine(area: HTMLTextAreaElement | null, setText: (text: string) => void): void {
  if (area === null) return;
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  setText(area.value);
}
