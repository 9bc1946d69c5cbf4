/** What a spreadsheet says of the selected cells. */
export type SelectionNumbers = {
  /** What the numbers are: kopiykas, or counts and other numbers. */
  unit: 'money' | 'count';
  cells: number;
  /** Cells that are not empty. */
  filled: number;
  /** Cells that hold a number of this unit; the four below are null when there is none. */
  numbers: number;
  /** In parts of `scale`, which is 1 while every number is whole. */
  sum: bigint | null;
  scale: number;
  /** In hundredths of what is counted (so kopiykas for money), rounded half away from zero. */
  averageHundredths: bigint | null;
  least: number | null;
  greatest: number | null;
};
