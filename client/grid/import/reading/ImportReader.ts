import { AppError } from '#shared/errors/AppError.ts';
import { decodeText, type TextEncoding } from './csv/decodeText.ts';
import { type Delimiter, readCsv } from './csv/readCsv.ts';
import { findRowRole } from './findRowRole.ts';
import type { ImportRow, RowsRequest } from './ImportRow.ts';
import { assertBound, importBounds } from './importBounds.ts';
import { plainReading, printCell } from './printCell.ts';
import type { Merge, SourceRow, SourceSheet } from './SourceBook.ts';
import { sniffFile } from './sniffFile.ts';
import { readSheet } from './xlsx/readSheet.ts';
import { readWorkbook, type Workbook } from './xlsx/readWorkbook.ts';

/** How a person told us to read a CSV file, where the guess was wrong; null to guess. */
export type CsvChoice = { encoding: TextEncoding | null; delimiter: Delimiter | null };

export type HeadRow = { number: number; isHidden: boolean; texts: string[] };

/** The first rows of a sheet, to choose by. */
export type SheetHead = { name: string | null; isHidden: boolean; rows: HeadRow[] };

export type BookInfo = {
  sheets: SheetHead[];
  /** How the text was read; null for a workbook. */
  csv: { encoding: TextEncoding; delimiter: Delimiter } | null;
};

export type SheetInfo = {
  rowCount: number;
  columnCount: number;
  hiddenRowCount: number;
  hiddenColumns: number[];
  merges: Merge[];
};

const headRows = 60;
/** Reads one file, step by step, for whoever asks. Runs in a worker, and needs nothing of one. */
export class ImportReader {
  #workbook: Workbook | null = null;
  #csv: SourceSheet | null = null;
  #sheet: SourceSheet = { rows: [], merges: [], hiddenColumns: new Set() };

  /** @throws AppError `import.…` for a file that cannot be taken, with what to do */
  async open(file: Blob, choice: CsvChoice, onProgress: (rows: number) => void): Promise<BookInfo> {
    assertBound(file.size, importBounds.fileBytes, 'import.too-large', {
      limit: importBounds.fileBytes / 1024 / 1024,
    });
    const bytes = await readBytes(file);
    if (sniffFile(bytes) === 'csv') return this.#openCsv(bytes, choice, onProgress);
    const workbook = await readWorkbook(bytes);
    this.#workbook = workbook;
    const sheets: SheetHead[] = [];
    for (const sheet of workbook.sheets) {
      const { rows } = await readSheet(workbook, sheet, { rowLimit: headRows });
      sheets.push({ name: sheet.name, isHidden: sheet.isHidden, rows: rows.map(printHeadRow) });
    }
    return { sheets, csv: null };
  }

  #openCsv(bytes: Uint8Array, choice: CsvChoice, onProgress: (rows: number) => void): BookInfo {
    const { text, encoding } = decodeText(bytes, choice.encoding);
    const sheet = readCsv(text, { delimiter: choice.delimiter, onProgress });
    if (sheet.rows.length === 0) throw new AppError('import.empty');
    this.#csv = sheet;
    const rows = sheet.rows.slice(0, headRows).map(printHeadRow);
    return {
      sheets: [{ name: null, isHidden: false, rows }],
      csv: { encoding, delimiter: sheet.delimiter },
    };
  }

  /** Reads all of a sheet; {@link rows} then gives its values. */
  async openSheet(index: number, onProgress: (rows: number) => void): Promise<SheetInfo> {
    const listed = this.#workbook?.sheets[index];
    if (this.#workbook !== null && listed !== undefined) {
      this.#sheet = await readSheet(this.#workbook, listed, { onProgress });
    } else if (this.#csv !== null) {
      this.#sheet = this.#csv;
    }
    const { rows, merges, hiddenColumns } = this.#sheet;
    return {
      rowCount: rows.length,
      columnCount: Math.max(0, ...countColumns(rows)),
      hiddenRowCount: rows.filter(({ isHidden }) => isHidden).length,
      hiddenColumns: [...hiddenColumns],
      merges,
    };
  }

  /** The rows below the header, in slices, as texts that the columns' checks read. */
  *rows(request: RowsRequest, sliceRows: number): Generator<ImportRow[]> {
    const filled = request.fillsMerges ? this.#collectFills(request.headerRow) : null;
    let slice: ImportRow[] = [];
    for (const row of this.#sheet.rows) {
      if (row.number <= request.headerRow) continue;
      const errors: ImportRow['errors'] = [];
      const fills = filled?.get(row.number);
      const cells = request.columns.map(({ column, reading }, place) => {
        const cell = row.cells[column] ?? fills?.get(column) ?? null;
        if (typeof cell === 'object' && cell?.type === 'error') errors.push({ place, code: cell.code });
        return printCell(cell, reading) ?? { text: '' };
      });
      const { role, label } = findRowRole(row, request.headerRow);
      slice.push({ number: row.number, role, label, isHidden: row.isHidden, cells, errors });
      if (slice.length === sliceRows) {
        yield slice;
        slice = [];
      }
    }
    yield slice;
  }

  #collectFills(headerRow: number): Map<number, Map<number, SourceRow['cells'][number]>> {
    const rowsByNumber = new Map(this.#sheet.rows.map((row) => [row.number, row]));
    const fills = new Map<number, Map<number, SourceRow['cells'][number]>>();
    for (const { top, bottom, left } of this.#sheet.merges) {
      const value = rowsByNumber.get(top)?.cells[left] ?? null;
      if (value === null || top <= headerRow) continue;
      for (let number = top + 1; number <= bottom; number += 1) {
        if (!rowsByNumber.has(number)) continue;
        const ofRow = fills.get(number) ?? new Map();
        ofRow.set(left, value);
        fills.set(number, ofRow);
      }
    }
    return fills;
  }
}

function* countColumns(rows: readonly SourceRow[]): Generator<number> {
  for (const { cells } of rows) yield cells.length;
}

function printHeadRow({ number, isHidden, cells }: SourceRow): HeadRow {
  const texts = cells.map((cell) => {
    if (typeof cell === 'object' && cell?.type === 'error') return cell.code;
    return printCell(cell, plainReading)?.text ?? '';
  });
  return { number, isHidden, texts };
}

/** A folder that was dropped, and a file that went away meanwhile, cannot be read. */
async function readBytes(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new AppError('import.unreadable', {}, { cause: error });
  }
}
