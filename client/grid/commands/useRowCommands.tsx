import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { mainField } from '../fields.ts';
import { buildNewRows } from '../newRows.ts';
import { RowDeletedNotice } from '../RowDeletedNotice.tsx';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { GridTools } from './GridTools.ts';
import type { EditingActions } from './useEditing.ts';

export type RowActions = {
  addRow(organisationId: OrganisationId, after: Row | null): void;
  deleteRow(row: Row): void;
  handlers: Pick<CommandHandlers, 'insertRow' | 'deleteRow'>;
};

/** Adding and deleting rows, by keys and by buttons. */
export function useRowCommands(
  { table, grid, filter, writable }: GridTools,
  { open }: Pick<EditingActions, 'open'>,
): RowActions {
  const { session } = useReport();

  const addRow = useCallback(
    (organisationId: OrganisationId, after: Row | null) => {
      const id = RowId.parse(createId());
      const key: RowKey = `${organisationId}/${id}`;
      const siblings = session.sheetRows(organisationId, table);
      grid.current?.keep(key);
      session.insertRows(
        organisationId,
        buildNewRows({ table, siblings, after, filter, rows: [{ id, values: {} }] }),
      );
      const column = filter.directions.length === 1 ? mainField[table] : 'directionId';
      grid.current?.focus(key, column);
      const cell = grid.current?.cellOf(key, column) ?? null;
      if (cell !== null) open(cell, false);
    },
    [session, table, filter, grid, open],
  );

  const deleteRow = useCallback(
    (row: Row) => {
      if (!session.canWrite(row.organisationId).allowed) return;
      grid.current?.move(rowKey(row), mainField[table], 'down');
      const restore = session.deleteRows([row]);
      const id = `deleted-${row.id}`;
      const bringBack = () => {
        restore();
        notifications.hide(id);
        grid.current?.focus(rowKey(row), mainField[table]);
      };
      notifications.show({ id, message: <RowDeletedNotice onRestore={bringBack} /> });
    },
    [session, grid, table],
  );

  const handlers = useMemo<RowActions['handlers']>(
    () => ({
      insertRow({ cell }) {
        const own = cell !== null && session.canWrite(cell.row.organisationId).allowed ? cell.row : null;
        const [only, ...others] = writable;
        const organisationId = own?.organisationId ?? (others.length === 0 ? only?.id : undefined);
        if (organisationId !== undefined) addRow(organisationId, own);
        else if (cell !== null) open(cell, false);
        return true;
      },
      deleteRow({ cell }) {
        if (cell === null) return false;
        if (session.canWrite(cell.row.organisationId).allowed) deleteRow(cell.row);
        else open(cell, false);
        return true;
      },
    }),
    [session, writable, addRow, deleteRow, open],
  );

  return useMemo(() => ({ addRow, deleteRow, handlers }), [addRow, deleteRow, handlers]);
}
