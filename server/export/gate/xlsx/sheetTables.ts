import { must } from '#shared/must.ts';
import type { FoundTable } from '../FoundTable.ts';
import type { XlsxCell, XlsxSheet } from './readWorkbook.ts';

/** The cells of a sheet by row and column, both from 1; what is empty is absent. */
export type Grid = { name: string; rows: Map<number, (XlsxCell | undefined)[]>; lastRow: number };

export function readGrid(sheets: ReadonlyMap<string, XlsxSheet>, name: string): Grid {
  const { cells } = must(sheets.get(name), name);
  const rows = new Map<number, (XlsxCell | undefined)[]>();
  let lastRow = 0;
  for (const [address, cell] of cells) {
    if (cell.value === null) continue;
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const row = Number(digits);
    const own = rows.get(row) ?? [];
    own[readColumn(letters)] = cell;
    rows.set(row, own);
    lastRow = Math.max(lastRow, row);
  }
  return { name, rows, lastRow };
}

/** The table under the first row that `isHeader` holds of, as long as `continues` does. */
export function findTable(
  grid: Grid,
  isHeader: (cells: readonly unknown[], row: number) => boolean,
  continues: (cells: readonly unknown[]) => boolean,
): FoundTable | undefined {
  for (let headerRow = 1; headerRow <= grid.lastRow; headerRow += 1) {
    if (!isHeader(readValues(grid, headerRow), headerRow)) continue;
    const rows: (string | number | null)[][] = [];
    for (let row = headerRow + 1; row <= grid.lastRow; row += 1) {
      const values = readValues(grid, row);
      if (!continues(values)) break;
      rows.push(values);
    }
    return {
      header: readValues(grid, headerRow).map((value) => String(value ?? '')),
      rows,
      placeOf: (row, column) => `«${grid.name}»!${printColumn(column + 1)}${headerRow + 1 + row}`,
    };
  }
  return undefined;
}

/** The row whose first cell is this, under the header of a table. */
export function findRow(grid: Grid, first: string, header: readonly string[]): FoundTable | undefined {
  for (let row = grid.lastRow; row > 0; row -= 1) {
    const values = readValues(grid, row);
    if (values[0] !== first) continue;
    return {
      header,
      rows: [values],
      placeOf: (_, column) => `«${grid.name}»!${printColumn(column + 1)}${row}`,
    };
  }
  return undefined;
}

export function readValues({ rows }: Grid, row: number): (string | number | null)[] {
  return Array.from(rows.get(row)?.slice(1) ?? [], (cell) => cell?.value ?? null);
}

function readColumn(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function printColumn(column: number): string {
  if (column === 0) return '';
  return printColumn(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
