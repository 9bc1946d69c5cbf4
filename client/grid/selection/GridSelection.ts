import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellName } from './CellName.ts';
import type { SelectionPainter } from './SelectionPainter.ts';
import {
  buildRange,
  type CellBlock,
  type CellSet,
  includesCell,
  moveHead,
  type RangeExtent,
  readExtent,
  resolveRange,
  type SelectionRange,
} from './selectionRange.ts';

type Options = {
  cells: CellMap;
  painter: SelectionPainter;
  /** Whether the handle that fills has sense at this cell. */
  isFillable(cell: CellName): boolean;
  onChange(): void;
};

/** What is selected in the table: a cell, or ranges, of which the last is the one being drawn out. */
export class GridSelection {
  readonly #cells: CellMap;
  readonly #painter: SelectionPainter;
  readonly #isFillable: (cell: CellName) => boolean;
  readonly #onChange: () => void;
  #ranges: readonly SelectionRange[] = [];

  constructor({ cells, painter, isFillable, onChange }: Options) {
    this.#cells = cells;
    this.#painter = painter;
    this.#isFillable = isFillable;
    this.#onChange = onChange;
  }

  /** True when this cell is among several that are selected. */
  includes(cell: CellName): boolean {
    return this.#ranges.some((range) => includesCell(range, cell));
  }

  /** Rows that were selected as rows, by their numbers or Shift+Space, from above. */
  wholeRows(): RowKey[] {
    const ranges = this.#ranges.filter((range) => range.rows !== null && range.columns === null);
    const rows = new Set(ranges.flatMap((range) => [...(range.rows ?? [])]));
    return resolveRange({ rows, columns: null }, this.#cells).rows;
  }

  /** True when more than one cell is selected. */
  isSeveral(): boolean {
    const [only, ...others] = this.#ranges;
    return others.length > 0 || (only !== undefined && !(only.rows?.size === 1 && only.columns?.size === 1));
  }

  /** Where the last range began. */
  anchor(): CellName | null {
    return this.#ranges.at(-1)?.anchor ?? null;
  }

  /** Where the last range ends. */
  head(): CellName | null {
    return this.#ranges.at(-1)?.head ?? null;
  }

  /** What the last range is made of. */
  extent(): RangeExtent | null {
    const last = this.#ranges.at(-1);
    return last === undefined ? null : readExtent(last);
  }

  /** As on the screen, in the order in which they were selected; the ranges that show nothing left out. */
  blocks(): CellBlock[] {
    const blocks = this.#ranges.map((range) => resolveRange(range, this.#cells));
    return blocks.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
  }

  /** In place of all that is selected. */
  select(anchor: CellName, head: CellName, extent: RangeExtent = 'cells'): void {
    this.#set([buildRange(anchor, head, extent, this.#cells)]);
  }

  /** These cells, wherever they stand, in place of all that is selected. */
  selectCells(cells: CellSet, anchor: CellName, head: CellName): void {
    this.#set([{ ...cells, anchor, head }]);
  }

  /** Beside what is selected. */
  add(anchor: CellName, head: CellName, extent: RangeExtent = 'cells'): void {
    this.#set([...this.#ranges, buildRange(anchor, head, extent, this.#cells)]);
  }

  /** Draws the last range out or in to this cell. */
  extendTo(head: CellName): void {
    const last = this.#ranges.at(-1);
    if (last !== undefined) this.#set([...this.#ranges.slice(0, -1), moveHead(last, head, this.#cells)]);
  }

  /** The focus has come to a cell: what was selected stays only when the cell is a part of it. */
  followFocus(cell: CellName): void {
    if (this.includes(cell)) return;
    // The number stands for its whole row.
    const [first = cell.column] = this.#cells.columns();
    const [anchor, extent] =
      cell.column === numberColumn
        ? [{ key: cell.key, column: first }, 'rows' as const]
        : [cell, 'cells' as const];
    this.select(anchor, anchor, extent);
  }

  /** Rows or columns stand elsewhere, or others are shown. */
  repaint(): void {
    this.#painter.paintSelection(this.isSeveral() ? this.#ranges : [], this.#handleCell());
  }

  /** The last cell of the only range; whole columns have no end in sight to draw on from. */
  #handleCell(): CellName | null {
    const [only, ...others] = this.#ranges;
    if (only === undefined || others.length > 0 || only.rows === null) return null;
    const { rows, columns } = resolveRange(only, this.#cells);
    const [key, column] = [rows.at(-1), columns.at(-1)];
    if (key === undefined || column === undefined) return null;
    return this.#isFillable({ key, column }) ? { key, column } : null;
  }

  #set(ranges: readonly SelectionRange[]): void {
    this.#ranges = ranges;
    this.repaint();
    this.#onChange();
  }
}
