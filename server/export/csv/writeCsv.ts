import { stringify } from 'csv-stringify/sync';
import type { CsvFlavour } from '#shared/export/ExportFile.ts';
import { defuseText } from '#shared/report/defuseText.ts';
import type { Cell } from '../tables/Cell.ts';
import { formatCell } from './formatCell.ts';

const byteOrderMark = '\uFEFF';

const flavourOptions = {
  standard: { delimiter: ',', start: '' },
  /** Without the mark Excel reads UTF-8 as an 8-bit code page; its Ukrainian list separator is the semicolon. */
  excel: { delimiter: ';', start: byteOrderMark },
} as const;

/** A header and its rows as the text of a CSV file; lines end with CRLF. */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  flavour: CsvFlavour,
): string {
  const { delimiter, start } = flavourOptions[flavour];
  const records = [
    header.map(defuseText),
    ...rows.map((cells) => cells.map((cell) => formatCell(cell, flavour))),
  ];
  // By itself the library quotes only what holds its own end of line, and spreadsheets end lines at any.
  return start + stringify(records, { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
