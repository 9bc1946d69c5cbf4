import type { Row } from '../model/rows.ts';
import { must } from '../must.ts';

/** What a slice comes to; rows come and go in any order. */
export type Tally<T> = {
  enter(row: Row, sign: 1 | -1): void;
  read(): T;
};

type Slice<T> = {
  isBehind: (row: Row) => boolean;
  tally: Tally<T>;
  count: T | null;
  /** Kept for who asks for them again before one of them has changed. */
  behind: readonly Row[] | null;
};

/**
 * Slices of one kind, each counted over all rows once, when it is first read, and kept in step from
 * then on. What is read stays the same object until a row behind it changes.
 */
export class SliceBook<T extends object> {
  readonly #slices = new Map<string, Slice<T>>();

  /** Of a slice that has been read. `rows` are all there are, in the order of the report. */
  readBehind(key: string, rows: () => readonly Row[]): readonly Row[] {
    const slice = must(this.#slices.get(key), 'a slice that was read');
    slice.behind ??= rows().filter(slice.isBehind);
    return slice.behind;
  }

  read(key: string, rows: () => Iterable<Row>, build: () => Pick<Slice<T>, 'isBehind' | 'tally'>): T {
    let slice = this.#slices.get(key);
    if (slice === undefined) {
      slice = { ...build(), count: null, behind: null };
      for (const row of rows()) if (slice.isBehind(row)) slice.tally.enter(row, 1);
      this.#slices.set(key, slice);
    }
    slice.count ??= slice.tally.read();
    return slice.count;
  }

  enter(row: Row, sign: 1 | -1): void {
    for (const slice of this.#slices.values()) {
      if (!slice.isBehind(row)) continue;
      slice.tally.enter(row, sign);
      slice.count = null;
      slice.behind = null;
    }
  }

  retain(keys: ReadonlySet<string>): void {
    for (const key of this.#slices.keys()) if (!keys.has(key)) this.#slices.delete(key);
  }

  clear(): void {
    this.#slices.clear();
  }
}
