import type { GridApi } from 'ag-grid-community';
import type { FindingFeed } from '#client/sync/FindingFeed.ts';
import type { Person } from '#client/sync/Person.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Signal } from '#client/sync/Signal.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Grouping } from '#shared/model/view.ts';
import { buildColumns } from './buildColumns.ts';
import { CellPeople } from './cells/CellPeople.ts';
import type { CutCells } from './clipboard/CutCells.ts';
import type { CopyOutcome } from './clipboard/listenToClipboard.ts';
import { ColumnLayout, type Layout } from './columns/ColumnLayout.ts';
import { listenToColumns } from './columns/listenToColumns.ts';
import type { CommandPlace } from './commands/CommandPlace.ts';
import { mainField, numberColumn } from './fields.ts';
import type { DraggedFill } from './fill/planFill.ts';
import type { TextMark } from './find/TextMark.ts';
import type { CellFinding } from './findings/CellFinding.ts';
import { readCellFinding } from './findings/readCellFinding.ts';
import type { GridCell, GridMove } from './GridCell.ts';
import { GridHands } from './GridHands.ts';
import { type GridItem, isRow } from './GridItem.ts';
import type { GridWords } from './GridWords.ts';
import { type Density, rowHeights } from './gridTheme.ts';
import type { GroupId } from './groups/GroupId.ts';
import type { GroupLineWords } from './groups/GroupLineView.ts';
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
  readonly #session: ReportSession;
  readonly #findings: FindingFeed;
  readonly #api: GridApi<GridItem>;
  /** Focus, selection, keys, mouse and clipboard. */
  readonly hands: GridHands;
  readonly #stops: (() => void)[] = [];
  readonly #watchers = new Set<() => void>();
  #structure: ReportStructure;
  #words: GridWords;
  #writable: ReadonlySet<OrganisationId> = new Set();
  readonly #people = new CellPeople();
  #readMarks: ((row: Row, column: string) => readonly TextMark[]) | null = null;
  readonly #flow: RowFlow;
  /** Order, widths and sort of the columns. */
  readonly layout: ColumnLayout;

  constructor({ api, element, table, session, findings, structure, words, events }: Options) {
    this.#element = element;
    this.table = table;
    this.#session = session;
    this.#findings = findings;
    this.#structure = structure;
    this.#words = words;
    const rows = [...session.rows.all()].filter(({ kind }) => kind === table);
    this.#api = api;
    this.hands = new GridHands({
      api,
      element,
      table,
      readTexts: () => this.#words.texts,
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
    api.updateGridOptions({
      columnDefs: this.#buildColumns(),
      rowData: rows,
      pinnedBottomRowData: [this.#flow.totals()],
    });
    const onLayout = () => events.onLayout(this.layout.read());
    this.layout = new ColumnLayout(api, onLayout);
    this.#stops.push(listenToColumns(api, onLayout));
    this.#stops.push(session.rows.subscribe((changes) => this.#flow.apply(changes)));
    this.#stops.push(findings.subscribe((keys) => this.#redraw(keys)));
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
    if (structure === this.#structure && words === this.#words) return;
    this.#structure = structure;
    this.#words = words;
    this.layout.redefine(() => this.#api.setGridOption('columnDefs', this.#buildColumns()));
    this.#api.refreshCells({ force: true });
    this.#api.redrawRows();
    this.#flow.sum(true);
  }

  /** Whose rows may be written now: the others are drawn as not one's own. */
  setWritable(organisationIds: ReadonlySet<OrganisationId>): void {
    const isSame = [...organisationIds].sort().join() === [...this.#writable].sort().join();
    this.#writable = organisationIds;
    if (!isSame) this.#api.redrawRows();
  }

  setTest(test: (row: Row) => boolean): void {
    this.#flow.setTest(test);
  }

  setDensity(density: Density): void {
    this.#api.setGridOption('rowHeight', rowHeights[density]);
    this.#api.resetRowHeights();
  }

  setPeople(people: readonly Person[]): void {
    for (const id of this.#people.set(people)) this.#refreshCell(id);
  }

  /** Whether a row or a group's line is among those shown. */
  passes(item: GridItem): boolean {
    return this.#flow.passes(item);
  }

  /** Whether a row is drawn as not one's own. */
  isForeign(item: GridItem): boolean {
    return isRow(item) && !this.#writable.has(item.organisationId);
  }

  /** Groups the rows, and folds these groups. */
  setGroups(groups: RowGroups, folded: readonly GroupId[]): void {
    this.#flow.setGroups(groups, folded);
  }

  groupLineWords(): GroupLineWords {
    return this.#words.groupLine;
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

  /** What the checks say of a cell. */
  findingIn(row: Row, column: string): CellFinding | null {
    const findings = this.#findings.ofRow(rowKey(row));
    if (findings.length === 0) return null;
    return readCellFinding(findings, column, new Set(this.hands.cells.columns()), this.#words.finding);
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

  /** Parts of texts to be marked, and null for none. Called again, it draws those that are in sight anew. */
  setMarks(readMarks: ((row: Row, column: string) => readonly TextMark[]) | null): void {
    if (readMarks === null && this.#readMarks === null) return;
    this.#readMarks = readMarks;
    this.#api.refreshCells({ force: true, columns: this.hands.cells.columns() });
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
    if (this.hands.cells.indexOf(key) === null) {
      this.#flow.show(key);
    }
    return this.focus(key, this.hands.cells.columns().includes(column) ? column : mainField[this.table]);
  }

  /** A cell well into sight without the focus, also of a row that the filter hides. */
  show(key: RowKey, column: string): void {
    this.#flow.show(key);
    this.showWell(key, this.hands.cells.columns().includes(column) ? column : mainField[this.table]);
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

  #repaint(): void {
    this.#api.refreshCells({ columns: [numberColumn], force: true });
    this.hands.selection.repaint();
  }

  #buildColumns() {
    const { texts } = this.#words;
    return buildColumns({
      table: this.table,
      words: this.#words,
      organisationOrder: new Map(this.#structure.organisations.map(({ id }, index) => [id, index])),
      compareGroups: (a, b) => this.#flow.groups.rows.compare(a, b),
      readNumber: (index) => this.#flow.groups.numberAt(index),
      readLock: (row) => {
        const decision = this.#session.canWrite(row.organisationId);
        if (decision.allowed) return null;
        const kind = decision.reason === 'access.not-your-sheet' ? 'foreign' : 'read-only';
        return this.#words.locked(kind, texts.organisation(row.organisationId));
      },
      readPeople: (row, column) => this.#people.in(`${rowKey(row)}/${column}`),
      readFinding: (row, column) => this.findingIn(row, column),
      readMarks: (row, column) => this.#readMarks?.(row, column) ?? [],
    });
  }

  #refreshCell(id: string): void {
    const cut = id.lastIndexOf('/');
    const node = this.#api.getRowNode(id.slice(0, cut));
    if (node !== undefined)
      this.#api.refreshCells({ rowNodes: [node], columns: [id.slice(cut + 1)], force: true });
  }

  #tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #redraw(keys: readonly RowKey[]): void {
    const rowNodes = keys.map((key) => this.#api.getRowNode(key)).filter((node) => node !== undefined);
    if (rowNodes.length > 0) this.#api.refreshCells({ rowNodes, force: true });
  }

  #listen<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void {
    this.#element.addEventListener(type, listener, { capture: true });
    this.#stops.push(() => this.#element.removeEventListener(type, listener, { capture: true }));
  }
}
