import { rowKey } from '#client/sync/RowStore.ts';
import { backgroundMs, runInSlices } from '#client/sync/runInSlices.ts';
import type { Steps } from '#client/sync/runSteps.ts';
import { createSignal, type Signal } from '#client/sync/Signal.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CellMatch, FindPlace } from './CellMatch.ts';
import type { FindQuery } from './FindQuery.ts';
import { buildNeedle, type Needle, type TextMatch } from './findMatches.ts';
import { type Direction, MatchedRows, type RowMatches } from './MatchedRows.ts';
import type { RowFolder } from './RowFolder.ts';

export type FindState = {
  /** Matches in the rows that are shown; null while nothing is sought. */
  count: number | null;
  /** Matches in rows that the filter hides. */
  hiddenCount: number;
  current: CellMatch | null;
  /** Which of the matches shown the current one is, from 1; null when there is none. */
  position: number | null;
  /** False while rows are still looked through: the numbers are then those from before. */
  isCounted: boolean;
};

/** What is looked through, as it stands at the moment of asking. */
export type FindSource = {
  /** As shown, in order. */
  shownRows(): readonly Row[];
  /** Every row of the table. */
  allRows(): Iterable<Row>;
  /** As shown, in order. */
  columns(): readonly string[];
};

export type MatchedCell = { row: Row; column: string; matches: readonly TextMatch[] };

export type CellFinder = {
  readonly state: Signal<FindState>;
  /** Looks for something else, and goes to the first match at `from` or after it. */
  seek(query: FindQuery | null, from: FindPlace | null): void;
  /**
   * Rows, their order, the filter or the columns have changed. Costs the rows that are new. Goes to the
   * first match at `from` or after it, and without one stays where it is.
   */
  recount(from?: FindPlace): void;
  /** Goes on from the current match, or from a place. */
  step(direction: Direction, from: FindPlace | null): CellMatch | null;
  matchesIn(row: Row, column: string): readonly TextMatch[];
  /** Cells of the rows shown that hold what is sought, in order. */
  matchedCells(): Generator<MatchedCell>;
  stop(): void;
};

const nothing: FindState = { count: null, hiddenCount: 0, current: null, position: null, isCounted: true };

/** Counts what is sought over all rows, in slices, and keeps the count in step with them. */
export function createCellFinder(source: FindSource, folder: RowFolder): CellFinder {
  const state = createSignal<FindState>(nothing);
  let query: FindQuery | null = null;
  let needle: Needle | null = null;
  let columns: readonly string[] = [];
  /** Of what is sought, by row: a changed row is another object, and is counted anew. */
  let counts = new WeakMap<Row, number>();
  /** Where to begin when all is counted; undefined when one is on the way already. */
  let begin: FindPlace | null | undefined;
  let run = new AbortController();

  const matches: RowMatches = {
    count(row) {
      let count = counts.get(row);
      if (count === undefined) {
        count = 0;
        if (needle !== null)
          for (const column of matches.columns(row)) count += folder.count(row, column, needle);
        counts.set(row, count);
      }
      return count;
    },
    columns(row) {
      if (query === null) return [];
      const { column, scope } = query;
      const inScope = scope?.get(rowKey(row));
      if (scope !== null && inScope === undefined) return [];
      return columns.filter(
        (candidate) => (column ?? candidate) === candidate && (inScope?.has(candidate) ?? true),
      );
    },
    find: (row, column) => (needle === null ? [] : folder.find(row, column, needle)),
  };

  async function count(): Promise<void> {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    if (needle === null) {
      state.set(nothing);
      return;
    }
    state.set({ ...state.get(), isCounted: false });
    const wanted = source.columns();
    if (wanted.join() !== columns.join()) counts = new WeakMap();
    columns = wanted;
    const shown = source.shownRows();
    const isShown = new Set(shown);
    const sums = await runInSlices(countAll(), { signal, sliceMs: backgroundMs });
    // Told to begin anew between the last row and here, it must not pass for the newer count.
    if (sums === null || signal.aborted) return;
    const rows = new MatchedRows(shown, matches);
    const previous = state.get().current;
    const current = begin !== undefined ? rows.from(begin) : previous && rows.follow(previous);
    begin = undefined;
    const position = current && rows.positionOf(current);
    state.set({ count: sums.shown, hiddenCount: sums.hidden, current, position, isCounted: true });

    function* countAll(): Steps<{ shown: number; hidden: number }, undefined> {
      const counted = { shown: 0, hidden: 0 };
      for (const row of shown) {
        counted.shown += matches.count(row);
        yield;
      }
      for (const row of source.allRows()) {
        if (!isShown.has(row)) counted.hidden += matches.count(row);
        yield;
      }
      return counted;
    }
  }

  return {
    state,
    seek(next, from) {
      query = next;
      needle = next && buildNeedle(next.text, next);
      counts = new WeakMap();
      begin = from;
      void count();
    },
    recount(from) {
      if (from !== undefined) begin = from;
      void count();
    },
    step(direction, from) {
      const rows = new MatchedRows(source.shownRows(), matches);
      const { current } = state.get();
      const found =
        from !== null || current === null
          ? direction === 1
            ? rows.from(from)
            : rows.before(from)
          : rows.beside(current, direction);
      state.set({ ...state.get(), current: found, position: found && rows.positionOf(found) });
      return found;
    },
    matchesIn(row, column) {
      const isSought = matches.count(row) > 0 && matches.columns(row).includes(column);
      return isSought ? matches.find(row, column) : [];
    },
    *matchedCells() {
      for (const row of source.shownRows()) {
        if (matches.count(row) === 0) continue;
        for (const column of matches.columns(row)) {
          const found = matches.find(row, column);
          if (found.length > 0) yield { row, column, matches: found };
        }
      }
    },
    stop() {
      run.abort();
    },
  };
}
