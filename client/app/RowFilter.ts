import { columnSetOf, maxColumnsOfTable } from '#shared/model/columns.ts';
import type { ChoiceField } from '#shared/model/extraField.ts';
import { DirectionId, IndicatorId, OrganisationId, RowId } from '#shared/model/ids.ts';
import {
  ActivityForm,
  ActivityState,
  type Flaw,
  Fund,
  type Row,
  type TableKind,
} from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { buildPlainViewState, ChoiceFilter, type ViewFilter } from '#shared/model/view.ts';
import { countsFor } from '#shared/totals/indicatorRows.ts';
import { readCode } from '#shared/totals/readCode.ts';

/** Which rows the grid shows. It stands in the address, so that a filtered table is a link. */
export type RowFilter = ViewFilter;

export const noFilter: RowFilter = buildPlainViewState().filter;

const names = {
  directions: 'direction',
  organisations: 'organisation',
  states: 'state',
  forms: 'form',
  funds: 'fund',
  indicator: 'indicator',
  kpkvk: 'kpkvk',
  kekv: 'kekv',
  isCounted: 'counted',
  isMine: 'mine',
  rows: 'rows',
} as const;
/** Before the id of an added column of choices. */
const choicePrefix = 'choice.';
const fieldPrefix = 'x:choice:';

export function writeRowFilter(filter: Partial<RowFilter>): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    const value = filter[key];
    if (Array.isArray(value)) {
      if (value.length > 0) query.set(names[key], value.join(','));
    } else if (value === true) {
      query.set(names[key], '1');
    } else if (typeof value === 'string') {
      query.set(names[key], value);
    }
  }
  for (const { field, values } of filter.choices ?? [])
    query.set(choicePrefix + field.slice(fieldPrefix.length), values.map(encodeURIComponent).join(','));
  return query;
}

/** Parts of an address that are no filter, or not any more, are passed over. */
export function readRowFilter(query: URLSearchParams): RowFilter {
  const list = <T>(name: string, parse: (text: string) => T | null): T[] =>
    (query.get(name) ?? '')
      .split(',')
      .map(parse)
      .filter((value) => value !== null);
  return {
    directions: list(names.directions, (text) =>
      text === 'none' ? text : (DirectionId.safeParse(text).data ?? null),
    ),
    organisations: list(names.organisations, (text) => OrganisationId.safeParse(text).data ?? null),
    states: list(names.states, (text) => ActivityState.safeParse(text).data ?? null),
    forms: list(names.forms, (text) => ActivityForm.safeParse(text).data ?? null),
    funds: list(names.funds, (text) => Fund.safeParse(text).data ?? null),
    indicator: IndicatorId.safeParse(query.get(names.indicator)).data ?? null,
    kpkvk: readCode(query.get(names.kpkvk)),
    kekv: readCode(query.get(names.kekv)),
    isCounted: query.get(names.isCounted) === '1',
    isMine: query.get(names.isMine) === '1',
    rows: list(names.rows, (text) => RowId.safeParse(text).data ?? null),
    choices: readChoices(query),
  };
}

function readChoices(query: URLSearchParams): ChoiceFilter[] {
  const choices = new Map<string, ChoiceFilter>();
  for (const [name, text] of query) {
    if (!name.startsWith(choicePrefix)) continue;
    const field = fieldPrefix + name.slice(choicePrefix.length);
    const choice = ChoiceFilter.safeParse({ field, values: text.split(',').map(decode) }).data;
    if (choice !== undefined) choices.set(field, choice);
  }
  return [...choices.values()].slice(0, maxColumnsOfTable);
}

/** Null, which is no value, for what nobody has encoded so. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function isNarrowing(filter: RowFilter): boolean {
  return writeRowFilter(filter).size > 0;
}

/** Empty for a cell in which nothing stands; null for what is flagged there, which is no choice. */
function readChoice({ values, flaws }: Row, field: ChoiceField): string | null {
  const value = values[field] ?? null;
  if (value !== null) return String(value);
  return (flaws as Partial<Record<string, Flaw>>)[field] === undefined ? '' : null;
}

/**
 * The test of a filter, prepared once for many rows. Agrees with `selectRows`: the address made from
 * a total's selection shows exactly the rows behind that total.
 */
export function buildRowTest(
  filter: RowFilter,
  structure: Pick<ReportStructure, 'directions' | 'indicators' | 'columns'>,
  mayWrite: (organisationId: OrganisationId) => boolean,
): (row: Row) => boolean {
  const known = new Set(structure.directions.map(({ id }) => id));
  const aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));
  const directions = new Set<string>(filter.directions);
  const organisations = new Set<string>(filter.organisations);
  const states = new Set<string | null>(filter.states);
  const forms = new Set<string | null>(filter.forms);
  const funds = new Set<string | null>(filter.funds);
  const ids = new Set<string>(filter.rows);
  const columns = columnSetOf(structure);
  // A column that the table does not have narrows nothing: nobody could choose in it.
  const choicesOf = (table: TableKind) =>
    filter.choices
      .filter(({ field }) => columns[table].has(field))
      .map(({ field, values }) => ({ field, values: new Set<string | null>(values) }));
  const choices = { activity: choicesOf('activity'), expenditure: choicesOf('expenditure') };

  return (row) => {
    const { directionId } = row.values;
    if (ids.size > 0 && !ids.has(row.id)) return false;
    if (organisations.size > 0 && !organisations.has(row.organisationId)) return false;
    if (filter.isMine && !mayWrite(row.organisationId)) return false;
    if (
      directions.size > 0 &&
      !directions.has(directionId !== null && known.has(directionId) ? directionId : 'none')
    ) {
      return false;
    }
    if (choices[row.kind].some(({ field, values }) => !values.has(readChoice(row, field)))) return false;
    if (row.kind === 'expenditure') {
      if (funds.size > 0 && !funds.has(row.values.fund)) return false;
      if (filter.kpkvk !== null && readCode(row.values.kpkvk) !== filter.kpkvk) return false;
      return filter.kekv === null || readCode(row.values.kekv) === filter.kekv;
    }
    if (states.size > 0 && !states.has(row.values.state)) return false;
    if (forms.size > 0 && !forms.has(row.values.form)) return false;
    const { indicatorId } = row.values;
    if (filter.indicator !== null && indicatorId !== filter.indicator) return false;
    if (!filter.isCounted) return true;
    const aggregation = indicatorId === null ? undefined : aggregations.get(indicatorId);
    return aggregation !== undefined && countsFor(aggregation, row);
  };
}
