import type { CellMap } from '../CellMap.ts';
import { isShown } from '../readShownValue.ts';
import type { CellName } from './CellName.ts';
import { computeNextSelected } from './computeNextSelected.ts';
import { computeTarget, type Direction, type Reach, type Terrain } from './computeTarget.ts';
import type { GridSelection } from './GridSelection.ts';

/** Moves the focus and draws out the selection, by keys. */
export class CellMover {
  readonly #cells: CellMap;
  readonly #selection: GridSelection;
  readonly #terrain: Terrain;
  /** Where a run of Tabs began: the Enter that ends it goes below that cell. */
  #run: { startColumn: string; at: CellName } | null = null;

  constructor(cells: CellMap, selection: GridSelection) {
    this.#cells = cells;
    this.#selection = selection;
    this.#terrain = {
      layout: cells,
      isFilled: ({ key, column }) => {
        const row = cells.cellOf(key, column)?.row;
        return row !== undefined && isShown(row, column);
      },
      pageRows: () => cells.pageRows(),
    };
  }

  /** False where the step leads out of the rows: to the header, to the totals, to a heading. */
  step(direction: Direction, reach: Reach): boolean {
    const from = this.#cells.focused();
    if (from === null) return false;
    if (reach === 'cell' && this.#leadsOut(from, direction)) return false;
    this.focus(computeTarget(from, direction, reach, this.#terrain));
    return true;
  }

  /** Draws the selection out to where the step leads from its end; the focus stays. */
  extend(direction: Direction, reach: Reach): void {
    const from = this.#selection.head() ?? this.#cells.focused();
    if (from === null) return;
    const head = computeTarget(from, direction, reach, this.#terrain);
    this.#selection.extendTo(head);
    this.#cells.reveal(head);
  }

  /**
   * Enter and Tab: round within several selected cells, otherwise to the next cell. Tab goes on in the
   * next row. False at the very end of the table, where Tab leaves it.
   */
  advance(move: Direction, from = this.#cells.focused()): boolean {
    if (from === null) return false;
    if (this.#selection.isSeveral()) {
      const next = computeNextSelected(this.#selection.blocks(), from, move);
      if (next !== null) {
        this.focusOnly(next);
        return true;
      }
    }
    if (move === 'right' || move === 'left') return this.#tab(from, move);
    const column = isSame(this.#run?.at, from) ? (this.#run?.startColumn ?? from.column) : from.column;
    this.focus({ ...computeTarget(from, move, 'cell', this.#terrain), column });
    return true;
  }

  /** The focus, and nothing but that cell selected. */
  focus(cell: CellName): void {
    this.#run = null;
    this.focusOnly(cell);
    this.#selection.select(cell, cell);
  }

  #tab(from: CellName, move: 'right' | 'left'): boolean {
    const startColumn = isSame(this.#run?.at, from) ? (this.#run?.startColumn ?? from.column) : from.column;
    let next = computeTarget(from, move, 'cell', this.#terrain);
    const isRowEnd = isSame(next, from);
    if (isRowEnd) {
      const line = computeTarget(from, move === 'right' ? 'down' : 'up', 'cell', this.#terrain);
      if (isSame(line, from)) return false;
      next = computeTarget(line, move === 'right' ? 'left' : 'right', 'row', this.#terrain);
    }
    this.focus(next);
    if (!isRowEnd) this.#run = { startColumn, at: next };
    return true;
  }

  /** Everything, or the whole row or column of what is selected; the focus stays. */
  select(extent: 'all' | 'rows' | 'columns'): void {
    const active = this.#cells.focused() ?? this.#firstCell();
    if (active === null) return;
    this.focusOnly(active);
    this.#selection.select(this.#selection.anchor() ?? active, this.#selection.head() ?? active, extent);
  }

  /** The focus alone. */
  focusOnly({ key, column }: CellName): void {
    const index = this.#cells.indexOf(key);
    if (index !== null) this.#cells.focusPlace(index, column);
  }

  #firstCell(): CellName | null {
    const [key, column] = [this.#cells.keyAt(0), this.#cells.columns()[0]];
    return key === null || column === undefined ? null : { key, column };
  }

  #leadsOut({ key }: CellName, direction: Direction): boolean {
    if (direction === 'left' || direction === 'right') return false;
    const index = this.#cells.indexOf(key) ?? 0;
    return this.#cells.keyAt(index + (direction === 'down' ? 1 : -1)) === null;
  }
}

function isSame(a: CellName | undefined, b: CellName): boolean {
  return a !== undefined && a.key === b.key && a.column === b.column;
}
