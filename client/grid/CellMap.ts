import type { GridApi } from 'ag-grid-community';
import { flushSync } from 'react-dom';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { findFieldSpec, numberColumn } from './fields.ts';
import type { GridCell } from './GridCell.ts';
import { type GridItem, isRow } from './GridItem.ts';
import type { CellName } from './selection/CellName.ts';
import type { Layout } from './selection/Layout.ts';
import type { SelectedRange } from './selection/SelectedRange.ts';
import type { CellBlock } from './selection/selectionRange.ts';

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  table: TableKind;
};

/** Where cells stand: rows and columns by their places, and their elements on the page. */
export class CellMap implements Layout {
  readonly element: HTMLElement;
  readonly #api: GridApi<GridItem>;
  readonly #table: TableKind;

  constructor({ api, element, table }: Options) {
    this.#api = api;
    this.element = element;
    this.#table = table;
  }

  rowCount(): number {
    return this.#api.getDisplayedRowCount();
  }

  /** Rows that fit on the screen at once, less one to keep the place by. */
  pageRows(): number {
    const { top, bottom } = this.#api.getVerticalPixelRange();
    return Math.max(1, Math.floor((bottom - top) / (this.#api.getGridOption('rowHeight') ?? 30)) - 1);
  }

  rowAt(index: number): Row | null {
    const item = this.#api.getDisplayedRowAtIndex(index)?.data;
    return isRow(item) ? item : null;
  }

  keyAt(index: number): RowKey | null {
    const row = this.rowAt(index);
    return row && rowKey(row);
  }

  indexOf(key: RowKey): number | null {
    return this.#api.getRowNode(key)?.rowIndex ?? null;
  }

  /** For ordering; rows that are not shown come first. */
  placeOf(row: Row): number {
    return this.indexOf(rowKey(row)) ?? -1;
  }

  columns(): string[] {
    return this.allColumns().filter((column) => column !== numberColumn);
  }

  /** As shown, from the left, with the row's number. */
  allColumns(): string[] {
    return this.#api.getAllDisplayedColumns().map((column) => column.getColId());
  }

  rowsOf(keys: readonly RowKey[]): Row[] {
    const [column = ''] = this.columns();
    return keys.flatMap((key) => this.cellOf(key, column)?.row ?? []);
  }

  rangeOf({ rows, columns }: CellBlock): SelectedRange {
    return { rows: this.rowsOf(rows), columns };
  }

  /** Null when there is no such row in this table. */
  cellOf(key: RowKey, column: string): GridCell | null {
    const item = this.#api.getRowNode(key)?.data;
    if (!isRow(item)) return null;
    return { row: item, column, spec: findFieldSpec(this.#table, column) ?? null };
  }

  /** Read from the page: the grid's own events come later than a fast key. */
  nameOf(target: EventTarget | null): CellName | null {
    if (!(target instanceof Element) || !this.element.contains(target)) return null;
    const cell = target.closest('.ag-cell');
    const id = cell?.closest('.ag-row')?.getAttribute('row-id');
    const column = cell?.getAttribute('col-id');
    if (!id || !column || this.cellOf(id as RowKey, column) === null) return null;
    return { key: id as RowKey, column };
  }

  /** The column in whose header something happens; null elsewhere. */
  headerOf(target: EventTarget | null): string | null {
    if (!(target instanceof Element) || !this.element.contains(target)) return null;
    return target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
  }

  findHeader(column: string): HTMLElement | null {
    return this.element.querySelector(`.ag-header-cell[col-id="${CSS.escape(column)}"]`);
  }

  /** In one go, as {@link focusPlace}. */
  focusHeader(column: string): void {
    flushSync(() => this.#api.ensureColumnVisible(column));
    this.findHeader(column)?.focus();
  }

  /** The cell that an event on the page is about. */
  findCell(target: EventTarget | null): GridCell | null {
    const name = this.nameOf(target);
    return name && this.cellOf(name.key, name.column);
  }

  /** Null while the cell is scrolled away. */
  findElement({ key, column }: CellName): Element | null {
    return this.element.querySelector(
      `.ag-row[row-id="${CSS.escape(key)}"] .ag-cell[col-id="${CSS.escape(column)}"]`,
    );
  }

  /** The cell that has the focus or had it last. */
  focused(): CellName | null {
    const focused = this.#api.getFocusedCell() ?? null;
    if (focused === null || focused.rowPinned) return null;
    const key = this.keyAt(focused.rowIndex);
    return key && { key, column: focused.column.getColId() };
  }

  reveal({ key, column }: CellName): void {
    const index = this.indexOf(key);
    if (index === null) return;
    this.#api.ensureIndexVisible(index);
    this.#api.ensureColumnVisible(column);
  }

  /**
   * The focused cell stays whole in sight while columns take other widths, as when a panel has taken room:
   * the grid lays itself out some frames later. Ends when somebody does something; returns what ends it too.
   */
  keepFocusedInSight(): () => void {
    const reveal = () => {
      if (this.#api.isDestroyed()) return;
      const focused = this.focused();
      if (focused !== null) this.reveal(focused);
    };
    const layouts = ['gridSizeChanged', 'columnResized', 'displayedColumnsChanged'] as const;
    const deeds = ['pointerdown', 'wheel', 'keydown'] as const;
    const stop = () => {
      // A grid that is destroyed has let go of its listeners.
      if (!this.#api.isDestroyed()) for (const type of layouts) this.#api.removeEventListener(type, reveal);
      for (const type of deeds) document.removeEventListener(type, stop, { capture: true });
    };
    for (const type of layouts) this.#api.addEventListener(type, reveal);
    for (const type of deeds) document.addEventListener(type, stop, { capture: true, passive: true });
    reveal();
    return stop;
  }

  /** In one go: an editor that opens over the cell must not lose the focus to it when it is drawn. */
  focusPlace(index: number, column: string): void {
    // The cell is drawn before it gets the focus: one that is drawn with it takes it once more a moment later.
    flushSync(() => {
      this.#api.ensureIndexVisible(index);
      this.#api.ensureColumnVisible(column);
    });
    // Rows that come into sight by scrolling get their cells in a later frame, and what has no element has no focus.
    flushSync(() => this.#api.flushAllAnimationFrames());
    flushSync(() => this.#api.setFocusedCell(index, column));
  }
}
