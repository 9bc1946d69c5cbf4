import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../choices.ts';
import { EditorNotes } from '../conflict/EditorNotes.tsx';
import type { GridMove } from '../GridCell.ts';
import type { CellParse } from '../parseCell.ts';
import { readCellValue } from '../readCell.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { EditorProblemPanel } from './EditorProblemPanel.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { filterOptions, type Option } from './filterOptions.ts';
import { readEditorKey } from './readEditorKey.ts';
import { useCellCommit } from './useCellCommit.ts';
import { useLeaving } from './useLeaving.ts';

/** So many options are passed over by Page Up and Page Down. */
const pageLength = 8;

/** A list with a filter: type to narrow, arrows to move, Enter to take. */
export function ChoiceEditor({ choices, ...props }: EditorProps & { choices: readonly Choice[] }) {
  const { box, editing, label, layout, onTyped } = props;
  const { t } = useTranslation('grid');
  const commit = useCellCommit(props);
  const listId = useId();
  const belowId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  /** What was taken from the list and could not be written yet. */
  const [taken, setTaken] = useState<Option | null>(null);
  const current = readCellValue(editing.row, editing.spec.field);
  const { options } = useMemo(() => filterOptions(choices, filter, t('choice.none')), [choices, filter, t]);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ value }) => value === current),
    ),
  );
  const place = Math.min(active, options.length - 1);
  const chosen = options[place];

  useLayoutEffect(() => input.current?.focus(), []);

  const take = (option: Option | undefined, move: GridMove) => {
    if (option === undefined) return;
    setTaken(option);
    commit.commit({ ok: true, value: option.value }, move);
  };
  const fill = (option: Option | undefined) => {
    if (option === undefined) return;
    setTaken(option);
    commit.fill({ ok: true, value: option.value }, option.value === null ? '' : option.label);
  };
  useLeaving({
    box,
    layout,
    isUnsaved: () => false,
    onPageHide: () => undefined,
    tryLeave: () => {
      // Nothing was taken from the list, so there is nothing to write; what was taken waits for an answer.
      if (commit.problem !== null) return false;
      commit.leave(null);
      return true;
    },
    onTakenAway: () => {
      if (commit.problem !== null && taken !== null) props.onKept(taken.label, commit.problem);
    },
  });

  const handleKey = (event: KeyboardEvent) => {
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageLength,
      PageUp: -pageLength,
    }[event.code];
    if (step !== undefined && !event.altKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(options.length - 1, place + step)));
      return;
    }
    const key = readEditorKey(event.nativeEvent, {
      isLong: false,
      isEntering: false,
      isForm: layout === 'form',
    });
    if (key === null || key.kind === 'today') return;
    event.preventDefault();
    event.stopPropagation();
    if (key.kind === 'cancel') commit.cancel();
    else if (key.kind === 'fill') fill(chosen);
    else if (key.kind === 'commit') take(chosen, key.move);
  };

  const parsed: CellParse = { ok: true, value: taken?.value ?? null };
  return (
    <>
      <div className={classes.lineBox} data-editor>
        <input
          ref={input}
          className={classes.line}
          role="combobox"
          aria-label={label}
          aria-expanded={commit.problem === null}
          aria-controls={commit.problem === null ? listId : undefined}
          aria-autocomplete="list"
          aria-describedby={belowId}
          aria-activedescendant={
            chosen === undefined || commit.problem !== null ? undefined : optionId(listId, chosen)
          }
          placeholder={choices.find(({ value }) => value === current)?.label ?? ''}
          value={filter}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="next"
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setFilter(typed);
            setActive(filterOptions(choices, typed, '').best);
            onTyped();
          }}
          onKeyDown={handleKey}
        />
      </div>
      <div className={classes.below} data-below>
        <div id={belowId}>
          <EditorNotes editor={props} commit={commit} />
        </div>
        {commit.problem === null ? (
          <ChoiceList
            id={listId}
            label={label}
            options={options}
            active={chosen}
            idOf={(option) => optionId(listId, option)}
            onTake={(option) => take(option, 'stay')}
          />
        ) : (
          <EditorProblemPanel
            editor={props}
            problem={commit.problem}
            text={taken === null || taken.value === null ? '' : taken.label}
            parsed={parsed}
            commit={commit}
            onChoose={() => undefined}
            onBack={() => {
              commit.dismiss();
              input.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}

function optionId(listId: string, { value }: Option): string {
  return `${listId}-${value ?? 'none'}`;
}
