import { normaliseText } from '../language/normaliseText.ts';
import { type ActivityField, compareRows, type ExpenditureField, type Row } from '../model/rows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/**
 * Rows of one organisation and table whose every value is the same: each after the first, by the
 * rows' own order, is a finding. Without a text and a number a row is only begun, and no duplicate.
 */
export function findDuplicateRows(rows: readonly Row[]): Finding[] {
  // Whole values are compared only where the leading ones already agree: the check runs while people type.
  return groupBy(rows.filter(isFilledIn), buildRoughKey).flatMap((alike) =>
    groupBy(alike, buildFullKey).flatMap((same) => {
      const [first, ...others] = same.toSorted(compareRows);
      return first === undefined ? [] : others.map(buildFinding);
    }),
  );
}

function isFilledIn(row: Row): boolean {
  return row.kind === 'activity'
    ? normaliseText(row.values.content) !== null
    : normaliseText(row.values.measure) !== null &&
        (row.values.plannedMinor !== null || row.values.actualMinor !== null);
}

function buildRoughKey(row: Row): string {
  const [text, number] =
    row.kind === 'activity'
      ? [row.values.content, row.values.quantity]
      : [row.values.measure, row.values.actualMinor];
  return `${row.organisationId}/${row.kind}/${number}/${normaliseText(text)}`;
}

function buildFullKey(row: Row): string {
  const values = Object.values(row.values).map((value) =>
    typeof value === 'string' ? normaliseText(value) : value,
  );
  return JSON.stringify([values, row.flaws]);
}

function buildFinding(row: Row): Finding {
  const field: ActivityField | ExpenditureField = row.kind === 'activity' ? 'content' : 'measure';
  return buildRowFinding(row, { code: 'row.duplicate', severity: 'warning', field, parameters: {} });
}

/** Groups of two and more. */
function groupBy(rows: readonly Row[], buildKey: (row: Row) => string): Row[][] {
  return [...Map.groupBy(rows, buildKey).values()].filter((group) => group.length > 1);
}
