import { columnSetOf } from '#shared/model/columns.ts';
import type { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { ViewState } from '#shared/model/view.ts';
import { countChosen, keepOffered } from '../chooseIn.ts';
import { deviationColumn, listFieldSpecs, organisationColumn } from '../fields.ts';

export const missingKinds = ['directions', 'organisations', 'indicators', 'columns', 'choices'] as const;
/** How many of each kind a view names that are not there (any more). */
export type Missing = Record<(typeof missingKinds)[number], number>;

/** The view without what is gone, and what that is. Nothing is narrowed to something that nobody can choose. */
export function findMissing(
  state: ViewState,
  table: TableKind,
  structure: Pick<ReportStructure, 'directions' | 'organisations' | 'indicators' | 'columns'>,
): { state: ViewState; missing: Missing } {
  const directions = new Set<DirectionId | 'none'>(['none', ...structure.directions.map(({ id }) => id)]);
  const organisations = new Set<OrganisationId>(structure.organisations.map(({ id }) => id));
  const indicators = new Set<IndicatorId>(structure.indicators.map(({ id }) => id));
  const known = new Set<string>([
    ...listFieldSpecs(table, structure).map(({ field }) => field),
    organisationColumn,
  ]);
  if (table === 'expenditure') known.add(deviationColumn);

  const { filter, columns, sort, collapsed } = state;
  const added = columnSetOf(structure)[table];
  const choices = keepOffered(filter.choices, (field) => added.get(field));
  const isIndicatorGone = filter.indicator !== null && !indicators.has(filter.indicator);
  const groups = new Set<string>([...directions, ...organisations]);
  const kept: ViewState = {
    ...state,
    filter: {
      ...filter,
      directions: filter.directions.filter((id) => directions.has(id)),
      organisations: filter.organisations.filter((id) => organisations.has(id)),
      indicator: isIndicatorGone ? null : filter.indicator,
      choices,
    },
    columns: columns.filter(({ column }) => known.has(column)),
    sort: sort.filter(({ column }) => known.has(column)),
    // A group that is gone is not missed: it has no rows to fold.
    collapsed: collapsed.filter((id) => groups.has(id)),
  };
  const goneColumns = new Set(
    [
      ...[...columns, ...sort].map(({ column }) => column),
      ...filter.choices.map(({ field }) => field),
    ].filter((column) => !known.has(column)),
  );
  return {
    state: kept,
    missing: {
      directions: filter.directions.length - kept.filter.directions.length,
      organisations: filter.organisations.length - kept.filter.organisations.length,
      indicators: isIndicatorGone ? 1 : 0,
      columns: goneColumns.size,
      choices: countChosen(filter.choices.filter(({ field }) => known.has(field))) - countChosen(choices),
    },
  };
}

export function isAnythingMissing(missing: Missing): boolean {
  return missingKinds.some((kind) => missing[kind] > 0);
}
