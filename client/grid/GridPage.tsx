import { Button, Group, Text, useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useErrorText } from '#client/api/useErrorText.ts';
import { buildRowTest, noFilter } from '#client/app/RowFilter.ts';
import { useIsLoaded, usePeople, useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { NewRow } from '#shared/sheet/sheetDocument.ts';
import { normaliseSearch } from './CellTexts.ts';
import { EmptyTable } from './EmptyTable.tsx';
import { CellEditor } from './editors/CellEditor.tsx';
import type { Editing } from './editors/Editing.ts';
import { deviationColumn, mainField, organisationColumn } from './fields.ts';
import classes from './GridPage.module.css';
import { GridToolbar } from './GridToolbar.tsx';
import type { GridCommand } from './gridKeys.ts';
import { type Lock, LockNotice } from './LockNotice.tsx';
import { computeNewOrders } from './newRowOrder.ts';
import { type GridCell, type GridMove, RowGrid } from './RowGrid.ts';
import { readCellFlaw, readCellValue } from './readCell.ts';
import { useGridWords } from './useGridWords.ts';
import { useRowFilter } from './useRowFilter.ts';
import { useStoredDensity } from './useStoredDensity.ts';

/** «Заходи» and «Видатки»: everybody's rows, one's own to edit. */
export function GridPage({ table }: { table: TableKind }) {
  const { t } = useTranslation('grid');
  const { structure, session, rows } = useReport();
  const errorText = useErrorText();
  const people = usePeople();
  const isLoaded = useIsLoaded();
  const scheme = useComputedColorScheme('light');
  const words = useGridWords(structure);
  const [density, setDensity] = useStoredDensity();
  const [filter, setFilter] = useRowFilter();
  const [query] = useSearchParams();
  const [search, setSearch] = useState('');
  const [grid, setGrid] = useState<RowGrid | null>(null);
  const [counts, setCounts] = useState({ shown: 0, all: 0 });
  const [focused, setFocused] = useState<GridCell | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lock, setLock] = useState<Lock | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);

  // Rights and connections decide what may be written, and both are told through the state of saving.
  const saveKind = useSaveState().kind;
  const writable = useMemo(
    () => structure.organisations.filter(({ id }) => saveKind !== 'loading' && session.canWrite(id).allowed),
    [structure, session, saveKind],
  );

  const lockOf = useCallback(
    (cell: GridCell): string | null => {
      const decision = session.canWrite(cell.row.organisationId);
      if (!decision.allowed) {
        const organisation = words.texts.organisation(cell.row.organisationId);
        return errorText(new AppError(decision.reason, { organisation }));
      }
      if (cell.spec !== null) return null;
      if (cell.column === deviationColumn) return t('lock.derived');
      return cell.column === organisationColumn ? t('lock.organisation') : t('lock.number');
    },
    [session, words, errorText, t],
  );

  const open = useCallback(
    (cell: GridCell, isTyped: boolean) => {
      const reason = lockOf(cell);
      if (reason !== null || cell.spec === null) {
        setLock({ cell, reason: reason ?? '' });
        return;
      }
      const { row, column, spec } = cell;
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
      const siblings = session.sheetRows(organisationId, table);
      const neighbour = after?.organisationId === organisationId && after.kind === table ? after : null;
      const [order] = computeNewOrders(siblings, neighbour, 1);
      const id = RowId.parse(createId());
      const [direction] = filter.directions.length === 1 ? filter.directions : [];
      const directionId = direction === undefined || direction === 'none' ? null : direction;
      const [fund = null] = filter.funds.length === 1 ? filter.funds : [];
      const values =
        table === 'activity'
          ? { directionId, indicatorId: filter.indicator }
          : { directionId, fund, kpkvk: filter.kpkvk, kekv: filter.kekv };
      const key: RowKey = `${organisationId}/${id}`;
      grid?.keep(key);
      session.insertRows(organisationId, [{ id, kind: table, order: order ?? 'a0', values } as NewRow]);
      const row = rows.get(key);
      if (row === undefined || grid === null) return;
      const column = directionId === null ? 'directionId' : mainField[table];
      grid.focus(key, column);
      const cell = grid.cellOf(key, column);
      if (cell !== null) open(cell, false);
    },
    [session, table, filter, grid, rows, open],
  );

  const deleteRow = useCallback(
    (row: Row) => {
      if (!session.canWrite(row.organisationId).allowed) return;
      grid?.move(rowKey(row), mainField[table], 'down');
      const restore = session.deleteRows([row]);
      const id = `deleted-${row.id}`;
      notifications.show({
        id,
        message: (
          <Group gap="sm" justify="space-between">
            <Text size="sm">{t('row.deleted')}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                restore();
                notifications.hide(id);
                grid?.focus(rowKey(row), mainField[table]);
              }}
            >
              {t('row.restore')}
            </Button>
          </Group>
        ),
      });
    },
    [session, grid, table, t],
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
          if (cell === null) return false;
          if (lockOf(cell) !== null) {
            open(cell, false);
          } else if (cell.spec !== null) {
            const { field } = cell.spec;
            const { organisationId, id } = cell.row;
            const isEmpty = readCellValue(cell.row, field) === null && readCellFlaw(cell.row, field) === null;
            if (!isEmpty) session.setCells([{ organisationId, rowId: id, field, value: null }]);
          }
          return true;
        case 'insertRow': {
          const own = cell !== null && session.canWrite(cell.row.organisationId).allowed ? cell.row : null;
          const organisationId = own?.organisationId ?? (writable.length === 1 ? writable[0]?.id : undefined);
          if (organisationId !== undefined) addRow(organisationId, own);
          else if (cell !== null) open({ ...cell, spec: null }, false);
          return true;
        }
        case 'deleteRow':
          if (cell === null) return false;
          if (session.canWrite(cell.row.organisationId).allowed) deleteRow(cell.row);
          else open(cell, false);
          return true;
      }
    },
    [session, lock, lockOf, open, writable, addRow, deleteRow],
  );

  const handlers = useRef({ handleCommand, open });
  handlers.current = { handleCommand, open };
  const first = useRef({ structure, words, density });

  useEffect(() => {
    if (element.current === null) return;
    const created = new RowGrid({
      element: element.current,
      table,
      session,
      ...first.current,
      events: {
        onCommand: (command, cell) => handlers.current.handleCommand(command, cell),
        onOpen: (cell) => handlers.current.open(cell, false),
        onFocus: (cell) => {
          setLock(null);
          setFocused(cell);
        },
        onCounts: (shown, all) =>
          setCounts((previous) =>
            previous.shown === shown && previous.all === all ? previous : { shown, all },
          ),
      },
    });
    setGrid(created);
    return () => {
      created.destroy();
      setGrid(null);
    };
  }, [table, session]);

  useEffect(() => grid?.setWords(structure, words), [grid, structure, words]);
  useEffect(() => grid?.setDensity(density), [grid, density]);
  useEffect(() => grid?.setPeople(people), [grid, people]);
  useEffect(() => grid?.setPaused(editing !== null), [grid, editing]);
  useEffect(() => grid?.setWritable(new Set(writable.map(({ id }) => id))), [grid, writable]);

  useEffect(() => {
    const passes = buildRowTest(
      filter,
      structure,
      (organisationId) => session.canWrite(organisationId).allowed,
    );
    const wanted = normaliseSearch(search.trim());
    grid?.setTest((row) => passes(row) && (wanted === '' || words.texts.searchable(row).includes(wanted)));
  }, [grid, filter, structure, session, search, words]);

  // A link to one row puts the focus in it, once it has arrived.
  const wantedRow = query.get('row');
  useEffect(() => {
    if (grid === null || wantedRow === null) return;
    const row = [...rows.all()].find(({ id, kind }) => id === wantedRow && kind === table);
    if (row !== undefined) grid.focus(rowKey(row), mainField[table]);
    else if (isLoaded) notifications.show({ message: t('row.notFound'), color: 'yellow' });
  }, [grid, wantedRow, isLoaded, rows, table, t]);

  // Colleagues see the cell one is in.
  useEffect(() => {
    const cell = editing ?? focused;
    session.setCursor(
      cell === null
        ? null
        : {
            organisationId: cell.row.organisationId,
            table,
            rowId: cell.row.id,
            field: cell.column,
            editing: editing !== null,
          },
    );
  }, [session, table, editing, focused]);
  useEffect(() => () => session.setCursor(null), [session]);

  const closeEditor = (move: GridMove | null) => {
    if (editing !== null && move !== null) grid?.move(rowKey(editing.row), editing.column, move);
    setEditing(null);
  };
  const [firstWritable] = writable;
  const current = focused?.row ?? null;
  const focusedLock = focused === null ? null : lockOf(focused);
  return (
    <div className={classes.page}>
      <h1 className="visually-hidden">{t(`title.${table}`)}</h1>
      <GridToolbar
        table={table}
        filter={filter}
        onFilter={setFilter}
        search={search}
        onSearch={setSearch}
        searchInput={searchInput}
        choiceLabel={words.choiceLabel}
        writable={writable}
        onAdd={(organisationId) => addRow(organisationId, grid?.currentRow() ?? null)}
        canDelete={current !== null && session.canWrite(current.organisationId).allowed}
        onDelete={() => {
          const row = grid?.currentRow() ?? null;
          if (row !== null) deleteRow(row);
        }}
        onUndo={() => session.undo()}
        onRedo={() => session.redo()}
        density={density}
        onDensity={setDensity}
        onEnterGrid={() => grid?.focusFirst()}
      />
      <div className={classes.area} data-ag-theme-mode={scheme}>
        <div ref={element} className={classes.grid} />
        {counts.shown === 0 && (
          <EmptyTable
            table={table}
            allCount={counts.all}
            isLoaded={isLoaded}
            onAdd={firstWritable === undefined ? null : () => addRow(firstWritable.id, null)}
            onPaste={() => undefined}
            onClearFilter={() => {
              setFilter(noFilter);
              setSearch('');
            }}
          />
        )}
      </div>
      <div className={classes.status}>
        <span role="status">
          {counts.shown === counts.all
            ? t('status.rows', { count: counts.all })
            : t('status.shown', { shown: counts.shown, all: counts.all })}
        </span>
        {focusedLock !== null && <span className={classes.statusNote}>{focusedLock}</span>}
        <span className={classes.statusKeys}>{t('status.keys')}</span>
      </div>
      {grid !== null && editing !== null && (
        <CellEditor
          key={`${rowKey(editing.row)}/${editing.column}`}
          grid={grid}
          editing={editing}
          words={words}
          onClose={closeEditor}
        />
      )}
      {grid !== null && lock !== null && (
        <LockNotice
          grid={grid}
          lock={lock}
          text={lock.cell.spec === null ? '' : words.texts.cell(lock.cell.row, lock.cell.spec)}
        />
      )}
    </div>
  );
}
