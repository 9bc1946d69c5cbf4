import Papa from 'papaparse';
import { AppError } from '#shared/errors/AppError.ts';
import { assertBound, importBounds } from '../importBounds.ts';
import type { SourceRow, SourceSheet } from '../SourceBook.ts';
import { restoreCell } from './restoreCell.ts';

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

type Options = {
  /** What the person chose instead of the guess; null to guess. */
  delimiter?: Delimiter | null;
  onProgress?(rows: number): void;
};

const progressRows = 1_000;
const delimiterLine = /^sep=([;,\t|])\n/i;

/**
 * The lines of a CSV file that have something in them. A line that only names the delimiter, as Excel
 * understands it, is no row.
 *
 * @throws AppError `import.quotes` with the row that opens a quote nobody closes, and for bounds
 */
export function readCsv(
  text: string,
  { delimiter = null, onProgress }: Options = {},
): SourceSheet & { delimiter: Delimiter } {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const named = delimiterLine.exec(lines);
  const body = named === null ? lines : lines.slice(named[0].length);
  const chosen = delimiter ?? (named?.[1] as Delimiter | undefined) ?? guessDelimiter(body);
  const rows: SourceRow[] = [];
  let number = named === null ? 0 : 1;
  let cellCount = 0;
  Papa.parse<string[]>(body, {
    delimiter: chosen,
    newline: '\n',
    step({ data, errors }) {
      number += 1;
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        throw new AppError('import.quotes', { row: number });
      }
      const cells = data.map((cell) => {
        if (cell === '') return null;
        assertBound(cell.length, importBounds.cellLength, 'import.too-long-cell');
        return restoreCell(cell);
      });
      while (cells.at(-1) === null) cells.pop();
      if (cells.length === 0) return;
      assertBound(cells.length, importBounds.columns, 'import.too-many-columns', { sheet: 'CSV' });
      cellCount += cells.length;
      assertBound(cellCount, importBounds.cells, 'import.too-many-cells', { sheet: 'CSV' });
      rows.push({ number, isHidden: false, cells });
      assertBound(rows.length, importBounds.rows, 'import.too-many-rows', { sheet: 'CSV' });
      if (rows.length % progressRows === 0) onProgress?.(rows.length);
    },
  });
  return { rows, merges: [], hiddenColumns: new Set(), delimiter: chosen };
}

const sampleLength = 64 * 1024;

/** That delimiter which cuts the first lines into the most columns that most of them share. */
function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength);
  const scores = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 50 });
    const widths = data.map((cells) => cells.length).filter((width) => width > 1);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [commonest = 1, lines = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return lines * Math.min(commonest, 12);
  });
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ';';
}
