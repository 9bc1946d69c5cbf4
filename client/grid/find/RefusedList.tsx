import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { columnTitleOf } from '../columnTitleOf.ts';
import { organisationColumn } from '../fields.ts';
import findingClasses from '../findings/findings.module.css';
import { useListFocus } from '../findings/useListFocus.ts';
import type { GridWords } from '../GridWords.ts';
import type { RefusedCell } from './planReplace.ts';

const pageSize = 100;

type Props = {
  refused: readonly RefusedCell[];
  words: GridWords;
  onGo(cell: RefusedCell): void;
};

/** Cells in which nothing was replaced, each with what it holds, what it would hold, and why it does not. */
export function RefusedList({ refused, words, onGo }: Props) {
  const { t } = useTranslation('find');
  const [limit, setLimit] = useState(pageSize);
  const list = useListFocus<HTMLDivElement>();
  return (
    <div ref={list} className={findingClasses.items}>
      {refused.length === 0 && <p className={findingClasses.empty}>{t('list.none')}</p>}
      <ul className={findingClasses.rows}>
        {refused.slice(0, limit).map((cell) => (
          <RefusedItem key={`${rowKey(cell.row)}/${cell.column}`} cell={cell} words={words} onGo={onGo} />
        ))}
      </ul>
      {refused.length > limit && (
        <Button size="compact-sm" variant="default" m={12} onClick={() => setLimit(limit + pageSize)}>
          {t('list.more', { count: Math.min(pageSize, refused.length - limit) })}
        </Button>
      )}
    </div>
  );
}

function RefusedItem({ cell, words, onGo }: { cell: RefusedCell } & Pick<Props, 'words' | 'onGo'>) {
  const { t } = useTranslation(['find', 'grid']);
  const errorText = useErrorText();
  const { row, column, kind, error, before, after } = cell;
  const reason =
    error !== null
      ? errorText(error)
      : kind === 'unfit'
        ? t('list.unreadable')
        : column === organisationColumn
          ? t('grid:lock.organisation')
          : t('grid:lock.derived');
  return (
    <li>
      <button type="button" className={findingClasses.item} data-plain onClick={() => onGo(cell)}>
        <span className={findingClasses.text}>{reason}</span>
        <span className={findingClasses.change}>{before}</span>
        {kind === 'unfit' && error !== null && (
          <span className={findingClasses.change}>
            {t('list.becomes', { text: after === '' ? t('list.empty') : after })}
          </span>
        )}
        <span
          className={findingClasses.place}
        >{`${words.texts.organisation(row.organisationId)} · ${columnTitleOf(row.kind, column, words)}`}</span>
      </button>
    </li>
  );
}
