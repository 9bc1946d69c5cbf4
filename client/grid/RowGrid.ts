import type { GridApi, IRowNode } from 'ag-grid-community';
import { flushSync } from 'react-dom';
import type { Person } from '#client/sync/Person.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { type RowKey, rowKey, type SheetRowChange } from '#client/sync/RowStore.ts';
import { presenceColour } from '#client/ui/presenceColour.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { buildColumns } from './buildColumns.ts';
import type { CellContent } from './cells/CellView.ts';
import { type FieldSpec, findFieldSpec, numberColumn } from './fields.ts';
import type { GridItem, TotalsItem } from './GridItem.ts';
import type { GridWords } from './GridWords.ts';
import { type GridCommand, readGridCommand } from './gridKeys.ts';
import { type Density, rowHeights } from './gridTheme.ts';
import { isSameTotals, sumRows } from './sumRows.ts';

/** A cell of a row, by what it is and not by where it stands now. */
export type GridCell = { row: Row; column: string; spec: FieldSpec | null };

/** Where the focus goes when an editor has done its work. */
export type GridMove = 'stay' | 'down' | 'up' | 'right' | 'left';

export type RowGridEvents = {
  /** A key that is not the grid's own. True when it was used: the browser and the grid then leave it alone. */
  onCommand(command: GridCommand, cell: GridCell | null): boolean;
  onOpen(cell: GridCell): void;
  /** Text from the clipboard, for the block that begins at this cell. */
  onPaste(text: string, cell: GridCell): void;
  onFocus(cell: GridCell | null): void;
  /** Rows shown, of all rows of the table. */
  onCounts(shown: number, all: number): void;
};

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  table: TableKind;
  session: ReportSession;
  structure: ReportStructure;
  words: GridWords;
  events: RowGridEvents;
};

const refilterMs = 400;

/** One table of the report on AG Grid. Rows are never handed over anew: only what changed in them. */
export class RowGrid {
  readonly #element: HTMLElement;
  readonly #table: TableKind;
  readonly #session: ReportSession;
  readonly #events: RowGridEvents;
  readonly #api: GridApi<GridItem>;
  readonly #stops: (() => void)[] = [];
  #structure: ReportStructure;
  #words: GridWords;
  #test: (row: Row) => boolean = () => true;
  /** Shown until the filter changes, though it does not let them pass: one's own work does not vanish while typing. */
  #kept = new Set<RowKey>();
  #writable: ReadonlySet<OrganisationId> = new Set();
  #people = new Map<string, CellContent['people']>();
  #totals: TotalsItem = sumRows([]);
  #allCount = 0;
  #refilterTimer: ReturnType<typeof setTimeout> | null = null;
  #isPaused = false;

