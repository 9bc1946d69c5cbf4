import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import { includesCell, type SelectionRange } from './selectionRange.ts';

const edges = ['zvit-edge-top', 'zvit-edge-right', 'zvit-edge-bottom', 'zvit-edge-left'] as const;

/**
 * Marks the selected cells that are on the page, and those that scrolling brings, by classes of their
 * own. Nothing is drawn anew: ten thousand selected rows cost what is in sight.
 */
export class SelectionPainter {
  readonly #cells: CellMap;
  readonly #observer: MutationObserver;
  #ranges: readonly SelectionRange[] = [];

  constructor(cells: CellMap) {
    this.#cells = cells;
    this.#observer = new MutationObserver((records) => this.#paintAdded(records));
    this.#observer.observe(cells.element, { childList: true, subtree: true });
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  /** Ranges of one cell are not marked: the focus is. */
  paint(ranges: readonly SelectionRange[]): void {
    this.#ranges = ranges;
    const columns = this.#cells.columns();
    for (const row of this.#cells.element.querySelectorAll('.ag-row')) this.#paintRow(row, columns);
    this.#paintHeader();
  }

  #paintAdded(records: readonly MutationRecord[]): void {
    const rows = new Set<Element>();
    let isHeader = false;
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.classList.contains('ag-row')) rows.add(node);
        else if (node.classList.contains('ag-cell')) {
          const row = node.closest('.ag-row');
          if (row !== null) rows.add(row);
        } else if (node.classList.contains('ag-header-cell')) isHeader = true;
        else for (const row of node.querySelectorAll('.ag-row')) rows.add(row);
      }
    }
    if (rows.size > 0) {
      const columns = this.#cells.columns();
      for (const row of rows) this.#paintRow(row, columns);
    }
    if (isHeader) this.#paintHeader();
  }

  #paintRow(row: Element, columns: readonly string[]): void {
    const key = row.getAttribute('row-id') as RowKey | null;
    // The line of totals has an index too, of its own.
    if (row.classList.contains('ag-row-pinned')) return;
    const index = key === null ? null : this.#cells.indexOf(key);
    const above = index === null ? null : this.#cells.keyAt(index - 1);
    const below = index === null ? null : this.#cells.keyAt(index + 1);
    let isRowSelected = false;
    for (const column of columns) isRowSelected ||= this.#includes(key, column);
    row.classList.toggle('zvit-row-selected', isRowSelected);
    for (const cell of row.querySelectorAll('.ag-cell')) {
      const column = cell.getAttribute('col-id') ?? '';
      if (column === numberColumn) {
        cell.classList.toggle('zvit-marked', isRowSelected);
        continue;
      }
      const place = columns.indexOf(column);
      const isSelected = this.#includes(key, column);
      cell.classList.toggle('zvit-selected', isSelected);
      if (isSelected) cell.setAttribute('aria-selected', 'true');
      else cell.removeAttribute('aria-selected');
      const isEdge = [
        !this.#includes(above, column),
        !this.#includes(key, columns[place + 1]),
        !this.#includes(below, column),
        !this.#includes(key, columns[place - 1]),
      ];
      for (const [side, name] of edges.entries())
        cell.classList.toggle(name, isSelected && isEdge[side] === true);
    }
  }

  /** A column in which something is selected has its header marked. */
  #paintHeader(): void {
    for (const header of this.#cells.element.querySelectorAll('.ag-header-cell')) {
      const column = header.getAttribute('col-id') ?? '';
      const isMarked =
        column !== numberColumn && this.#ranges.some(({ columns }) => columns?.has(column) ?? true);
      header.classList.toggle('zvit-marked', isMarked);
    }
  }

  #includes(key: RowKey | null, column: string | undefined): boolean {
    if (key === null || column === undefined) return false;
    return this.#ranges.some((range) => includesCell(range, { key, column }));
  }
}
