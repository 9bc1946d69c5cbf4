import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normaliseSearch } from '../CellTexts.ts';
import type { Choice } from '../choices.ts';
import type { GridMove } from '../GridCell.ts';
import { readCellValue } from '../readCell.ts';
import { EditorProblemPanel } from './EditorProblemPanel.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { readEditorKey } from './readEditorKey.ts';
import { useCellCommit } from './useCellCommit.ts';
import { useLeaving } from './useLeaving.ts';

type Option = { value: string | null; label: string; group?: string };

/** A list with a filter: type to narrow, arrows to move, Enter to take. */
export function ChoiceEditor({ choices, ...props }: EditorProps & { choices: readonly Choice[] }) {
  const { box, editing, label } = props;
  const { t } = useTranslation('grid');
  const commit = useCellCommit(props);
  const listId = useId();
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [filter, setFilter] = useState('');
  const current = readCellValue(editing.row, editing.spec.field);
  const options = useMemo(() => {
    const wanted = normaliseSearch(filter.trim());
    // The empty value is not what somebody who types a name is after.
    const all: Option[] = [{ value: null, label: t('choice.none') }, ...choices];
    return wanted === '' ? all : choices.filter((option) => normaliseSearch(option.label).includes(wanted));
  }, [choices, filter, t]);
  const [active, setActive] = useState(() =>
    Math.max(0, choices.findIndex(({ value }) => value === current) + 1),
  );
  const chosen = options[Math.min(active, options.length - 1)];

  useLayoutEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const take = (option: Option | undefined, move: GridMove) => {
    if (option !== undefined) commit.commit({ ok: true, value: option.value }, move);
  };
  useLeaving({
    box,
    tryLeave: () => {
      // Nothing was taken from the list, so there is nothing to write.
      commit.leave(null);
      return true;
    },
    onTakenAway: () => undefined,
  });

  const handleKey = (event: KeyboardEvent) => {
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      const step = event.code === 'ArrowDown' ? 1 : -1;
      setActive((place) =>
        Math.max(0, Math.min(options.length - 1, Math.min(place, options.length - 1) + step)),
      );
      return;
    }
    const key = readEditorKey(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'cancel') commit.cancel();
    else take(chosen, key.commit);
  };

  return (
    <>
      <div className={classes.lineBox}>
        <input
          ref={input}
          className={classes.line}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : optionId(listId, chosen)}
          placeholder={choices.find(({ value }) => value === current)?.label ?? ''}
          value={filter}
          autoComplete="off"
          onChange={(event) => {
            setFilter(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={handleKey}
        />
      </div>
      {commit.problem === null ? (
        <ul ref={list} id={listId} className={classes.list} role="listbox" aria-label={label}>
          {options.map((option, index) => (
            <OptionLine
              key={option.value ?? ''}
              id={optionId(listId, option)}
              option={option}
              heading={
                option.group !== undefined && option.group !== options[index - 1]?.group ? option.group : null
              }
              isActive={option === chosen}
              onTake={() => take(option, 'stay')}
            />
          ))}
          {options.length === 0 && (
            <li className={classes.noMatch} role="option" aria-selected="false" aria-disabled="true">
              {t('choice.noMatch')}
            </li>
          )}
        </ul>
      ) : (
        <EditorProblemPanel
          id={problemId}
          problem={commit.problem}
          text={chosen?.label ?? ''}
          commit={commit}
          onChoose={() => undefined}
          onBack={() => {
            commit.dismiss();
            input.current?.focus();
          }}
        />
      )}
    </>
  );
}

function optionId(listId: string, { value }: Option): string {
  return `${listId}-${value ?? 'none'}`;
}

type OptionLineProps = {
  id: string;
  option: Option;
  heading: string | null;
  isActive: boolean;
  onTake(): void;
};

function OptionLine({ id, option, heading, isActive, onTake }: OptionLineProps) {
  return (
    <>
      {heading !== null && (
        <li className={classes.group} role="presentation">
          {heading}
        </li>
      )}
      {/* Keys are the input's: the list only shows where they lead. */}
      <li
        id={id}
        className={option.value === null ? `${classes.option} ${classes.none}` : classes.option}
        role="option"
        aria-selected={isActive}
        onMouseDown={(event) => {
          event.preventDefault();
          onTake();
        }}
      >
        {option.label}
      </li>
    </>
  );
}
