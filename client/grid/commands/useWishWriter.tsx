import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { findFieldSpec } from '../fields.ts';
import type { CellWish } from '../fill/CellWish.ts';
import { describeRefusals } from '../fill/describeRefusals.ts';
import { judgeWishes, type RefusedWish } from '../fill/judgeWishes.ts';
import type { GridTools } from './GridTools.ts';

/** More at once would hold up the page, and not fit into one message to the server. */
const mostAtOnce = 1_000;
/** More reasons than these are counted only. */
const namedReasons = 4;

export type WriteWishes = (wishes: Iterable<CellWish>) => void;

/** Writes what can be written of many cells, as one step of undo, and names what cannot and why. */
export function useWishWriter({
  table,
  grid,
  words,
}: Pick<GridTools, 'table' | 'grid' | 'words'>): WriteWishes {
  const { t } = useTranslation('hands');
  const errorText = useErrorText();
  const language = useLanguage();
  const { structure, session } = useReport();

  const tellRefused = useCallback(
    (refused: readonly RefusedWish[]) => {
      const lines = describeRefusals(refused, {
        reason: errorText,
        rowNumber: ({ row }) => grid.current?.rowNumber(rowKey(row)) ?? '',
        columnTitle: (column) => words.columnTitle(findFieldSpec(table, column)?.field ?? 'organisation'),
      });
      const rest = lines.slice(namedReasons).reduce((sum, { count }) => sum + count, 0);
      notifications.show({
        color: 'yellow',
        title: t('write.refused', { count: refused.length }),
        message: (
          <List size="sm">
            {lines.slice(0, namedReasons).map(({ reason, rows, columns }) => (
              <List.Item key={reason}>
                {t(/^\d+$/.test(rows) ? 'write.lineOfOne' : 'write.line', {
                  rows,
                  columns: columns.join(', '),
                  reason,
                })}
              </List.Item>
            ))}
            {rest > 0 && <List.Item>{t('write.more', { count: rest })}</List.Item>}
          </List>
        ),
      });
    },
    [t, errorText, grid, table, words],
  );

  return useCallback(
    (wishes) => {
      const judged = judgeWishes(wishes, {
        table,
        structure,
        language,
        columnTitle: words.columnTitle,
        choiceLabel: words.choiceLabel,
        canWrite: (organisationId) => session.canWrite(organisationId),
        organisation: words.texts.organisation,
      });
      if (judged.changes.length > mostAtOnce) {
        const edits = judged.changes.map((change) => ({ kind: 'set' as const, ...change }));
        void session.editInSlices(edits).then(({ done, total, end }) => {
          if (end !== 'done')
            notifications.show({ color: 'red', message: t('write.unfinished', { done, total }) });
        });
      } else if (judged.changes.length > 0) session.setCells(judged.changes);
      if (judged.clearedCount > 0)
        notifications.show({
          color: 'yellow',
          message: t('write.indicators', { count: judged.clearedCount }),
        });
      if (judged.refused.length > 0) tellRefused(judged.refused);
    },
    [table, structure, language, words, session, t, tellRefused],
  );
}
