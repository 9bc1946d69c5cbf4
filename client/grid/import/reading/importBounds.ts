import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';

const mebibyte = 1024 * 1024;

/**
 * How large a file may be, in every way in which a file can be large. They leave room for the largest
 * report many times over; a file that breaks one is refused with the bound named. Sizes that a file
 * states about itself are never believed: bytes are counted as they come.
 */
export const importBounds = {
  fileBytes: 20 * mebibyte,
  /** Rows with something in them, of one sheet. */
  rows: 50_000,
  columns: 200,
  /** Cells with something in them, of one sheet. */
  cells: 2_000_000,
  /** Of one cell, in UTF-16 units: what the XLSX format itself allows. */
  cellLength: 32_767,
  sheets: 100,
  /** Of one sheet. */
  merges: 20_000,
  sharedStrings: 500_000,
  /** Files inside a workbook. */
  entries: 2_000,
  /** All that is inflated while one thing is read. */
  inflatedBytes: 384 * mebibyte,
  /** Inflated against packed bytes of one entry, after the first of them. */
  ratio: 250,
  ratioFreeBytes: 4 * mebibyte,
} as const;

/** @throws AppError `import.too-…` with the bound as its `limit` */
export function assertBound(amount: number, limit: number, code: ErrorCode, parameters = {}): void {
  if (amount > limit) throw new AppError(code, { limit, ...parameters });
}
