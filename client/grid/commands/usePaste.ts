import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import { createId, RowId } from '#shared/model/ids.ts';
import type { GridCell } from '../GridCell.ts';
import { buildNewRows } from '../newRows.ts';
import { buildPaste } from '../paste/buildPaste.ts';
import { parseTsv } from '../paste/parseTsv.ts';
import type { GridTools } from './GridTools.ts';

/** More at once is an import, and would not fit into one message to the server. */
const pasteLimit = 1_000;

/** Writes a block of text from the clipboard, from this cell on, and says what did not fit. */
export function usePaste({
  table,
  grid,
  words,
  filter,
}: Omit<GridTools, 'writable'>): (text: string, cell: GridCell) => void {
  const { t } = useTranslation(['grid', 'hands']);
  const errorText = useErrorText();
  const { structure, session } = useReport();
  return useCallback(
    (text: string, cell: GridCell) => {
      const block = parseTsv(text);
      if (block.length > pasteLimit) {
        notifications.show({
          color: 'red',
          title: t('paste.refusedTitle'),
          message: t('paste.tooMany', { count: block.length, limit: pasteLimit }),
        });
        return;
      }
      const place = grid.current?.blockFrom(cell, block.length) ?? { columns: [], rows: [] };
      const plan = buildPaste(block, {
        table,
        structure,
        ...place,
        mayWrite: (organisationId) => session.canWrite(organisationId).allowed,
        columnTitle: words.columnTitle,
        choiceLabel: words.choiceLabel,
      });
      const { organisationId } = cell.row;
      const rows = plan.newRows.map((values) => ({ id: RowId.parse(createId()), values }));
      for (const { id } of rows) grid.current?.keep(`${organisationId}/${id}`);
      const siblings = session.sheetRows(organisationId, table);
      const newRows = buildNewRows({ table, siblings, after: null, filter, rows });
      const count = plan.cells.length + plan.newRows.flatMap((values) => Object.values(values)).length;
      const cut = grid.current?.takeCut(text) ?? null;
      // Nothing is taken from where it was unless all of it has come to where it goes.
      const isMoved = cut !== null && plan.refused.length === 0 && count >= cut.fieldCount;
      const emptied = isMoved ? cut.buildChanges(plan.cells, (row) => session.rows.get(rowKey(row))) : null;
      session.edit([
        ...newRows.map((row) => ({ kind: 'insert' as const, organisationId, row })),
        ...[...plan.cells, ...(emptied?.changes ?? [])].map((cell) => ({ kind: 'set' as const, ...cell })),
      ]);
      if (cut !== null && emptied === null)
        notifications.show({ color: 'yellow', message: t('hands:cut.kept') });
      if (emptied !== null && emptied.changedCount > 0)
        notifications.show({
          color: 'yellow',
          message: t('hands:cut.changed', { count: emptied.changedCount }),
        });
      if (count > 1) notifications.show({ message: t('paste.done', { count }) });
      if (plan.refused.length > 0) {
        const lines = plan.refused.map(({ line, column, error }) =>
          t('paste.line', { row: line, column, error: errorText(error) }),
        );
        showKeptText({
          title: t('paste.refusedTitle'),
          explanation: t('paste.refused', { count: plan.refused.length }),
          text: lines.join('\n'),
        });
      }
    },
    [grid, table, structure, session, words, filter, t, errorText],
  );
}
