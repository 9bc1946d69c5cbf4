import { notifications } from '@mantine/notifications';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import type { RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { ChoiceLabel } from './CellTexts.ts';
import type { Editing } from './editors/Editing.ts';
import { deviationColumn, mainField, organisationColumn } from './fields.ts';
import type { GridWords } from './GridWords.ts';
import type { GridCommand } from './gridKeys.ts';
import type { Lock } from './LockNotice.tsx';
import { buildNewRows } from './newRows.ts';
import { buildPaste } from './paste/buildPaste.ts';
import { parseTsv } from './paste/parseTsv.ts';
import { RowDeletedNotice } from './RowDeletedNotice.tsx';
import type { GridCell, RowGrid } from './RowGrid.ts';
import { readCellFlaw, readCellValue } from './readCell.ts';

/** More at once is an import, and would not fit into one message to the server. */
const pasteLimit = 1_000;

type Options = {
  table: TableKind;
  grid: RefObject<RowGrid | null>;
  words: GridWords & { choiceLabel: ChoiceLabel };
  filter: RowFilter;
  writable: readonly Organisation[];
  searchInput: RefObject<HTMLInputElement | null>;
};

export type GridActions = {
  editing: Editing | null;
  setEditing(editing: Editing | null): void;
  /** Why the last cell did not open; null when there is nothing to say. */
  lock: Lock | null;
  clearLock(): void;
  /** Why the cell cannot be changed, in words; null when it can. */
  lockOf(cell: GridCell): string | null;
  open(cell: GridCell, isTyped: boolean): void;
  addRow(organisationId: OrganisationId, after: Row | null): void;
  deleteRow(row: Row): void;
  paste(text: string, cell: GridCell): void;
  handleCommand(command: GridCommand, cell: GridCell | null): boolean;
};

/** What a person does to the table, by keys or by buttons. */
export function useGridActions({ table, grid, words, filter, writable, searchInput }: Options): GridActions {
  const { t } = useTranslation('grid');
  const errorText = useErrorText();
  const { structure, session } = useReport();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lock, setLock] = useState<Lock | null>(null);

  const lockOf = useCallback(
    ({ row, column, spec }: GridCell): string | null => {
      const decision = session.canWrite(row.organisationId);
      if (!decision.allowed) {
        const organisation = words.texts.organisation(row.organisationId);
        return errorText(new AppError(decision.reason, { organisation }));
      }
      if (spec !== null) return null;
      if (column === deviationColumn) return t('lock.derived');
      return column === organisationColumn ? t('lock.organisation') : t('lock.number');
    },
    [session, words, errorText, t],
  );

  const open = useCallback(
    (cell: GridCell, isTyped: boolean) => {
      const reason = lockOf(cell);
      const { row, column, spec } = cell;
      if (reason !== null || spec === null) {
        setLock({ cell, reason: reason ?? '' });
        return;
      }
      // In one go: the key that opened it is typed into it when this handler returns.
      flushSync(() => {
        setLock(null);
        setEditing({ row, column, spec, isTyped });
      });
    },
    [lockOf],
  );

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

  const paste = useCallback(
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
      session.paste(plan.cells, organisationId, newRows);
      const count = plan.cells.length + plan.newRows.flatMap((values) => Object.values(values)).length;
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

  const clear = useCallback(
    (cell: GridCell) => {
      if (cell.spec === null || lockOf(cell) !== null) {
        open(cell, false);
        return;
      }
      const { field } = cell.spec;
      const { organisationId, id } = cell.row;
      const isEmpty = readCellValue(cell.row, field) === null && readCellFlaw(cell.row, field) === null;
      if (!isEmpty) session.setCells([{ organisationId, rowId: id, field, value: null }]);
    },
    [session, lockOf, open],
  );

  const handleCommand = useCallback(
    ({ command }: GridCommand, cell: GridCell | null): boolean => {
      setLock(null);
      switch (command) {
        case 'undo':
          session.undo();
          return true;
        case 'redo':
          session.redo();
          return true;
        case 'leave':
          if (lock === null) searchInput.current?.focus();
          return true;
        case 'edit':
        case 'type':
          if (cell !== null) open(cell, command === 'type');
          return cell !== null;
        case 'clear':
          if (cell !== null) clear(cell);
          return cell !== null;
        case 'insertRow': {
          const own = cell !== null && session.canWrite(cell.row.organisationId).allowed ? cell.row : null;
          const [only, ...others] = writable;
          const organisationId = own?.organisationId ?? (others.length === 0 ? only?.id : undefined);
          if (organisationId !== undefined) addRow(organisationId, own);
          else if (cell !== null) open(cell, false);
          return true;
        }
        case 'deleteRow':
          if (cell === null) return false;
          if (session.canWrite(cell.row.organisationId).allowed) deleteRow(cell.row);
          else open(cell, false);
          return true;
      }
    },
    [session, lock, open, clear, writable, addRow, deleteRow, searchInput],
  );

  const clearLock = useCallback(() => setLock(null), []);
  return useMemo(
    () => ({ editing, setEditing, lock, clearLock, lockOf, open, addRow, deleteRow, paste, handleCommand }),
    [editing, lock, clearLock, lockOf, open, addRow, deleteRow, paste, handleCommand],
  );
}
