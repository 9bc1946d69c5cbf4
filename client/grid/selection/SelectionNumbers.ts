/** What a spreadsheet says of the selected cells. Amounts are kopiykas; in the activities they are whole counts. */
export type SelectionNumbers = {
  cells: number;
  /** Cells that are not empty. */
  filled: number;
  /** Cells that hold a number; the four below are null when there is none. */
  numbers: number;
  sum: bigint | null;
  /** In hundredths of what is counted (so kopiykas for money), rounded half away from zero. */
  averageHundredths: bigint | null;
  least: number | null;
  greatest: number | null;
};
