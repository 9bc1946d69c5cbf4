import type { TextTableCell } from '#shared/report/TextModel.ts';
import type { PrintedBlock, PrintedSlot, PrintedTable } from './PrintedDocument.ts';

/** Word opens no table with more. */
const mostColumns = 63;

/**
 * A table of the text with a slot for every place: spans are cut where they leave the table or meet
 * another cell, and places that no cell takes become empty cells. Whatever the document holds, no
 * text is lost: cells beyond the last column go on in the last one.
 */
export function squareTable(
  rows: readonly { cells: readonly TextTableCell[] }[],
  printContent: (cell: TextTableCell) => PrintedBlock[],
): PrintedTable {
  const grid: (PrintedSlot | undefined)[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    for (const cell of row.cells) place(grid, rowIndex, cell, printContent(cell));
  }
  const columnCount = Math.max(1, ...grid.map((slots) => slots.length));
  const squared = grid.map((slots) =>
    Array.from({ length: columnCount }, (_, column): PrintedSlot => slots[column] ?? emptyCell()),
  );
  return { type: 'table', columnCount, headerRowCount: countHeaderRows(squared), rows: squared };
}

function place(
  grid: (PrintedSlot | undefined)[][],
  rowIndex: number,
  { isHeader, colspan, rowspan }: TextTableCell,
  content: PrintedBlock[],
): void {
  const slots = grid[rowIndex] ?? [];
  let column = 0;
  while (slots[column] !== undefined) column += 1;
  if (column >= mostColumns) {
    grid.slice(0, rowIndex + 1).findLast((row) => appendToLast(row, content));
    return;
  }
  let width = 1;
  while (width < colspan && column + width < mostColumns && slots[column + width] === undefined) width += 1;
  let height = 1;
  while (height < rowspan && isFree(grid[rowIndex + height], column, width)) height += 1;
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const target = grid[rowIndex + down];
      if (target) target[column + right] = { type: 'covered' };
    }
  }
  slots[column] = { type: 'cell', isHeader, colspan: width, rowspan: height, content };
}

function isFree(slots: readonly (PrintedSlot | undefined)[] | undefined, column: number, width: number) {
  if (!slots) return false;
  for (let right = 0; right < width; right += 1) if (slots[column + right] !== undefined) return false;
  return true;
}

function appendToLast(slots: readonly (PrintedSlot | undefined)[], content: readonly PrintedBlock[]) {
  const cell = slots.findLast((slot) => slot?.type === 'cell');
  if (cell?.type === 'cell') cell.content.push(...content);
  return cell !== undefined;
}

function emptyCell(): PrintedSlot {
  return { type: 'cell', isHeader: false, colspan: 1, rowspan: 1, content: [] };
}

/** The rows at the top that hold header cells alone, as far as no cell of them reaches below. */
function countHeaderRows(rows: readonly PrintedSlot[][]): number {
  let count = 0;
  let reach = 0;
  let whole = 0;
  for (const [index, slots] of rows.entries()) {
    const cells = slots.flatMap((slot) => (slot.type === 'cell' ? [slot] : []));
    if (!cells.every(({ isHeader }) => isHeader)) break;
    reach = Math.max(reach, index + 1, ...cells.map(({ rowspan }) => index + rowspan));
    count = index + 1;
    if (reach === count) whole = count;
  }
  // A table of nothing but headers has no rows to repeat them over.
  return whole === rows.length ? 0 : whole;
}
