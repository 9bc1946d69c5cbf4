import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { ImportProblem } from '#shared/api/structure.ts';
import type { CsvLines } from '#shared/structure/CsvLines.ts';

type Parsed = { info: Info; record: string[] };

/**
 * A CSV file with commas, or with semicolons as Ukrainian Excel writes it, with or without a mark of the
 * order of bytes. Nothing is guessed: a line with another number of cells than the first is a problem, and
 * so is a quote that is not closed, which is told for the line where it opens.
 */
export function readCsvLines(csv: string): CsvLines {
  const text = csv.replace(/^\uFEFF/, '').replace(/^sep=[;,]\r?\n/i, '');
  const skipped = csv.replace(/^\uFEFF/, '').length === text.length ? 0 : 1;
  const firstLine = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  try {
    const records = parse(text, {
      delimiter: firstLine.includes(';') ? ';' : ',',
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as Parsed[];
    return toLines(records, skipped);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (findOpenQuote(text) ?? Number(error.lines ?? 1)) + skipped;
    return { header: [], lines: [], problems: [{ line, code: 'quotes', column: '', value: '' }] };
  }
}

function toLines(records: readonly Parsed[], skipped: number): CsvLines {
  const [head, ...rest] = records;
  if (head === undefined) {
    return { header: [], lines: [], problems: [{ line: 1, code: 'empty', column: '', value: '' }] };
  }
  const header = head.record;
  const problems: ImportProblem[] = [];
  const lines: { line: number; cells: string[] }[] = [];
  for (const { info, record } of rest) {
    // The reader counts where a record ends; one with line ends in its cells began before that.
    const ends = record.reduce((total, cell) => total + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    const line = info.lines - ends + skipped;
    if (record.every((cell) => cell.trim() === '')) continue;
    if (record.length === header.length) lines.push({ line, cells: record });
    else problems.push({ line, code: 'cell-count', column: '', value: String(record.length) });
  }
  return { header, lines, problems };
}

/** The line of the quote that nobody closes; null when all are closed. A doubled quote closes and opens again. */
function findOpenQuote(text: string): number | null {
  let line = 1;
  let opened: number | null = null;
  for (const [mark] of text.matchAll(/"|\r\n|\r|\n/g)) {
    if (mark !== '"') line += 1;
    else opened = opened === null ? line : null;
  }
  return opened;
}
