import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CellMatch, FindPlace } from './CellMatch.ts';
import type { TextMatch } from './findMatches.ts';

/** What was found in one row. */
export type RowMatches = {
  count(row: Row): number;
  columns(row: Row): readonly string[];
  find(row: Row, column: string): readonly TextMatch[];
};

export type Direction = 1 | -1;

/** Finds one's way among the matches of rows in order. Made for one look at them. */
export class MatchedRows {
  readonly #rows: readonly Row[];
  readonly #matches: RowMatches;

  constructor(rows: readonly Row[], matches: RowMatches) {
    this.#rows = rows;
    this.#matches = matches;
  }

  /** The first match at a place or after it, round the end; of all when there is no place. */
  from(place: FindPlace | null): CellMatch | null {
    return this.#nearest(place, 1, (order) => order >= 0);
  }

  /** The next match after another, or the one before it, round the end. */
  beside(match: CellMatch, direction: Direction): CellMatch | null {
    return this.#nearest(match, direction, (order) => order * direction > 0);
  }

  /** The last match before a place, round the beginning. */
  before(place: FindPlace | null): CellMatch | null {
    return this.#nearest(place, -1, (order) => order < 0);
  }

  /** Where a match stands after its row has changed: the next one of its cell, or the last one there is. */
  follow({ key, column, match }: CellMatch): CellMatch | null {
    const row = this.#rows[this.#indexOf(key)];
    const own = row === undefined ? [] : this.#list(row).filter((candidate) => candidate.column === column);
    return own.find((candidate) => candidate.match.start >= match.start) ?? own.at(-1) ?? null;
  }

  /** Which of all matches it is, from 1; null when it is none of them. */
  positionOf(match: CellMatch): number | null {
    const index = this.#indexOf(match.key);
    const row = this.#rows[index];
    if (row === undefined) return null;
    const inRow = this.#list(row).findIndex((candidate) => this.#compare(row, candidate, match) === 0);
    if (inRow < 0) return null;
    const before = this.#rows.slice(0, index).reduce((sum, other) => sum + this.#matches.count(other), 0);
    return before + inRow + 1;
  }

  #nearest(
    place: FindPlace | null,
    direction: Direction,
    fits: (order: number) => boolean,
  ): CellMatch | null {
    const { length } = this.#rows;
    const index = place === null ? -1 : this.#indexOf(place.key);
    const row = this.#rows[index];
    if (row !== undefined && place !== null) {
      const own = this.#list(row).filter((match) => fits(this.#compare(row, match, place)));
      const nearest = direction === 1 ? own[0] : own.at(-1);
      if (nearest !== undefined) return nearest;
    }
    // From nowhere the first comes after all, and the last before all.
    const start = index < 0 && direction === -1 ? length : index;
    for (let distance = 1; distance <= length; distance += 1) {
      const candidate = this.#rows[(start + direction * distance + 2 * length) % length];
      if (candidate === undefined || this.#matches.count(candidate) === 0) continue;
      const own = this.#list(candidate);
      return (direction === 1 ? own[0] : own.at(-1)) ?? null;
    }
    return null;
  }

  #indexOf(key: RowKey): number {
    return this.#rows.findIndex((row) => rowKey(row) === key);
  }

  #list(row: Row): CellMatch[] {
    if (this.#matches.count(row) === 0) return [];
    const key = rowKey(row);
    return this.#matches
      .columns(row)
      .flatMap((column) => this.#matches.find(row, column).map((match) => ({ key, column, match })));
  }

  /** Below zero when `a` stands before `b`, of the same row. A cell begins before its first match. */
  #compare(row: Row, a: CellMatch, b: FindPlace): number {
    const columns = this.#matches.columns(row);
    const order = columns.indexOf(a.column) - columns.indexOf(b.column);
    return order === 0 ? a.match.start - (b.match?.start ?? 0) : order;
  }
}
