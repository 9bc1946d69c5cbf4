import type { Row, TableKind } from '#shared/model/rows.ts';
import { computeRowDeviation } from './computeRowDeviation.ts';
import { deviationColumn, findFieldSpec, isNumberKind, organisationColumn } from './fields.ts';
import { readCellFlaw, readCellValue } from './readCell.ts';

/** The number of a column of numbers, derived ones included: kopiykas of money, otherwise the number itself. Null for none. */
export function readNumber(row: Row, column: string): number | null {
  if (column === deviationColumn) return computeRowDeviation(row);
  const spec = findFieldSpec(row.kind, column);
  if (spec === undefined || !isNumberKind(spec.kind)) return null;
  const value = readCellValue(row, spec.field);
  return typeof value === 'number' ? value : null;
}

/** Whether a column's numbers are kopiykas. */
export function isMoneyColumn(table: TableKind, column: string): boolean {
  return column === deviationColumn || findFieldSpec(table, column)?.kind === 'money';
}

/** Whether a cell shows anything. What could not be read is shown too. */
export function isShown(row: Row, column: string): boolean {
  if (column === organisationColumn) return true;
  if (column === deviationColumn) return computeRowDeviation(row) !== null;
  const spec = findFieldSpec(row.kind, column);
  if (spec === undefined) return false;
  return readCellValue(row, spec.field) !== null || readCellFlaw(row, spec.field) !== null;
}
