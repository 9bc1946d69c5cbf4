import type { HeadRow } from '../reading/ImportReader.ts';
import type { Merge } from '../reading/SourceBook.ts';
import { type ColumnGuess, scoreHeader } from './guessColumns.ts';
import { readTitles } from './readTitles.ts';

/** Titles, forms and approvals stand above a table, but not more of them. */
const mostLinesAbove = 40;

/**
 * The number of the row next to the data, and how many columns it names. A row that names none is
 * still the likeliest when it is the first that fills most of the width.
 */
export function guessHeaderRow(
  rows: readonly HeadRow[],
  merges: readonly Merge[],
  guess: (titles: readonly string[]) => readonly ColumnGuess[],
): { headerRow: number; score: number } {
  const columnCount = Math.max(0, ...rows.map(({ texts }) => texts.length));
  const candidates = rows.slice(0, mostLinesAbove);
  let best = { headerRow: 0, score: 0 };
  for (const { number } of candidates) {
    const score = scoreHeader(guess(readTitles(rows, number, columnCount, merges)));
    if (score > best.score) best = { headerRow: number, score };
  }
  if (best.score > 0) return best;
  const widths = candidates.map(({ texts }) => texts.filter((text) => text.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  const first = candidates[widths.findIndex((width) => width * 2 > widest)];
  return { headerRow: first?.number ?? 0, score: 0 };
}
