import { must } from '../must.ts';

/**
 * Rows kept in an order that tells any two apart. A row is taken out by the place it has in that
 * order, so it must be one that was added.
 */
export class SortedRows<R> {
  readonly #rows: R[] = [];
  readonly #compare: (a: R, b: R) => number;

  constructor(compare: (a: R, b: R) => number) {
    this.#compare = compare;
  }

  add(row: R): void {
    this.#rows.splice(this.#findPlace(row), 0, row);
  }

  remove(row: R): void {
    this.#rows.splice(this.#findPlace(row), 1);
  }

  /** The rows themselves, not a copy. */
  get rows(): readonly R[] {
    return this.#rows;
  }

  #findPlace(row: R): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(must(this.#rows[middle], 'row between the bounds'), row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
