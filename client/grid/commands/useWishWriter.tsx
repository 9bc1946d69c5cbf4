import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { findFieldSpec } from '../fields.ts';
import type { CellWish } from '../fill/CellWish.ts';
import { describeRefusals } from '../fill/describeRefusals.ts';
import { judgeSteps, type RefusedWish } from '../fill/judgeWishes.ts';
import { useWriteContext } from '../useWriteContext.ts';
import type { WorkKind } from '../work/Work.ts';
import type { GridTools } from './GridTools.ts';

/** More reasons than these are counted only. */
const namedReasons = 4;

export type WriteWishes = (wishes: Iterable<CellWish>, kind?: WorkKind) => void;

/** Writes what can be written of many cells, as one step of undo, and names what cannot and why. */
export function useWishWriter({
  table,
  grid,
  words,
  runLong,
}: Pick<GridTools, 'table' | 'grid' | 'words' | 'runLong'>): WriteWishes {
  const { t } = useTranslation('hands');
  const errorText = useErrorText();
  const context = useWriteContext({ table, words });

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
    (wishes, kind = 'fill') =>
      void runLong(kind, async (tools) => {
        const steps = judgeSteps(wishes, {
          ...context,
          organisation: words.texts.organisation,
        });
        const judged = await tools.compute('planning', steps);
        if (judged === null) return;
        const { changes, clearedCount, refused } = judged;
        const edits = changes.map((change) => ({ kind: 'set' as const, ...change }));
        const isWhole = edits.length === 0 || (await tools.write(edits)).end === 'done';
        if (isWhole && clearedCount > 0)
          notifications.show({ color: 'yellow', message: t('write.indicators', { count: clearedCount }) });
        if (refused.length > 0) tellRefused(refused);
      }),
    [context, words, runLong, t, tellRefused],
  );
}
