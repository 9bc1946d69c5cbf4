import type { AppError } from '#shared/errors/AppError.ts';
import type { RefusedWish } from './judgeWishes.ts';

export type RefusalLine = { reason: string; count: number; rows: string; columns: string[] };

/** Refused cells by their reason, the most frequent first: in which rows, as numbered on the screen, and columns. */
export function describeRefusals(
  refused: readonly RefusedWish[],
  words: {
    reason(error: AppError): string;
    rowNumber(refused: RefusedWish): string;
    columnTitle(column: string): string;
  },
): RefusalLine[] {
  const groups = Map.groupBy(refused, ({ error }) => words.reason(error));
  return [...groups]
    .map(([reason, cells]) => ({
      reason,
      count: cells.length,
      rows: joinNumbers([...new Set(cells.map((cell) => Number(words.rowNumber(cell))))]),
      columns: [...new Set(cells.map(({ column }) => words.columnTitle(column)))],
    }))
    .sort((a, b) => b.count - a.count);
}

/** `3–5, 8`. A number that is none (a row not shown) is left out. */
export function joinNumbers(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers.filter((candidate) => candidate > 0).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