  constructor({ api, element, table, session, structure, words, events }: Options) {
    this.#element = element;
    this.#table = table;
    this.#session = session;
    this.#structure = structure;
    this.#words = words;
    this.#events = events;
    const rows = [...session.rows.all()].filter(({ kind }) => kind === table);
    this.#allCount = rows.length;
    this.#api = api;
    api.updateGridOptions({
      columnDefs: this.#buildColumns(),
      rowData: rows,
      pinnedBottomRowData: [this.#totals],
    });
    this.#stops.push(session.rows.subscribe((changes) => this.#applyChanges(changes)));
    this.#listen('keydown', (event) => this.#handleKey(event));
    this.#listen('dblclick', (event) => {
      const cell = this.#findCell(event.target);
      if (cell !== null) events.onOpen(cell);
    });
    this.#listen('copy', (event) => this.#handleCopy(event));
    this.#listen('paste', (event) => {
      const cell = this.#findCell(event.target);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (cell === null || text === '') return;
      event.preventDefault();
      events.onPaste(text, cell);
    });
    this.#listen('focusin', (event) => {
      const cell = this.#findCell(event.target);
      if (cell !== null) events.onFocus(cell);
    });
    this.#listen('focusout', (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) events.onFocus(null);
    });
    this.handleModelChange();
  }

  /** Lets go of the grid, which ends on its own. */
  destroy(): void {
    if (this.#refilterTimer !== null) clearTimeout(this.#refilterTimer);
    for (const stop of this.#stops) stop();
  }

  setWords(structure: ReportStructure, words: GridWords): void {
    if (structure === this.#structure && words === this.#words) return;
    this.#structure = structure;
    this.#words = words;
    const sorted = this.#api.getColumnState().filter(({ sort }) => sort);
    this.#api.setGridOption('columnDefs', this.#buildColumns());
    this.#api.applyColumnState({ state: sorted, defaultState: { sort: null } });
    this.#api.refreshCells({ force: true });
    this.#api.redrawRows();
    this.#sum(true);
  }

  /** Whose rows may be written now: the others are drawn as not one's own. */
  setWritable(organisationIds: ReadonlySet<OrganisationId>): void {
    const isSame = [...organisationIds].sort().join() === [...this.#writable].sort().join();
    this.#writable = organisationIds;
    if (!isSame) this.#api.redrawRows();
  }

  setTest(test: (row: Row) => boolean): void {
    this.#test = test;
    this.#kept = new Set();
    this.#refilter();
  }

  setDensity(density: Density): void {
    this.#api.setGridOption('rowHeight', rowHeights[density]);
    this.#api.resetRowHeights();
  }

  setPeople(people: readonly Person[]): void {
    const next = new Map<string, CellContent['people'][number][]>();
    for (const { userId, name, cursors } of people) {
      for (const { organisationId, rowId, field, editing } of cursors) {
        const id = `${organisationId}/${rowId}/${field}`;
        const present = next.get(id) ?? [];
        present.push({ name, colour: presenceColour(userId), isEditing: editing });
        next.set(id, present);
      }
    }
    const touched = new Set([...this.#people.keys(), ...next.keys()]);
    const previous = this.#people;
    this.#people = next;
    for (const id of touched) {
      if (JSON.stringify(previous.get(id)) !== JSON.stringify(next.get(id))) this.#refreshCell(id);
    }
  }

  /** Whether a row is among those shown. */
  passes(item: GridItem): boolean {
    return item.kind !== 'totals' && (this.#test(item) || this.#kept.has(rowKey(item)));
  }

  /** Whether a row is drawn as not one's own. */
  isForeign(item: GridItem): boolean {
    return item.kind !== 'totals' && !this.#writable.has(item.organisationId);
  }

  handleSort(): void {
    const isSorted = this.#api.getColumnState().some(({ sort }) => sort);
    // Nothing sorted means the order of the sheets.
    if (!isSorted) this.#api.applyColumnState({ state: [{ colId: numberColumn, sort: 'asc' }] });
    this.handleModelChange();
  }

  /** Which rows stand where has changed. */
  handleModelChange(): void {
    this.#api.refreshCells({ columns: [numberColumn], force: true });
    this.#sum(false);
  }

  /** While an editor is open rows stay where they are. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  /** Shows the row although the filter does not let it pass. */
  keep(key: RowKey): void {
    this.#kept.add(key);
  }

  /** The row of the cell that had the focus last, also when a button has it now. */
  currentRow(): Row | null {
    const focused = this.#api.getFocusedCell() ?? null;
    if (focused === null || focused.rowPinned) return null;
    const item = this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
    return item === undefined || item.kind === 'totals' ? null : item;
  }

  /** A cell by its names; null when there is no such row in this table. */
  cellOf(key: RowKey, column: string): GridCell | null {
    const item = this.#api.getRowNode(key)?.data;
    if (item === undefined || item.kind === 'totals') return null;
    return { row: item, column, spec: findFieldSpec(this.#table, column) ?? null };
  }

  /** As the row is numbered on the screen; empty when it is not shown. */
  rowNumber(key: RowKey): string {
    const index = this.#api.getRowNode(key)?.rowIndex ?? null;
    return index === null ? '' : String(index + 1);
  }

  /** False when the row is not among those shown. */
  focus(key: RowKey, column: string): boolean {
    const index = this.#api.getRowNode(key)?.rowIndex ?? null;
    if (index === null) return false;
    this.#focusPlace(index, column);
    return true;
  }

  /** From the cell of an editor that has closed. */
  move(key: RowKey, column: string, move: GridMove): void {
    const index = this.#api.getRowNode(key)?.rowIndex ?? null;
    const columns = this.#api.getAllDisplayedColumns().map((candidate) => candidate.getColId());
    const place = columns.indexOf(column);
    if (index === null || place < 0) return;
    const last = this.#api.getDisplayedRowCount() - 1;
    const rows = { stay: 0, down: 1, up: -1, right: 0, left: 0 }[move];
    const steps = { stay: 0, down: 0, up: 0, right: 1, left: -1 }[move];
    const targetIndex = Math.min(last, Math.max(0, index + rows));
    const targetColumn = columns[Math.min(columns.length - 1, Math.max(0, place + steps))] ?? column;
    this.#focusPlace(targetIndex, targetColumn);
  }

  /** Columns and rows as they are shown, from this cell to the end, at most `rowLimit` rows. */
  blockFrom(cell: GridCell, rowLimit: number): { columns: string[]; rows: Row[] } {
    const columns = this.#api.getAllDisplayedColumns().map((column) => column.getColId());
    const first = this.#api.getRowNode(rowKey(cell.row))?.rowIndex ?? 0;
    const rows: Row[] = [];
    for (let index = first; rows.length < rowLimit; index += 1) {
      const item = this.#api.getDisplayedRowAtIndex(index)?.data;
      if (item === undefined || item.kind === 'totals') break;
      rows.push(item);
    }
    return { columns: columns.slice(columns.indexOf(cell.column)), rows };
  }

  /** The cell on the screen, in viewport coordinates; null while it is scrolled away. */
  cellRect(key: RowKey, column: string): DOMRect | null {
    return this.#findElement(key, column)?.getBoundingClientRect() ?? null;
  }

  reveal(key: RowKey, column: string): void {
    const index = this.#api.getRowNode(key)?.rowIndex ?? null;
    if (index === null) return;
    this.#api.ensureIndexVisible(index);
    this.#api.ensureColumnVisible(column);
  }

  /** Focuses the first cell, for somebody who comes from the tools above. */
  focusFirst(): void {
    const column = this.#api.getAllDisplayedColumns()[1];
    if (column !== undefined && this.#api.getDisplayedRowCount() > 0) this.#focusPlace(0, column.getColId());
  }

  /** In one go: an editor that opens over the cell must not lose the focus to it when it is drawn. */
  #focusPlace(index: number, column: string): void {
    flushSync(() => {
      this.#api.ensureIndexVisible(index);
      this.#api.ensureColumnVisible(column);
      this.#api.setFocusedCell(index, column);
    });
  }

  #buildColumns() {
    const { texts } = this.#words;
    return buildColumns({
      table: this.#table,
      words: this.#words,
      organisationOrder: new Map(this.#structure.organisations.map(({ id }, index) => [id, index])),
      readLock: (row) => {
        const decision = this.#session.canWrite(row.organisationId);
        if (decision.allowed) return null;
        const kind = decision.reason === 'access.not-your-sheet' ? 'foreign' : 'read-only';
        return this.#words.locked(kind, texts.organisation(row.organisationId));
      },
      readPeople: (row, column) => this.#people.get(`${rowKey(row)}/${column}`) ?? [],
    });
  }

  #applyChanges(changes: readonly SheetRowChange[]): void {
    const add: Row[] = [];
    const update: Row[] = [];
    const remove: GridItem[] = [];
    let isFilterStale = false;
    for (const { rowId, organisationId, row } of changes) {
      const key: RowKey = `${organisationId}/${rowId}`;
      const node = this.#api.getRowNode(key);
      const known = node?.data;
      if (row === null || row.kind !== this.#table) {
        if (known !== undefined) remove.push(known);
      } else if (known === undefined) {
        add.push(row);
      } else {
        if (known.kind !== 'totals' && this.#test(known) !== this.#test(row)) isFilterStale = true;
        update.push(row);
      }
    }
    if (add.length + update.length + remove.length === 0) return;
    const anchor = this.#readAnchor();
    this.#api.applyTransaction({ add, update, remove });
    this.#allCount += add.length - remove.length;
    if (add.length + remove.length > 0) {
      this.#restoreAnchor(anchor);
      this.handleModelChange();
    } else {
      this.#sum(false);
    }
    if (isFilterStale) this.#refilterTimer ??= setTimeout(() => this.#refilterLater(), refilterMs);
  }

  #refilterLater(): void {
    this.#refilterTimer = null;
    if (this.#isPaused) {
      this.#refilterTimer = setTimeout(() => this.#refilterLater(), refilterMs);
      return;
    }
    // Only others' changes move rows in and out of sight by themselves.
    const focused = this.currentRow();
    if (focused !== null) this.#kept.add(rowKey(focused));
    this.#refilter();
  }

  #refilter(): void {
    const anchor = this.#readAnchor();
    this.#api.onFilterChanged();
    this.#restoreAnchor(anchor);
    this.handleModelChange();
  }

  /** AG Grid keeps the focus on a place; people keep it on a row. */
  #readAnchor(): { key: RowKey; column: string; hasFocus: boolean } | null {
    const focused = this.#api.getFocusedCell() ?? null;
    if (focused === null || focused.rowPinned) return null;
    const item = this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
    if (item === undefined || item.kind === 'totals') return null;
    const hasFocus = this.#element.contains(document.activeElement);
    return { key: rowKey(item), column: focused.column.getColId(), hasFocus };
  }

  #restoreAnchor(anchor: { key: RowKey; column: string; hasFocus: boolean } | null): void {
    if (anchor === null) return;
    const focused = this.#api.getFocusedCell() ?? null;
    const index = this.#api.getRowNode(anchor.key)?.rowIndex ?? null;
    if (index === null || (focused?.rowIndex === index && focused.rowPinned === null)) return;
    if (anchor.hasFocus) this.#api.setFocusedCell(index, anchor.column);
  }

  #sum(isForced: boolean): void {
    const shown: Row[] = [];
    this.#api.forEachNodeAfterFilter((node: IRowNode<GridItem>) => {
      if (node.data !== undefined && node.data.kind !== 'totals') shown.push(node.data);
    });
    const totals = sumRows(shown);
    if (isForced || !isSameTotals(totals, this.#totals)) {
      this.#totals = totals;
      this.#api.setGridOption('pinnedBottomRowData', [totals]);
    }
    this.#events.onCounts(shown.length, this.#allCount);
  }

  #refreshCell(id: string): void {
    const cut = id.lastIndexOf('/');
    const node = this.#api.getRowNode(id.slice(0, cut));
    if (node !== undefined)
      this.#api.refreshCells({ rowNodes: [node], columns: [id.slice(cut + 1)], force: true });
  }

  #findElement(key: RowKey, column: string): Element | null {
    return this.#element.querySelector(
      `.ag-row[row-id="${CSS.escape(key)}"] .ag-cell[col-id="${CSS.escape(column)}"]`,
    );
  }

  /** Read from the page: the grid's own events come later than a fast key. */
  #findCell(target: EventTarget | null): GridCell | null {
    if (!(target instanceof Element) || !this.#element.contains(target)) return null;
    const cell = target.closest('.ag-cell');
    const id = cell?.closest('.ag-row')?.getAttribute('row-id');
    const column = cell?.getAttribute('col-id');
    if (!id || !column) return null;
    return this.cellOf(id as RowKey, column);
  }

  #handleKey(event: KeyboardEvent): void {
    const cell = this.#findCell(event.target);
    const isHeader =
      cell === null && event.target instanceof Element && event.target.closest('.ag-header') !== null;
    const command = readGridCommand(event);
    if (command === null) return;
    // In a header Enter sorts; only what concerns the whole table is ours there.
    if (isHeader && !['undo', 'redo', 'leave'].includes(command.command)) return;
    if (!this.#events.onCommand(command, cell)) return;
    event.stopPropagation();
    if (command.command !== 'type') event.preventDefault();
  }

  /** One cell, unless a part of its text is selected. */
  #handleCopy(event: ClipboardEvent): void {
    const cell = this.#findCell(event.target);
    if (cell === null || (document.getSelection()?.toString() ?? '') !== '') return;
    const { texts } = this.#words;
    const text =
      cell.spec === null
        ? (this.#findElement(rowKey(cell.row), cell.column)?.textContent ?? '')
        : texts.editable(cell.row, cell.spec);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  }

  #listen<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void {
    this.#element.addEventListener(type, listener, { capture: true });
    this.#stops.push(() => this.#element.removeEventListener(type, listener, { capture: true }));
  }
}
