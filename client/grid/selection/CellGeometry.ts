import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellName } from './CellName.ts';

/** The part of the table where rows scroll, in viewport coordinates: without header, totals and row numbers. */
export type ScrollBounds = { top: number; right: number; bottom: number; left: number };

/** Between two rows as they stand on the screen, or before the first or after the last. */
export type RowGap = {
  /** The place of the row below it. */
  index: number;
  /** Where it is, in viewport coordinates. */
  y: number;
};

/** Where cells are on the page, in pixels. */
export class CellGeometry {
  readonly #cells: CellMap;

  constructor(cells: CellMap) {
    this.#cells = cells;
  }

  /** What scrolls, both ways. */
  viewport(): Element | null {
    return this.#cells.element.querySelector('.ag-grid-viewport');
  }

  scrollBounds(): ScrollBounds {
    const box = this.viewport()?.getBoundingClientRect() ?? new DOMRect();
    const header = this.#rect('.ag-header');
    const totals = this.#rect('.ag-grid-pinned-bottom-rows-container .ag-row');
    const number = this.#rect(`.ag-header-cell[col-id="${numberColumn}"]`);
    return {
      top: header?.bottom ?? box.top,
      right: box.right,
      bottom: totals?.top ?? box.bottom,
      left: number?.right ?? box.left,
    };
  }

  /** The cell at a point; outside of the rows the nearest one in sight. Null when no row is. */
  nameAt(x: number, y: number): CellName | null {
    const bounds = this.scrollBounds();
    const key = this.#keyAt(Math.min(bounds.bottom - 2, Math.max(bounds.top + 2, y)), bounds);
    const column = this.#columnAt(Math.min(bounds.right - 2, Math.max(bounds.left + 2, x)), bounds);
    return key === null || column === null ? null : { key, column };
  }

  /** The gap between rows that is nearest to this height; null when no row is in sight. */
  gapAt(y: number): RowGap | null {
    const bounds = this.scrollBounds();
    const within = Math.min(bounds.bottom - 2, Math.max(bounds.top + 2, y));
    const row =
      document.elementFromPoint(bounds.left - 4, within)?.closest('.ag-row') ??
      this.#cells.element.querySelector(`.ag-row[row-index="${this.#cells.rowCount() - 1}"]`);
    const index = Number(row?.getAttribute('row-index') ?? Number.NaN);
    if (!row || Number.isNaN(index)) return null;
    const { top, bottom } = row.getBoundingClientRect();
    return within < (top + bottom) / 2 ? { index, y: top } : { index: index + 1, y: bottom };
  }

  /** For a focus that is to scroll nothing: the leftmost column of which the whole row number side is in sight. */
  firstColumnInSight(): string | null {
    const bounds = this.scrollBounds();
    const column = this.#columnAt(bounds.left + 2, bounds);
    const columns = this.#cells.columns();
    const header = this.#rect(`.ag-header-cell[col-id="${CSS.escape(column ?? '')}"]`);
    const isCut = header !== null && header.left < bounds.left - 1;
    const place = columns.indexOf(column ?? '');
    return (isCut ? columns[place + 1] : undefined) ?? column;
  }

  /** The topmost row that is wholly in sight. */
  firstKeyInSight(): RowKey | null {
    const bounds = this.scrollBounds();
    const key = this.#keyAt(bounds.top + 2, bounds);
    const index = key === null ? null : this.#cells.indexOf(key);
    if (key === null || index === null) return null;
    const row = this.#rect(`.ag-row[row-id="${CSS.escape(key)}"]`);
    return row !== null && row.top < bounds.top - 1 ? (this.#cells.keyAt(index + 1) ?? key) : key;
  }

  /** The numbers never scroll away sideways, so a row is found by its number. */
  #keyAt(y: number, { left }: ScrollBounds): RowKey | null {
    const row = document.elementFromPoint(left - 4, y)?.closest('.ag-row') ?? null;
    const key = row?.getAttribute('row-id') as RowKey | null | undefined;
    if (key && this.#cells.indexOf(key) !== null) return key;
    for (let index = this.#cells.rowCount() - 1; index >= 0; index -= 1) {
      const last = this.#cells.keyAt(index);
      if (last !== null) return last;
    }
    return null;
  }

  /** And a column by its header, which never scrolls away upwards. */
  #columnAt(x: number, { top }: ScrollBounds): string | null {
    const header = document.elementFromPoint(x, top - 6)?.closest('.ag-header-cell');
    const column = header?.getAttribute('col-id') ?? '';
    const columns = this.#cells.columns();
    return columns.includes(column) ? column : (columns.at(-1) ?? null);
  }

  #rect(selector: string): DOMRect | null {
    return this.#cells.element.querySelector(selector)?.getBoundingClientRect() ?? null;
  }
}
