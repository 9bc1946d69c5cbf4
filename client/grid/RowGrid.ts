import type { GridApi } from 'ag-grid-community';
import type { FindingFeed } from '#client/sync/FindingFeed.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Signal } from '#client/sync/Signal.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Grouping } from '#shared/model/view.ts';
import { CellDrawing } from './cells/CellDrawing.ts';
import type { CutCells } from './clipboard/CutCells.ts';
import type { CopyOutcome } from './clipboard/listenToClipboard.ts';
import { ColumnLayout, type Layout } from './columns/ColumnLayout.ts';
import { listenToColumns } from './columns/listenToColumns.ts';
import type { CommandPlace } from './commands/CommandPlace.ts';
import { listSummedFields, mainField, numberColumn } from './fields.ts';
import type { DraggedFill } from './fill/planFill.ts';
import type { GridCell, GridMove } from './GridCell.ts';
import { GridHands } from './GridHands.ts';
import { type GridItem, isRow } from './GridItem.ts';
import type { GridWords } from './GridWords.ts';
import { type Density, rowHeights } from './gridTheme.ts';
import type { GroupId } from './groups/GroupId.ts';
import type { RowGroups } from './groups/RowGroups.ts';
import type { GridCommand } from './keys/gridKeys.ts';
import type { ClipboardTexts } from './paste/readClipboard.ts';
import { RowFlow } from './RowFlow.ts';
import type { DropForecast, RowDrop } from './rows/RowDrop.ts';
import type { CellName } from './selection/CellName.ts';
import type { SelectedRange } from './selection/SelectedRange.ts';
import type { SelectionNumbers } from './selection/SelectionNumbers.ts';

export type RowGridEvents = {
  /** A key that is not the grid's own. True when it was used: the browser and the grid then leave it alone. */
  onCommand(command: GridCommand, place: CommandPlace): boolean;
  onOpen(cell: GridCell): void;
  onCopy(outcome: CopyOutcome): void;
  /** The handle of the selection was drawn over these cells. */
  onFill(fill: DraggedFill): void;
  /** Something was pasted, for what is selected. */
  onPaste(texts: ClipboardTexts): void;
  /** What would come of it if rows were dropped here. */
  forecastDrop(drop: RowDrop): DropForecast;
  /** Rows were drawn by their numbers to another place. */
  onDropRows(drop: RowDrop): void;
  onFocus(cell: GridCell | null): void;
  /** Rows shown, of all rows of the table. */
  onCounts(shown: number, all: number): void;
  /** The person has folded or unfolded groups. */
  onFolded(folded: readonly GroupId[]): void;
  /** The person has put columns otherwise, or sorted rows. */
  onLayout(layout: Layout): void;
};

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  table: TableKind;
  session: ReportSession;
  findings: FindingFeed;
  structure: ReportStructure;
  words: GridWords;
  events: RowGridEvents;
};

/** One table of the report on AG Grid. Rows are never handed over anew: only what changed in them. */
export class RowGrid {
  readonly #element: HTMLElement;
  readonly table: TableKind;
  readonly #api: GridApi<GridItem>;
  /** Focus, selection, keys, mouse and clipboard. */
  readonly hands: GridHands;
  readonly #stops: (() => void)[] = [];
  #structure: ReportStructure;
  readonly #watchers = new Set<() => void>();
  /** What cells show beside their values. */
  readonly drawing: CellDrawing;
  readonly #flow: RowFlow;
  /** Order, widths and sort of the columns. */
  readonly layout: ColumnLayout;

