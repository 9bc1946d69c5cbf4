/** Where a table stands in its sheet, for the formulas that look into it. Rows and columns count from 1. */
export type TableLayout = {
  sheetName: string;
  headerRow: number;
  firstRow: number;
  /** The empty row that closes the table: rows inserted above it are still inside every range. */
  lastRow: number;
  /** Column letter by column key. */
  letters: ReadonlyMap<string, string>;
};

/** Where the two tables of a report stand. */
export type Layouts = {
  activities: TableLayout;
  expenditures: TableLayout;
  /** The number of an organisation under which corrections stand; null while there are none. */
  correctionsPosition: number | null;
};

/** `'Видатки'!$J$5:$J$40`: a column of the table, its closing row included. */
export function formatColumnRange(layout: TableLayout, key: string): string {
  const letter = findLetter(layout, key);
  return `'${layout.sheetName}'!$${letter}$${layout.firstRow}:$${letter}$${layout.lastRow}`;
}

export function findLetter(
  { letters, sheetName }: Pick<TableLayout, 'letters' | 'sheetName'>,
  key: string,
): string {
  const letter = letters.get(key);
  if (letter === undefined) throw new Error(`the sheet ${sheetName} has no column ${key}`);
  return letter;
}

/** 1 → A, 27 → AA. */
export function formatColumnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? formatColumnLetter((column - 1 - rest) / 26) + letter : letter;
}
