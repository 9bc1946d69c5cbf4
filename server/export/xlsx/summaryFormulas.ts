import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { formatColumnRange, type Layouts, type TableLayout } from './TableLayout.ts';

/**
 * Formulas of «Зведення» over the rows of the two tables. Directions, organisations and indicators
 * are matched by number, never by name: a name may hold what a criterion takes for a wildcard or an
 * operator. Codes are compared by EXACT, as to a criterion 0210180 and 210180 are one.
 */

/** The sum of a money column over the rows whose `key` columns hold what stands in the given cells. */
export function sumWhere(
  expenditures: TableLayout,
  amountKey: string,
  criteria: readonly (readonly [key: string, cell: string])[],
): string {
  const pairs = criteria.map(([key, cell]) => `${formatColumnRange(expenditures, key)},${cell}`);
  return `SUMIFS(${[formatColumnRange(expenditures, amountKey), ...pairs].join(',')})`;
}

export function countWhere(
  table: TableLayout,
  criteria: readonly (readonly [key: string, cell: string])[],
): string {
  return `COUNTIFS(${criteria.map(([key, cell]) => `${formatColumnRange(table, key)},${cell}`).join(',')})`;
}

export function sumWhereExactly(
  expenditures: TableLayout,
  amountKey: string,
  codeKey: string,
  cell: string,
): string {
  const codes = formatColumnRange(expenditures, codeKey);
  return `SUMPRODUCT(--EXACT(${codes},${cell}),${formatColumnRange(expenditures, amountKey)})`;
}

export function countWhereExactly(table: TableLayout, codeKey: string, cell: string): string {
  return `SUMPRODUCT(--EXACT(${formatColumnRange(table, codeKey)},${cell}))`;
}

const carriedOut = [
  ['state', `"<>${choiceLabels.state.cancelled}"`],
  ['state', `"<>${choiceLabels.state.postponed}"`],
] as const;

/** The quantities of an indicator's rows that were carried out, of all organisations or of one. */
export function sumIndicator(activities: TableLayout, cell: string, organisation: string | null): string {
  return sumWhere(activities, 'quantity', indicatorRows(cell, organisation));
}

/** How many of an indicator's rows were carried out; a correction is as many as its quantity says. */
export function countIndicator(
  { activities, correctionsPosition }: Layouts,
  cell: string,
  organisation: string | null,
): string {
  const rows = indicatorRows(cell, organisation);
  const all = countWhere(activities, rows);
  if (correctionsPosition === null) return all;
  const corrections = [...rows, ['organisationPosition', String(correctionsPosition)] as const];
  return `${all}-${countWhere(activities, corrections)}+${sumWhere(activities, 'quantity', corrections)}`;
}

/** How many activities there are; corrections stand among them and are none. */
export function countActivities(
  { activities, correctionsPosition }: Layouts,
  criteria: readonly (readonly [key: string, cell: string])[],
): string {
  if (correctionsPosition === null) return countWhere(activities, criteria);
  return countWhere(activities, [...criteria, ['organisationPosition', `"<>${correctionsPosition}"`]]);
}

function indicatorRows(cell: string, organisation: string | null): (readonly [key: string, cell: string])[] {
  const ofOrganisation = organisation === null ? [] : [['organisationPosition', organisation] as const];
  return [['indicatorPosition', cell], ...ofOrganisation, ...carriedOut];
}
