import type { Cell } from './Cell.ts';
import type { Column } from './Column.ts';

/** Columns that hold anything: a document is read by people, and a program takes the CSV. */
export function findFilledColumns<L>(columns: readonly Column<L>[], lines: readonly L[]): Column<L>[] {
  return columns.filter((column) => lines.some((line) => column.cell(line).type !== 'empty'));
}

export function isNumericColumn<L>(column: Column<L>, lines: readonly L[]): boolean {
  return lines.some((line) => isNumericCell(column.cell(line)));
}

export function isNumericCell({ type }: Cell): boolean {
  return type === 'number' || type === 'money' || type === 'percent';
}

/** The sum of a column's amounts in kopiykas; null for a column that has none. */
export function sumMoneyColumn<L>(column: Column<L>, lines: readonly L[]): bigint | null {
  let sum: bigint | null = null;
  for (const line of lines) {
    const cell = column.cell(line);
    if (cell.type === 'money') sum = (sum ?? 0n) + cell.minor;
  }
  return sum;
}
