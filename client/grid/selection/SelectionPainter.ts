import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellName } from './CellName.ts';
import { type CellSet, includesCell } from './selectionRange.ts';

/** What can be marked, each with its own frame: `zvit-cut`, and on the frame's sides `zvit-cut-top` and so on. */
type Layer = 'selected' | 'cut' | 'filling';
const sides = ['top', 'right', 'bottom', 'left'] as const;

/**
 * Marks cells that are on the page, and those that scrolling brings, by classes of their own. Nothing
 * is drawn anew: ten thousand selected rows cost what is in sight.
 */
export class SelectionPainter {
  readonly #cells: CellMap;
  readonly #observer: MutationObserver;
  readonly #handle = document.createElement('span');
  readonly #layers: Record<Layer, readonly CellSet[]> = { selected: [], cut: [], filling: [] };
  #handleCell: CellName | null = null;

  constructor(cells: CellMap) {
    this.#cells = cells;
    this.#handle.className = 'zvit-handle';
    this.#observer = new MutationObserver((records) => this.#paintAdded(records));
    this.#observer.observe(cells.element, { childList: true, subtree: true });
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  /** The small square that fills when it is drawn. */
  get handle(): Element {
    return this.#handle;
  }

  /** `handleCell` is where the handle stands, if anywhere. */
  paintSelection(ranges: readonly CellSet[], handleCell: CellName | null): void {
    this.#handleCell = handleCell;
    this.paintLayer('selected', ranges);
    this.#paintHeader();
  }

  paintLayer(layer: Layer, sets: readonly CellSet[]): void {
    this.#layers[layer] = sets;
    this.repaint();
  }

  repaint(): void {
    this.#paintRows(this.#cells.element.querySelectorAll('.ag-row'));
  }

  #paintAdded(records: readonly MutationRecord[]): void {
    const rows = new Set<Element>();
    let isHeader = false;
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        const row = node.closest('.ag-row');
        if (row !== null && node !== this.#handle) rows.add(row);
        else if (node.classList.contains('ag-header-cell')) isHeader = true;
        else for (const inner of node.querySelectorAll('.ag-row')) rows.add(inner);
      }
    }
    if (rows.size > 0) this.#paintRows(rows);
    if (isHeader) this.#paintHeader();
  }

  #paintRows(rows: Iterable<Element>): void {
    const columns = this.#cells.columns();
    this.#placeHandle();
    for (const row of rows) {
      // The line of totals has an index too, of its own.
      if (!row.classList.contains('ag-row-pinned')) this.#paintRow(row, columns);
    }
  }

  #paintRow(row: Element, columns: readonly string[]): void {
    const key = row.getAttribute('row-id') as RowKey | null;
    const index = key === null ? null : this.#cells.indexOf(key);
    const above = index === null ? null : this.#cells.keyAt(index - 1);
    const below = index === null ? null : this.#cells.keyAt(index + 1);
    const isMarked = columns.some((column) => includes(this.#layers.selected, key, column));
    // Selected as a row: it can be moved by its number.
    const isWhole =
      key !== null &&
      this.#layers.selected.some(({ rows, columns: some }) => some === null && rows?.has(key) === true);
    row.classList.toggle('zvit-row-selected', isMarked);
    for (const cell of row.querySelectorAll('.ag-cell')) {
      const column = cell.getAttribute('col-id') ?? '';
      if (column === numberColumn) {
        cell.classList.toggle('zvit-marked', isMarked);
        cell.classList.toggle('zvit-whole', isWhole);
        continue;
      }
      const place = columns.indexOf(column);
      for (const [layer, sets] of Object.entries(this.#layers)) {
        const isIn = includes(sets, key, column);
        if (!isIn && !cell.classList.contains(`zvit-${layer}`)) continue;
        const isInside = [
          includes(sets, above, column),
          includes(sets, key, columns[place + 1]),
          includes(sets, below, column),
          includes(sets, key, columns[place - 1]),
        ];
        cell.classList.toggle(`zvit-${layer}`, isIn);
        for (const [at, side] of sides.entries())
          cell.classList.toggle(`zvit-${layer}-${side}`, isIn && isInside[at] !== true);
      }
      if (cell.classList.contains('zvit-selected')) cell.setAttribute('aria-selected', 'true');
      else cell.removeAttribute('aria-selected');
    }
  }

  #placeHandle(): void {
    const cell = this.#handleCell && this.#cells.findElement(this.#handleCell);
    if (this.#handle.parentElement === cell) return;
    this.#handle.remove();
    cell?.append(this.#handle);
  }

  /** A column in which something is selected has its header marked. */
  #paintHeader(): void {
    for (const header of this.#cells.element.querySelectorAll('.ag-header-cell')) {
      const column = header.getAttribute('col-id') ?? '';
      const isMarked =
        column !== numberColumn && this.#layers.selected.some(({ columns }) => columns?.has(column) ?? true);
      header.classList.toggle('zvit-marked', isMarked);
    }
  }
}

function includes(sets: readonly CellSet[], key: RowKey | null, column: string | undefined): boolean {
  if (key === null || column === undefined) return false;
  return sets.some((set) => includesCell(set, { key, column }));
}
