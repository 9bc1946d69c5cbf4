/**
 * What a file holds before anything is known about its columns. Texts are plain strings and an empty
 * cell is null, because most cells are one of the two; everything else keeps what it is, so that a
 * date, a share and an amount can still be told apart when the column is known.
 */
export type SourceCell = null | string | NumberCell | DateCell | ErrorCell | BooleanCell;

export type NumberCell = {
  type: 'number';
  value: number;
  /** `percent`: shown as a hundredfold with a sign. */
  look: 'plain' | 'percent';
  /** The format fills with zeros up to this many digits, as for codes; 0 when it does not. */
  digits: number;
};

/** A day, counted as the 1900 system does whatever the file's own system is; the time is its fraction. */
export type DateCell = {
  type: 'date';
  serial: number;
  /** False where the cell shows only a month. */
  hasDay: boolean;
  /** Whether the cell shows the time of day. */
  hasTime: boolean;
};

/** `#REF!` and its like, or a formula that nobody has computed. */
export type ErrorCell = { type: 'error'; code: string };

export type BooleanCell = { type: 'boolean'; value: boolean };

export type SourceRow = {
  /** As the spreadsheet numbers it, from 1. */
  number: number;
  isHidden: boolean;
  /** By column, from the first; may be shorter than others. */
  cells: SourceCell[];
};

/** Rows and columns both from 0 for columns, from 1 for rows; ends included. */
export type Merge = { top: number; bottom: number; left: number; right: number };

export type SourceSheet = {
  /** Rows with something in them, in order. */
  rows: SourceRow[];
  merges: Merge[];
  hiddenColumns: ReadonlySet<number>;
};

/** Letters of a column, as every spreadsheet names them: 0 is A, 26 is AA. */
export function formatColumn(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** «Аркуш1!C17»; the sheet is left out for a file that has none. */
export function formatAddress(sheetName: string | null, rowNumber: number, column: number): string {
  const cell = `${formatColumn(column)}${rowNumber}`;
  return sheetName === null ? cell : `${sheetName}!${cell}`;
}
