/** A cell as a reader found it: a number where the format has numbers, else text. */
export type FoundCell = string | number | null;

/** A table that a reader found in a file. */
export type FoundTable = {
  /** File inside an archive, with a slash before it; empty elsewhere. */
  inner?: string;
  header: readonly string[];
  rows: readonly (readonly FoundCell[])[];
  /** Where a cell stands, by its place in `rows` and `header`. */
  placeOf: (row: number, column: number) => string;
};
