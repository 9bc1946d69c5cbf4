import type { ErrorParameters } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { BookInfo, CsvChoice, SheetInfo } from './ImportReader.ts';
import type { ImportRow, RowsRequest } from './ImportRow.ts';

/** What the page asks of the worker, one thing at a time. */
export type ImportRequest =
  | { type: 'open'; file: Blob; choice: CsvChoice }
  | { type: 'open-sheet'; index: number }
  | { type: 'rows'; request: RowsRequest };

/** What the worker says while it works, and at the end of it. */
export type ImportAnswer =
  | { type: 'progress'; rows: number }
  | { type: 'slice'; rows: ImportRow[] }
  | { type: 'opened'; book: BookInfo }
  | { type: 'sheet-opened'; sheet: SheetInfo }
  | { type: 'rows-done' }
  | { type: 'failed'; code: ErrorCode; parameters: ErrorParameters };
