import { findRowRole } from '../reading/findRowRole.ts';
import type { HeadRow } from '../reading/ImportReader.ts';

const shownExamples = 3;

/** The first values of a column under its header, as they look in the file: of data only. */
export function readExamples(rows: readonly HeadRow[], headerRow: number, column: number): string[] {
  return rows
    .filter((row) => row.number > headerRow && isData(row, headerRow))
    .map(({ texts }) => texts[column]?.trim() ?? '')
    .filter((text) => text !== '')
    .slice(0, shownExamples);
}

function isData({ number, texts }: HeadRow, headerRow: number): boolean {
  const cells = texts.map((text) => (text.trim() === '' ? null : text));
  return findRowRole({ number, cells }, headerRow).role === 'data';
}
