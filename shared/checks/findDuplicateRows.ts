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
  const filledIn = rows.filter((row) => readDuplicateKey(row) !== null);
  return groupBy(filledIn, readDuplicateKey).flatMap(findDuplicatesAmong);
}

/** The duplicates among rows that share their {@link readDuplicateKey}. */
export function findDuplicatesAmong(alike: readonly Row[]): Finding[] {
  return groupBy(alike, readFullKey).flatMap((same) => {
    const [first, ...others] = same.toSorted(compareRows);
    return first === undefined ? [] : others.map(buildFinding);
  });
}

/** A row never changes, a new one takes its place: so nearly all keys outlive many runs of the check. */
const roughKeys = new WeakMap<Row, string | null>();
const fullKeys = new WeakMap<Row, string>();

/** Only rows with the same one can be duplicates of each other; null when the row is only begun. */
export function readDuplicateKey(row: Row): string | null {
  let key = roughKeys.get(row);
  if (key === undefined) {
    key = buildRoughKey(row);
    roughKeys.set(row, key);
  }
  return key;
}

function readFullKey(row: Row): string {
  const key = fullKeys.get(row) ?? buildFullKey(row);
  fullKeys.set(row, key);
  return key;
}

function buildRoughKey(row: Row): string | null {
  const text = normaliseText(row.kind === 'activity' ? row.values.content : row.values.measure);
  if (text === null) return null;
  if (row.kind === 'activity')
    return JSON.stringify([row.organisationId, row.kind, row.values.quantity, text]);
  const { plannedMinor, actualMinor } = row.values;
  if (plannedMinor === null && actualMinor === null) return null;
  return JSON.stringify([row.organisationId, row.kind, actualMinor, text]);
}

function buildFullKey(row: Row): string {
  // By name: added columns stand in the order in which they were filled in.
  const values = Object.entries(row.values)
    .map(([field, value]) => [field, typeof value === 'string' ? normaliseText(value) : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([values, row.flaws]);
}

function buildFinding(row: Row): Finding {
  const field: ActivityField | ExpenditureField = row.kind === 'activity' ? 'content' : 'measure';
  return buildRowFinding(row, { code: 'row.duplicate', severity: 'warning', field, parameters: {} });
}

/** Groups of two and more. */
function groupBy(rows: readonly Row[], readKey: (row: Row) => string | null): Row[][] {
  return [...Map.groupBy(rows, readKey).values()].filter((group) => group.length > 1);
}
