import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ReaderList } from '#shared/api/comments.ts';
import { foldWords } from '#shared/comments/foldWords.ts';
import type { UserId } from '#shared/model/ids.ts';
import classes from './comments.module.css';

type Reader = ReaderList['readers'][number];

type Props = {
  label: string;
  value: string;
  readers: readonly Reader[];
  autoFocus: boolean;
  error: string | null;
  onChange(text: string): void;
  onChoose(userId: UserId): void;
};

const listed = 8;

/** Plain text, in which the sign @ opens a list of the people who may read it. */
export function MentionField({ label, value, readers, autoFocus, error, onChange, onChoose }: Props) {
  const { t } = useTranslation('comments');
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What is typed after the sign, and where the sign stands; null while no list is open. */
  const [asked, setAsked] = useState<{ start: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  const found = asked === null ? [] : findReaders(readers, asked.query);
  const isOpen = found.length > 0;
  const current = Math.min(active, found.length - 1);

  useEffect(() => {
    // After the panel around it, which takes the focus itself when it appears.
    if (autoFocus) queueMicrotask(() => field.current?.focus());
  }, [autoFocus]);

  const look = () => {
    const caret = field.current?.selectionStart ?? 0;
    const match = /(?:^|[\s(«"'])@([^@\n]{0,40})$/.exec((field.current?.value ?? '').slice(0, caret));
    setAsked(match === null ? null : { start: caret - (match[1] ?? '').length, query: match[1] ?? '' });
    setActive(0);
  };

  const choose = ({ userId, name }: Reader) => {
    const element = field.current;
    if (element === null || asked === null) return;
    const caret = asked.start + asked.query.length;
    const next = asked.start + name.length + 1;
    // At once: the caret would jump under the hands of who types on.
    flushSync(() => {
      onChange(`${value.slice(0, asked.start)}${name} ${value.slice(caret)}`);
      setAsked(null);
    });
    element.setSelectionRange(next, next);
    onChoose(userId);
  };

  const handleKey = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const reader = found[current];
    if (step !== undefined) setActive((current + step + found.length) % found.length);
    else if (event.code === 'Escape') setAsked(null);
    else if ((event.code === 'Enter' || event.code === 'Tab') && !event.ctrlKey && reader) choose(reader);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        size="xs"
        autosize
        minRows={2}
        maxRows={10}
        aria-label={label}
        placeholder={label}
        value={value}
        error={error}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${listId}-${current}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onKeyDown={handleKey}
        onBlur={() => setAsked(null)}
      />
      {isOpen && (
        <ul id={listId} role="listbox" aria-label={t('form.people')} className={classes.people}>
          {found.map((reader, index) => (
            <li
              key={reader.userId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(reader);
              }}
            >
              {reader.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** By the beginning of any word of the name. */
function findReaders(readers: readonly Reader[], query: string): Reader[] {
  const sought = foldWords(query.trimEnd());
  return readers
    .filter(({ name }) => {
      const folded = foldWords(name);
      return folded.startsWith(sought) || folded.includes(` ${sought}`);
    })
    .slice(0, listed);
}
