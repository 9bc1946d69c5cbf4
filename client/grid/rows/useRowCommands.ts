import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import type { GridTools } from '../commands/GridTools.ts';
import type { EditingActions } from '../commands/useEditing.ts';
import { mainField } from '../fields.ts';
import { buildNewRows, computeNewOrders } from '../newRows.ts';
import { readSelectedRows } from './readSelectedRows.ts';
import { showRowsDeleted } from './showRowsDeleted.tsx';
import { type RowMoves, useMoveRows } from './useMoveRows.tsx';

export type RowActions = {
  /** One row after this one, or at the end, open for typing. */
  addRow(organisationId: OrganisationId, after: Row | null): void;
  deleteRows(rows: readonly Row[]): void;
  forecastDrop: RowMoves['forecast'];
  dropRows: RowMoves['drop'];
  handlers: Pick<
    CommandHandlers,
    'insertRow' | 'insertAbove' | 'duplicateRows' | 'deleteRow' | 'moveRows' | 'foldAll'
  >;
};

type Options = GridTools & { onUngroup(): void };

/** Adding, duplicating, deleting and moving rows, by keys and by buttons. */
export function useRowCommands(
  { table, grid, words, filter, writable, onUngroup }: Options,
  { open }: Pick<EditingActions, 'open'>,
): RowActions {
  const { t } = useTranslation('rows');
  const { session } = useReport();
  const moves = useMoveRows({ table, grid, words, onUngroup });

  const insert = useCallback(
    (organisationId: OrganisationId, place: { after: Row | null; before?: Row }, count: number) => {
      const rows = Array.from({ length: count }, () => ({ id: RowId.parse(createId()), values: {} }));
      const siblings = session.sheetRows(organisationId, table);
      for (const { id } of rows) grid.current?.keep(`${organisationId}/${id}`);
      session.insertRows(organisationId, buildNewRows({ table, siblings, ...place, filter, rows }));
      const [first] = rows;
      if (first === undefined) return;
      const key: RowKey = `${organisationId}/${first.id}`;
      const column = filter.directions.length === 1 ? mainField[table] : 'directionId';
      grid.current?.focus(key, column);
      const cell = grid.current?.cellOf(key, column) ?? null;
      if (cell !== null && count === 1) open(cell, false);
    },
    [session, table, filter, grid, open],
  );
  const addRow = useCallback<RowActions['addRow']>(
    (organisationId, after) => insert(organisationId, { after }, 1),
    [insert],
  );

  const nameOwners = useCallback(
    (rows: readonly Row[]) =>
      [...new Set(rows.map(({ organisationId }) => words.texts.organisation(organisationId)))].join(', '),
    [words],
  );
  const split = useCallback(
    (rows: readonly Row[]) => {
      const isOwn = (row: Row) => session.canWrite(row.organisationId).allowed;
      return { own: rows.filter(isOwn), kept: rows.filter((row) => !isOwn(row)) };
    },
    [session],
  );
  const refuse = useCallback(
    (rows: readonly Row[]) =>
      notifications.show({
        color: 'yellow',
        title: t('refusedTitle'),
        message: t('allKept', { organisations: nameOwners(rows) }),
      }),
    [t, nameOwners],
  );

  const deleteRows = useCallback<RowActions['deleteRows']>(
    (rows) => {
      const { own, kept } = split(rows);
      const last = own.at(-1);
      if (last === undefined) {
        refuse(kept);
        return;
      }
      grid.current?.move(rowKey(last), mainField[table], 'down');
      showRowsDeleted({
        rows: own,
        restore: session.deleteRows(own),
        kept: kept.length === 0 ? null : t('kept', { count: kept.length, organisations: nameOwners(kept) }),
        onRestored: () => grid.current?.focus(rowKey(last), mainField[table]),
      });
    },
    [split, refuse, grid, table, session, t, nameOwners],
  );

  const duplicate = useCallback(
    (rows: readonly Row[]) => {
      const { own, kept } = split(rows);
      if (own.length === 0) {
        refuse(kept);
        return;
      }
      const edits: ReportEdit[] = [];
      let first: RowKey | null = null;
      let flawCount = 0;
      for (const [organisationId, group] of Map.groupBy(own, (row) => row.organisationId)) {
        const siblings = session.sheetRows(organisationId, table);
        const originals = siblings.filter(({ id }) => group.some((row) => row.id === id));
        const orders = computeNewOrders(siblings, originals.at(-1) ?? null, originals.length);
        for (const [index, original] of originals.entries()) {
          const id = RowId.parse(createId());
          const key: RowKey = `${organisationId}/${id}`;
          const order = orders[index] ?? '';
          grid.current?.keep(key);
          first ??= key;
          flawCount += Object.keys(original.flaws).length;
          const { kind, values } = original;
          const row = kind === 'activity' ? { id, kind, order, values } : { id, kind, order, values };
          edits.push({ kind: 'insert', organisationId, row });
        }
      }
      session.edit(edits);
      if (first !== null) grid.current?.focus(first, mainField[table]);
      const lines: string[] = [t('duplicated', { count: edits.length })];
      if (flawCount > 0) lines.push(t('flawsLeft', { count: flawCount }));
      if (kept.length > 0) lines.push(t('kept', { count: kept.length, organisations: nameOwners(kept) }));
      notifications.show({ message: lines.join(' ') });
    },
    [split, refuse, session, table, grid, t, nameOwners],
  );

  const handlers = useMemo<RowActions['handlers']>(
    () => ({
      insertRow(place) {
        const { cell } = place;
        const own = cell !== null && session.canWrite(cell.row.organisationId).allowed ? cell.row : null;
        const [only, ...others] = writable;
        const organisationId = own?.organisationId ?? (others.length === 0 ? only?.id : undefined);
        if (organisationId !== undefined) {
          const selected = readSelectedRows(place).filter((row) => row.organisationId === organisationId);
          const after = own === null ? null : (selected.at(-1) ?? own);
          insert(organisationId, { after }, Math.max(1, own === null ? 1 : selected.length));
        } else if (cell !== null) open(cell, false);
        return true;
      },
      insertAbove(place) {
        const { cell } = place;
        if (cell === null) return false;
        const { organisationId } = cell.row;
        const selected = readSelectedRows(place).filter((row) => row.organisationId === organisationId);
        if (!session.canWrite(organisationId).allowed) open(cell, false);
        else
          insert(
            organisationId,
            { after: null, before: selected[0] ?? cell.row },
            Math.max(1, selected.length),
          );
        return true;
      },
      duplicateRows(place) {
        if (place.cell !== null) duplicate(readSelectedRows(place));
        return place.cell !== null;
      },
      deleteRow(place) {
        if (place.cell === null) return false;
        const rows = readSelectedRows(place);
        // One foreign row says so in its cell, as any other key does there.
        if (rows.length === 1 && !session.canWrite(place.cell.row.organisationId).allowed)
          open(place.cell, false);
        else deleteRows(rows);
        return true;
      },
      moveRows(place) {
        if (place.cell !== null) {
          moves.step(readSelectedRows(place), place.code === 'ArrowUp' ? 'up' : 'down');
        }
        return place.cell !== null;
      },
      foldAll: ({ code }) => grid.current?.foldAll(code === 'ArrowLeft') === true,
    }),
    [session, writable, grid, insert, duplicate, deleteRows, moves, open],
  );

  return useMemo(
    () => ({ addRow, deleteRows, forecastDrop: moves.forecast, dropRows: moves.drop, handlers }),
    [addRow, deleteRows, moves, handlers],
  );
}
