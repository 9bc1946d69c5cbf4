import type { Row } from '#shared/model/rows.ts';

/** Fact less plan of one row, in kopiykas; null until both are given. */
export function computeRowDeviation(row: Row): number | null {
  if (row.kind !== 'expenditure') return null;
  const { plannedMinor, actualMinor } = row.values;
  return plannedMinor === null || actualMinor === null ? null : actualMinor - plannedMinor;
}
