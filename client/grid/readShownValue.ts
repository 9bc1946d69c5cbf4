import type { Row } from '#shared/model/rows.ts';
import { computeRowDeviation } from './computeRowDeviation.ts';
import { deviationColumn, findFieldSpec, organisationColumn } from './fields.ts';
import { readCellFlaw, readCellValue } from './readCell.ts';

/** The number of a column of numbers, derived ones included: kopiykas in the expenditures, a count in the activities. Null for none. */
export function readNumber(row: Row, column: string): number | null {
  if (column === deviationColumn) return computeRowDeviation(row);
  const spec = findFieldSpec(row.kind, column);
  if (spec?.kind !== 'money' && spec?.kind !== 'count') return null;
  const value = readCellValue(row, spec.field);
  return typeof value === 'number' ? value : null;
}

/** Whether a cell shows anything. What could not be read is shown too. */
export function isShown(row: Row, column: string): boolean {
  if (column === organisationColumn) return true;
  if (column === deviationColumn) return computeRowDeviation(row) !== null;
  const spec = findFieldSpec(row.kind, column);
  if (spec === undefined) return false;
  return readCellValue(row, spec.field) !== null || readCellFlaw(row, spec.field) !== null;
}
