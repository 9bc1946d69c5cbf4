import type { Comparison } from '#shared/footing/Comparison.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { type ExpectedCell, type ExpectedTable, printExpected } from './ExpectedTable.ts';
import type { FoundCell, FoundTable } from './FoundTable.ts';
import { matchCell } from './matchCell.ts';

/** Holds a table of a file against what it has to say, row by row: missing, other and extra ones are differences. */
export function compareTable(
  comparison: Comparison,
  expected: ExpectedTable,
  found: FoundTable | undefined,
): void {
  const { unit = 'uah' } = expected;
  if (found === undefined) {
    if (expected.rows.length > 0)
      comparison.compare(expected.name, printRow(expected.rows[0] ?? [], unit), null);
    return;
  }
  const { inner = '' } = found;
  const columns = expected.columns.map((column) =>
    typeof column === 'number' ? column : found.header.indexOf(column),
  );
  for (const [place, column] of columns.entries()) {
    if (column >= 0) continue;
    const isEmpty = expected.rows.every((cells) => printExpected(cells[place] ?? none, unit) === '');
    if (expected.mayLackEmptyColumns && isEmpty) continue;
    comparison.compare(`${expected.name}, стовпець`, String(expected.columns[place]), null, inner);
  }
  for (const [row, cells] of expected.rows.entries()) {
    const own = found.rows[row];
    if (own === undefined) {
      comparison.compare(`${expected.name}, рядок ${row + 1}`, printRow(cells, unit), null, inner);
      continue;
    }
    for (const [place, cell] of cells.entries()) {
      const column = columns[place] ?? -1;
      if (column < 0) continue;
      const value = own[column] ?? null;
      if (matchCell(cell, value, unit)) comparison.compare('', '', '');
      else
        comparison.compare(found.placeOf(row, column), printExpected(cell, unit), printFound(value), inner);
    }
  }
  for (let row = expected.rows.length; row < found.rows.length; row += 1) {
    const cells = found.rows[row]?.filter((cell) => cell !== null && cell !== '') ?? [];
    comparison.compare(found.placeOf(row, 0), null, cells.map(printFound).join('; '), inner);
  }
}

const none: ExpectedCell = { type: 'text', text: null };

function printRow(cells: readonly ExpectedCell[], unit: ReportUnit): string {
  return cells
    .map((cell) => printExpected(cell, unit))
    .filter((cell) => cell !== '')
    .join('; ');
}

/** At most a line of it: a cell may hold a page. */
export function printFound(cell: FoundCell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return cell.length > 200 ? `${cell.slice(0, 199)}…` : cell;
}
