import { useComputedColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { AgGridReact } from 'ag-grid-react';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { noFilter, type RowFilter } from '#client/app/RowFilter.ts';
import { CellHistoryPanel } from '#client/history/CellHistoryPanel.tsx';
import { useLockText } from '#client/submission/useLockText.ts';
import { useIsLoaded, usePeople, useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { buildPlainViewState } from '#shared/model/view.ts';
import { useChangesTab } from './changes/useChangesTab.tsx';
import { columnTitleOf } from './columnTitleOf.ts';
import './columns/headerButton.css';
import { useHeaderMenu } from './columns/useHeaderMenu.tsx';
import type { CommandPlace } from './commands/CommandPlace.ts';
import { useGridCommands } from './commands/useGridCommands.ts';
import { useCommentsTab } from './comments/useCommentsTab.tsx';
import { EmptyTable } from './EmptyTable.tsx';
import { CellEditor } from './editors/CellEditor.tsx';
import { findFieldSpec, mainField } from './fields.ts';
import { FindBar } from './find/FindBar.tsx';
import './find/findMarks.css';
import { RefusedList } from './find/RefusedList.tsx';
import { ReplaceLine } from './find/ReplaceLine.tsx';
import { useFind } from './find/useFind.ts';
import { useReplace } from './find/useReplace.ts';
import './findings/findingMarks.css';
import { useFindingFilter } from './findings/FindingFilter.ts';
import { FindingNote } from './findings/FindingNote.tsx';
import { FindingsButton } from './findings/FindingsButton.tsx';
import { FindingsPanel } from './findings/FindingsPanel.tsx';
import { useFindingNote } from './findings/useFindingNote.ts';
import { useFindingsDoor } from './findings/useFindingsDoor.ts';
import { useFindingTools } from './findings/useFindingTools.ts';
import type { GridCell, GridMove } from './GridCell.ts';
import classes from './GridPage.module.css';
import { GridStatus } from './GridStatus.tsx';
import { GridToolbar } from './GridToolbar.tsx';
import { DropOverlay } from './import/drop/DropOverlay.tsx';
import { useFileDrop } from './import/drop/useFileDrop.ts';
import { useImportDialog } from './import/useImportDialog.tsx';
import { useKeyList } from './keys/useKeyList.tsx';
import { LockNotice } from './LockNotice.tsx';
import { useCellMenu } from './menu/useCellMenu.tsx';
import type { PanelTab } from './panel/PanelTab.ts';
import { SidePanel } from './panel/SidePanel.tsx';
import { useCellInSight } from './panel/useCellInSight.ts';
import { usePanel } from './panel/usePanel.ts';
import { PresenceLayer } from './presence/PresenceLayer.tsx';
import type { RowGrid } from './RowGrid.ts';
import './rows/rowDrop.css';
import type { TableLayoutProps } from './TableLayoutProps.ts';
import { useGridWords } from './useGridWords.ts';
import { useRowFilter } from './useRowFilter.ts';
import { useRowGrid } from './useRowGrid.ts';
import { useRowTest } from './useRowTest.ts';
import { useWritable } from './useWritable.ts';
import { useOpenedView } from './views/useOpenedView.ts';
import { useLongWork } from './work/useLongWork.tsx';

/** In a long table rows wait a moment while one types: filtering thousands at each letter would hold the letters up. */
const searchMs = 150;
const longTable = 2_000;

/** «Заходи» and «Видатки»: everybody's rows, one's own to edit. */
export function GridPage({ table, tableView, place }: TableLayoutProps) {
  const { t } = useTranslation(['grid', 'find', 'findings', 'cellHistory']);
  const { structure, session, rows } = useReport();
  const people = usePeople();
  const isLoaded = useIsLoaded();
  const scheme = useComputedColorScheme('light');
  const words = useGridWords(structure);
  const { density } = tableView.state;
  const [filter, setFilter] = useRowFilter();
  const [query] = useSearchParams();
  const [search, setSearch] = useState('');
  const [settledSearch] = useDebouncedValue(search, searchMs);
  const [counts, setCounts] = useState({ shown: 0, all: 0 });
  const wantedText = counts.all > longTable ? settledSearch : search;
  const [focused, setFocused] = useState<GridCell | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const searchInput = useRef<HTMLInputElement>(null);
  const grid = useRef<RowGrid | null>(null);
  /** The same, for the parts that are drawn anew when it comes. */
  const [ready, setReady] = useState<RowGrid | null>(null);

  const writable = useWritable();
  const { readNote } = useLockText();
  const { change: changeView } = tableView;
  const onUngroup = useCallback(() => changeView({ grouping: 'none', collapsed: [] }), [changeView]);
  const imports = useImportDialog({ table, grid, words, writable });
  const drop = useFileDrop(imports.open);
  const panel = usePanel(useCallback(() => goBackTo(grid.current), []));
  const findingFilter = useFindingFilter();
  useFindingsDoor(panel, findingFilter);
  const findingTools = useFindingTools({
    table,
    grid,
    ...findingFilter,
    isListOpen: panel.tab === 'findings',
  });
  const find = useFind({ table, grid: ready, texts: words.texts });
  const { runLong, bar } = useLongWork();
  const replace = useReplace({ table, find, words, runLong });
  const keyList = useKeyList();
  const menu = useCellMenu({
    grid,
    onCommand: (command, place) => actions.handleCommand(command, place),
  });
  const headerMenu = useHeaderMenu({ grid, words });
  const around = {
    ...headerMenu.around,
    onContextMenu(event: MouseEvent) {
      menu.around.onContextMenu(event);
      headerMenu.around.onContextMenu(event);
    },
  };
  const comments = useCommentsTab({ table, created: ready, panel, cell: focused });
  const { open: openPanel } = panel;
  const besideHandlers = useMemo(
    () => ({
      ...findingTools.handlers,
      ...find.handlers,
      ...keyList.handlers,
      ...menu.handlers,
      ...headerMenu.handlers,
      ...comments.handlers,
      cellHistory({ cell }: CommandPlace) {
        if (cell === null) return false;
        openPanel('history');
        return true;
      },
    }),
    [
      findingTools.handlers,
      find.handlers,
      keyList.handlers,
      menu.handlers,
      headerMenu.handlers,
      comments.handlers,
      openPanel,
    ],
  );
  const actions = useGridCommands({
    table,
    grid,
    words,
    filter,
    writable,
    runLong,
    searchInput,
    onImport: () => imports.open(),
    onUngroup,
    beside: besideHandlers,
  });
  const { editing, lock } = actions;
  const { element, options, created } = useRowGrid({
    table,
    words,
    density,
    grid,
    events: {
      onCommand: (command, place) =>
        (command === 'leave' && (note.dismiss() || find.leave())) || actions.handleCommand(command, place),
      onOpen: (cell) => actions.open(cell, false),
      onCopy: actions.tellCopy,
      onFill: actions.fill,
      onPaste: actions.paste,
      forecastDrop: actions.forecastDrop,
      onDropRows: actions.dropRows,
      onFocus: (cell) => {
        actions.clearLock();
        setHasFocus(cell !== null);
        // The tools go on working on the row one came from.
        if (cell === null) return;
        setFocused(cell);
        place.current = rowKey(cell.row);
      },
      onCounts: (shown, all) =>
        setCounts((previous) =>
          previous.shown === shown && previous.all === all ? previous : { shown, all },
        ),
      onFolded: (folded) => tableView.change({ collapsed: [...folded] }),
      onLayout: ({ columns, sort }) => tableView.change({ columns: [...columns], sort: [...sort] }),
    },
  });

  useEffect(() => setReady(created), [created]);
  const changesTab = useChangesTab({ table, grid, created, words, panel });
  const note = useFindingNote({
    grid: created,
    element,
    focused: hasFocus && editing === null && lock === null ? focused : null,
  });

  useCellInSight(created, panel.tab !== null);
  useOpenedView({ table, grid: created, words, tableView, setFilter });
  const filterByHand = (part: Partial<RowFilter>) => {
    setFilter(part);
    tableView.change({ filter: { ...filter, ...part } });
  };

  useEffect(() => created?.drawing.setPeople(people), [created, people]);
  useEffect(() => created?.setPaused(editing !== null), [created, editing]);
  useEffect(() => created?.drawing.setWritable(new Set(writable.map(({ id }) => id))), [created, writable]);
  const test = useRowTest(filter, wantedText, words);
  useEffect(() => created?.setTest(test), [created, test]);

  // A link to one row puts the focus in it, once it has arrived.
  const wantedRow = query.get('row');
  const wantedField = findFieldSpec(table, query.get('field') ?? '')?.field ?? mainField[table];
  useEffect(() => {
    if (created === null || wantedRow === null) return;
    const row = [...rows.all()].find(({ id, kind }) => id === wantedRow && kind === table);
    // Not within the effect: the focus is drawn at once, which React refuses here.
    if (row !== undefined) queueMicrotask(() => created.goTo(rowKey(row), wantedField));
    else if (isLoaded) notifications.show({ message: t('row.notFound'), color: 'yellow' });
  }, [created, wantedRow, wantedField, isLoaded, rows, table, t]);

  // Where another layout of the table has left off.
  useEffect(() => {
    const key = place.current;
    if (created !== null && key !== null && wantedRow === null) {
      queueMicrotask(() => created.focus(key, mainField[table]));
    }
  }, [created, place, wantedRow, table]);

  // Colleagues see the cell one is in.
  useEffect(() => {
    const cell = editing ?? (hasFocus ? focused : null);
    const cursor = cell && {
      organisationId: cell.row.organisationId,
      rowId: cell.row.id,
      field: cell.column,
    };
    session.setCursor(cursor && { ...cursor, table, editing: editing !== null });
  }, [session, table, editing, focused, hasFocus]);
  useEffect(() => () => session.setCursor(null), [session]);

  const closeEditor = (move: GridMove | null) => {
    if (editing !== null && move !== null) grid.current?.move(rowKey(editing.row), editing.column, move);
    actions.setEditing(null);
  };
  const clearFilter = () => {
    filterByHand(noFilter);
    setSearch('');
  };
  const [firstWritable] = writable;
  const canDelete =
    focused !== null &&
    rows.get(rowKey(focused.row)) !== undefined &&
    session.canWrite(focused.row.organisationId).allowed;

  const tabs: PanelTab[] = [
    {
      id: 'findings',
      title: t('findings:list.title'),
      content: (
        <FindingsPanel
          {...findingFilter}
          current={focused && { key: rowKey(focused.row), column: focused.column }}
          onGo={findingTools.go}
        />
      ),
    },
    { id: 'history', title: t('cellHistory:title'), content: <CellHistoryPanel cell={focused} /> },
    comments.tab,
    ...changesTab,
  ];
  if (replace.report !== null && replace.report.refused.length > 0) {
    tabs.push({
      id: 'refused',
      title: t('find:list.title'),
      content: (
        <RefusedList
          refused={replace.report.refused}
          words={words}
          onGo={({ row, column }) => grid.current?.goTo(rowKey(row), column)}
        />
      ),
    });
  }
  const activeTab = tabs.find(({ id }) => id === panel.tab);

  return (
    <div className={classes.page}>
      <title>{`${t(`title.${table}`)} — ${structure.report.title}`}</title>
      <h1 className="visually-hidden">{t(`title.${table}`)}</h1>
      <GridToolbar
        table={table}
        filter={filter}
        onFilter={filterByHand}
        search={search}
        onSearch={setSearch}
        searchInput={searchInput}
        words={words}
        writable={writable}
        grid={created}
        tableView={tableView}
        onOpenView={(view) => {
          setFilter(view.state.filter);
          tableView.open(view.id, view.state);
        }}
        onResetView={() => {
          clearFilter();
          tableView.open(null, buildPlainViewState());
        }}
        focusedColumn={focused?.column ?? null}
        onAdd={(organisationId) => actions.addRow(organisationId, grid.current?.currentRow() ?? null)}
        canDelete={canDelete}
        onDelete={() => {
          const row = grid.current?.currentRow() ?? null;
          if (row !== null) actions.deleteRows([row]);
        }}
        onEnterGrid={() => grid.current?.focusFirst()}
        onImport={() => imports.open()}
        onUndo={actions.undo}
        onRedo={actions.redo}
      >
        <FindingsButton
          {...findingFilter}
          isOpen={panel.tab === 'findings'}
          onToggle={() => (panel.tab === 'findings' ? panel.close() : panel.open('findings'))}
        />
      </GridToolbar>
      {/* Always there, so that the table keeps its row of the page. */}
      <div>
        {find.mode !== null && (
          <FindBar
            find={find}
            columns={(ready?.columns() ?? []).map((id) => ({ id, title: columnTitleOf(table, id, words) }))}
            canReplace={writable.length > 0}
            onShowHidden={clearFilter}
          >
            <ReplaceLine find={find} replace={replace} onShowRefused={() => panel.open('refused')} />
          </FindBar>
        )}
      </div>
      <div className={classes.middle}>
        <div className={`ag-theme-mode ${classes.area}`} data-ag-theme-mode={scheme} {...drop.handlers}>
          <div ref={element} className={classes.grid} {...around}>
            <AgGridReact key={table} {...options} />
          </div>
          {created !== null && <PresenceLayer key={table} grid={created} />}
          {counts.shown === 0 && (
            <EmptyTable
              table={table}
              allCount={counts.all}
              isLoaded={isLoaded}
              onAdd={firstWritable === undefined ? null : () => actions.addRow(firstWritable.id, null)}
              onClearFilter={clearFilter}
            />
          )}
          {drop.isOver && <DropOverlay isWritable={firstWritable !== undefined} />}
        </div>
        {activeTab !== undefined && (
          <SidePanel active={activeTab.id} onActive={panel.open} onClose={panel.close} tabs={tabs} />
        )}
      </div>
      {imports.dialog}
      {keyList.dialog}
      {menu.menu}
      {headerMenu.menu}
      <GridStatus
        onKeys={keyList.open}
        grid={created}
        counts={counts}
        note={focused === null ? null : (actions.lockOf(focused) ?? readNote(focused.row.organisationId))}
      />
      {created !== null && editing !== null && (
        <CellEditor
          key={`${rowKey(editing.row)}/${editing.column}`}
          grid={created}
          editing={editing}
          words={words}
          onClose={closeEditor}
          onFill={(typed) => actions.fillTyped(editing, typed)}
        />
      )}
      {created !== null && note.shown !== null && (
        <FindingNote
          key={`${rowKey(note.shown.cell.row)}/${note.shown.cell.column}`}
          grid={created}
          {...note.shown}
          onHover={note.setHovered}
        />
      )}
      {actions.pastePreview}
      {bar}
      {created !== null && lock !== null && (
        <LockNotice
          grid={created}
          lock={lock}
          text={lock.cell.spec?.kind === 'long' ? words.texts.cell(lock.cell.row, lock.cell.spec) : ''}
        />
      )}
    </div>
  );
}

/** Where one was in the table, or its first cell. */
function goBackTo(grid: RowGrid | null): void {
  const cell = grid?.focusedCell() ?? null;
  if (cell === null || !grid?.focus(cell.key, cell.column)) grid?.focusFirst();
}
