import type { ReportModel } from '#shared/report/ReportModel.ts';
import { count, type ExpectedCell, type ExpectedTable, text } from './ExpectedTable.ts';
import { expectPlan } from './expectedPlan.ts';
import { amountHeaders, expectAmount, expectDeviation, expectQuantity } from './expectedRows.ts';
import {
  expectSlice,
  grandSlice,
  groupByDirection,
  listCodes,
  listDirections,
  listFunds,
  listOrganisations,
  type Slice,
} from './expectedSums.ts';

/** The annexes of the printed document, as Word and PDF have to show them. */

/** Of lines that have a number in their first column. */
export function expectActivityLines({ activities }: ReportModel): ExpectedTable {
  return {
    name: 'Заходи',
    columns: ['№', 'Кількість'],
    rows: activities.map((line, index) => [count(index + 1), expectQuantity(line)]),
  };
}

export function expectExpenditureLines({ expenditures }: ReportModel): ExpectedTable {
  return {
    name: 'Видатки',
    columns: ['№', ...amountHeaders],
    rows: expenditures.map((line, index) => [
      count(index + 1),
      expectAmount(line, 'plannedMinor'),
      expectAmount(line, 'actualMinor'),
      expectDeviation(line),
    ]),
  };
}

/** Of the lines without a number: the sum of each direction that has rows, and of all. */
export function expectExpenditureSums(model: ReportModel): ExpectedTable {
  const byId = new Map(listDirections(model).map((slice) => [slice.id, slice]));
  const slices = groupByDirection(model.expenditures).flatMap(([line]): Slice[] => {
    const slice = byId.get(line?.direction?.id ?? null);
    if (slice === undefined) return [];
    const number = line?.direction?.number;
    const name = number === undefined ? 'Разом без напряму' : `Разом за напрямом ${number}`;
    return [{ name, sums: slice.sums }];
  });
  return {
    name: 'Видатки, суми',
    columns: ['Захід', ...amountHeaders],
    rows: [...slices, grandSlice(model)].map((slice) => expectSlice(slice).slice(0, 4)),
  };
}

/** One under the other; a table without lines is left out. */
export function listSumTables(model: ReportModel): ExpectedTable[] {
  const { byKpkvk, byKekv } = model.totals;
  const grand = grandSlice(model);
  return [
    buildSumTable('Видатки за напрямами та виконавцями', [...listPlaces(model), grand]),
    buildSumTable('Видатки за виконавцями', [...listOrganisations(model), grand]),
    buildSumTable('Видатки за джерелами фінансування', listFunds(model)),
    buildSumTable('Видатки за КПКВК', listCodes(byKpkvk)),
    buildSumTable('Видатки за КЕКВ', listCodes(byKekv)),
    expectPlan(model),
    expectIndicators(model),
  ].filter(({ rows }) => rows.length > 0);
}

function buildSumTable(name: string, slices: readonly Slice[]): ExpectedTable {
  return { name, columns: [0, ...amountHeaders, 'Виконання'], rows: slices.map(expectSlice) };
}

/** Each direction, and under it the organisations that have rows in it. */
function listPlaces(model: ReportModel): Slice[] {
  const names = new Map<string, string>(model.organisations.map(({ id, shortName }) => [id, shortName]));
  return listDirections(model).flatMap((slice) => [
    slice,
    ...model.totals.matrix
      .filter(({ directionId }) => directionId === slice.id)
      .map(({ organisationId, money: sums }) => ({ name: names.get(organisationId) ?? null, sums })),
  ]);
}

function expectIndicators({ totals }: ReportModel): ExpectedTable {
  return {
    name: 'Показники',
    columns: ['Значення', 'У тексті звіту'],
    rows: totals.indicators.map(({ value, text: printed }): ExpectedCell[] => [count(value), text(printed)]),
  };
}

/** Lines of data are those with a number before them; what is left are sums. */
export function isNumbered(cells: readonly (string | number | null)[]): boolean {
  return /^\d+$/.test(String(cells[0] ?? ''));
}