  constructor({ api, element, table, session, findings, structure, words, events }: Options) {
    this.#element = element;
    this.table = table;
    this.#structure = structure;
    const rows = [...session.rows.all()].filter(({ kind }) => kind === table);
    this.#api = api;
    this.hands = new GridHands({
      api,
      element,
      table,
      readTexts: () => this.drawing.words.texts,
      canWrite: (organisationId) => session.canWrite(organisationId).allowed,
      events,
    });
    this.#stops.push(() => this.hands.destroy());
    const { cells } = this.hands;
    this.#flow = new RowFlow(
      {
        api,
        table,
        cells,
        readSummedFields: () => listSummedFields(table, this.#structure),
        onModel: () => this.#repaint(),
        onValues: () => this.hands.handleValues(),
        onCounts: (shown, all) => {
          events.onCounts(shown, all);
          this.#tellWatchers();
        },
        onFolded: (folded) => events.onFolded(folded),
      },
      rows,
    );
    this.#stops.push(() => this.#flow.destroy());
    this.drawing = new CellDrawing({
      api,
      table,
      cells,
      groups: this.#flow.groups,
      session,
      findings,
      structure,
      words,
    });
    api.updateGridOptions({
      columnDefs: this.drawing.buildColumns(),
      rowData: rows,
      pinnedBottomRowData: [this.#flow.totals()],
    });
    const onLayout = () => events.onLayout(this.layout.read());
    this.layout = new ColumnLayout(api, onLayout);
    this.#stops.push(listenToColumns(api, onLayout));
    this.#stops.push(session.rows.subscribe((changes) => this.#flow.apply(changes)));
    this.#stops.push(findings.subscribe((keys) => this.drawing.redraw(keys)));
    const tellWatchers = () => this.#tellWatchers();
    api.addEventListener('displayedColumnsChanged', tellWatchers);
    this.#stops.push(() => api.removeEventListener('displayedColumnsChanged', tellWatchers));
    this.#listen('dblclick', (event) => {
      // The handle has a double click of its own.
      if (this.hands.isHandle(event.target)) return;
      const cell = this.hands.cells.findCell(event.target);
      if (cell !== null) events.onOpen(cell);
    });
    this.#listen('focusin', (event) => {
      const name = this.hands.cells.nameOf(event.target);
      if (name === null || this.#flow.isArranging) return;
      this.hands.selection.followFocus(name);
      events.onFocus(this.hands.cells.cellOf(name.key, name.column));
    });
    this.#listen('focusout', (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) events.onFocus(null);
    });
    this.handleModelChange();
  }

  /** Lets go of the grid, which ends on its own. */
  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  setWords(structure: ReportStructure, words: GridWords): void {
    if (!this.drawing.setWords(structure, words)) return;
    this.#structure = structure;
    this.layout.redefine(() => this.#api.setGridOption('columnDefs', this.drawing.buildColumns()));
    this.#api.refreshCells({ force: true });
    this.#api.redrawRows();
    this.#flow.groups.layOut();
    this.#flow.sum(true);
  }

  setTest(test: (row: Row) => boolean): void {
    this.#flow.setTest(test);
  }

  setDensity(density: Density): void {
    this.#api.setGridOption('rowHeight', rowHeights[density]);
    this.#api.resetRowHeights();
  }

  /** Whether a row or a group's line is among those shown. */
  passes(item: GridItem): boolean {
    return this.#flow.passes(item);
  }

  /** Groups the rows, and folds these groups. */
  setGroups(groups: RowGroups, folded: readonly GroupId[]): void {
    this.#flow.setGroups(groups, folded);
  }

  get grouping(): Grouping {
    return this.#flow.groups.rows.grouping;
  }

  /** Folds or unfolds every group. False when nothing is grouped. */
  foldAll(isFolded: boolean): boolean {
    return this.#flow.groups.foldAll(isFolded);
  }

  handleSort(): void {
    const isSorted = this.#api.getColumnState().some(({ sort }) => sort);
    // Nothing sorted means the order of the sheets.
    if (!isSorted) this.#api.applyColumnState({ state: [{ colId: numberColumn, sort: 'asc' }] });
    this.handleModelChange();
  }

  /** Columns came, went or stand elsewhere. */
  handleColumns(): void {
    this.hands.selection.repaint();
  }

  /** Which rows stand where has changed. */
  handleModelChange(): void {
    this.#repaint();
    this.#flow.sum(false);
  }

  /** While an editor is open rows stay where they are. */
  setPaused(isPaused: boolean): void {
    this.#flow.setPaused(isPaused);
  }

  /** Shows the row although the filter does not let it pass. */
  keep(key: RowKey): void {
    this.#flow.keep(key);
  }

  /** The row of the cell that had the focus last, also when a button has it now. */
  currentRow(): Row | null {
    const focused = this.hands.cells.focused();
    return focused && (this.cellOf(focused.key, focused.column)?.row ?? null);
  }

  /** A cell by its names; null when there is no such row in this table. */
  cellOf(key: RowKey, column: string): GridCell | null {
    return this.hands.cells.cellOf(key, column);
  }

  /**
   * What is selected, as it stands on the screen, in the order in which it was selected: one cell when
   * nothing more is. Rows that are filtered out are left out. Empty when the table never had the focus.
   */
  selectedRanges(): readonly SelectedRange[] {
    return this.hands.selectedRanges();
  }

  /** What was cut and not yet pasted, when it is this text that is pasted; it is forgotten then. */
  takeCut(text: string): CutCells | null {
    return this.hands.takeCut(text);
  }

  /** Hears that other cells are selected; {@link selectedRanges} says which. Returns what ends it. */
  onSelection(listener: () => void): () => void {
    return this.hands.onSelection(listener);
  }

  /** Sum, average and the like of what is selected; null while less than two cells are. */
  get numbers(): Signal<SelectionNumbers | null> {
    return this.hands.numbers;
  }

  /** Selects from one cell to another, and puts the focus in the first. False when either is not shown. */
  select(from: CellName, to: CellName): boolean {
    return this.hands.select(from, to);
  }

  /** Selects the cells of these rows and columns, without those between. False when none of them is shown. */
  selectCells(rows: ReadonlySet<RowKey>, columns: ReadonlySet<string>): boolean {
    return this.hands.selectCells({ rows, columns });
  }

  /** Has rows that were moved stand in their places now, and not in a moment. */
  settle(): void {
    this.#flow.settle();
  }

  /** As the row is numbered on the screen; empty when it is not shown. */
  rowNumber(key: RowKey): string {
    const index = this.hands.cells.indexOf(key);
    return index === null ? '' : String(this.#flow.groups.numberAt(index));
  }

  /** False when the row is not among those shown. Unfolds its group. */
  focus(key: RowKey, column: string): boolean {
    this.#flow.unfold(key);
    if (this.hands.cells.indexOf(key) === null) return false;
    this.hands.mover.focus({ key, column });
    return true;
  }

  /** From the cell of an editor that has closed. */
  move(key: RowKey, column: string, move: GridMove): void {
    this.hands.move(key, column, move);
  }

  /** Leaves only the cell with the focus selected. False when no more was. */
  collapseSelection(): boolean {
    return this.hands.collapseSelection();
  }

  /** Names of the columns shown, from the left, without the row's number. */
  shownColumns(): string[] {
    return this.hands.cells.columns();
  }

  /** Rows as they are shown, in order; those of folded groups are left out. */
  shownRows(): Row[] {
    const rows: Row[] = [];
    this.#api.forEachNodeAfterFilterAndSort(({ data }) => {
      if (isRow(data)) rows.push(data);
    });
    return rows;
  }

  /** Columns as they are shown, without the row's number. */
  columns(): string[] {
    return this.hands.cells.columns();
  }

  /** Told when rows, their order, what is shown of them, or the columns have changed. Returns what ends it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** The cell that has the focus or had it last. */
  focusedCell(): CellName | null {
    return this.hands.cells.focused();
  }

  hasFocus(): boolean {
    return this.#element.contains(document.activeElement);
  }

  /** The cell that an element of the page belongs to. */
  cellAt(target: EventTarget | null): GridCell | null {
    return this.hands.cells.findCell(target);
  }

  /** The focus to a cell, also of a row that the filter hides: that row is then shown all the same. */
  goTo(key: RowKey, column: string): boolean {
    this.#flow.show(key);
    return this.focus(key, this.#shownOrMain(column));
  }

  /** A cell well into sight without the focus, also of a row that the filter hides. */
  show(key: RowKey, column: string): void {
    this.#flow.show(key);
    this.showWell(key, this.#shownOrMain(column));
  }

  /** The cell on the screen, in viewport coordinates; null while it is scrolled away. */
  cellRect(key: RowKey, column: string): DOMRect | null {
    return this.hands.cells.findElement({ key, column })?.getBoundingClientRect() ?? null;
  }

  reveal(key: RowKey, column: string): void {
    this.#flow.unfold(key);
    this.hands.cells.reveal({ key, column });
  }

  /** Brings a cell well into sight: a row that only peeps in at an edge is taken to the middle. */
  showWell(key: RowKey, column: string): void {
    const node = this.#api.getRowNode(key);
    if (node?.rowIndex == null || node.rowTop === null) return;
    const height = node.rowHeight ?? 0;
    const { top, bottom } = this.#api.getVerticalPixelRange();
    const isSeen = node.rowTop >= top && node.rowTop + 2 * height <= bottom;
    if (!isSeen) this.#api.ensureIndexVisible(node.rowIndex, 'middle');
    this.#api.ensureColumnVisible(column);
  }

  /** Focuses the first cell, for somebody who comes from the tools above. */
  focusFirst(): void {
    const [column] = this.hands.cells.columns();
    if (column !== undefined && this.hands.cells.rowCount() > 0) this.hands.cells.focusPlace(0, column);
  }

  #shownOrMain(column: string): string {
    return this.hands.cells.columns().includes(column) ? column : mainField[this.table];
  }

  #repaint(): void {
    this.#api.refreshCells({ columns: [numberColumn], force: true });
    this.hands.selection.repaint();
  }

  #tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #listen<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void {
    this.#element.addEventListener(type, listener, { capture: true });
    this.#stops.push(() => this.#element.removeEventListener(type, listener, { capture: true }));
  }
}
