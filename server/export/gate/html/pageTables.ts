import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { type ExpectedCell, type ExpectedTable, money, text } from '../ExpectedTable.ts';
import { expectPlan } from '../expectedPlan.ts';

import { amountHeaders, expectAdded } from '../expectedRows.ts';
import {
  expectSlice,
  grandSlice,
  listCodes,
  listDirections,
  listFunds,
  type Slice,
} from '../expectedSums.ts';
import { expectActivityLines, expectExpenditureLines } from '../printedTables.ts';

/** The tables of the HTML page, and of Markdown, which has the same. */

export function expectActivities(model: ReportModel): ExpectedTable {
  return { ...withAdded(expectActivityLines(model), model, 'activity'), mayLackEmptyColumns: true };
}

export function expectExpenditures(model: ReportModel): ExpectedTable {
  return { ...withAdded(expectExpenditureLines(model), model, 'expenditure'), mayLackEmptyColumns: true };
}

/** A page has room for what was added, where the paper has none. */
function withAdded(
  table: ExpectedTable,
  model: ReportModel,
  kind: 'activity' | 'expenditure',
): ExpectedTable {
  const added = expectAdded(model, kind, model.meta.unit);
  const lines = kind === 'activity' ? model.activities : model.expenditures;
  return {
    ...table,
    columns: [...table.columns, ...added.headers],
    rows: lines.map((line, index) => [...(table.rows[index] ?? []), ...added.cellsOf(line)]),
  };
}

/** Sums of groups of lines, one under the other. */
export function expectGroupSums(groups: readonly (readonly ExpenditureLine[])[]): ExpectedTable {
  return {
    name: 'Видатки, суми',
    columns: [...amountHeaders],
    rows: groups.map((lines) => [
      addUp(lines, 'plannedMinor'),
      addUp(lines, 'actualMinor'),
      money(
        lines.reduce(
          (sum, { values }) => sum + BigInt(values.actualMinor ?? 0) - BigInt(values.plannedMinor ?? 0),
          0n,
        ),
      ),
    ]),
    mayLackEmptyColumns: true,
  };
}

/** Nothing where no line has an amount. */
function addUp(lines: readonly ExpenditureLine[], field: 'plannedMinor' | 'actualMinor'): ExpectedCell {
  let sum: bigint | null = null;
  for (const { values, unreadable } of lines) {
    const minor = values[field];
    if (minor !== null && unreadable[field] === undefined) sum = (sum ?? 0n) + BigInt(minor);
  }
  return money(sum);
}

/** In their order; one without lines is left out. */
export function listTotalTables(
  model: ReportModel,
  { leavesEmptySumsBlank }: { leavesEmptySumsBlank: boolean },
): ExpectedTable[] {
  const { byKpkvk, byKekv } = model.totals;
  return [
    buildSlices('За напрямами', [...listDirections(model), grandSlice(model)]),
    expectMatrix(model, leavesEmptySumsBlank),
    ...[
      buildSlices('За джерелами фінансування', listFunds(model)),
      buildSlices('За КПКВК', listCodes(byKpkvk)),
      buildSlices('За КЕКВ', listCodes(byKekv)),
      expectPlan(model),
      expectIndicators(model),
    ].filter(({ rows }) => rows.length > 0),
  ];
}

function buildSlices(name: string, slices: readonly Slice[]): ExpectedTable {
  return { name, columns: [0, 1, 2, 3, 4], rows: slices.map(expectSlice) };
}

/** Actual alone, organisations down and directions across. */
function expectMatrix(model: ReportModel, leavesEmptySumsBlank: boolean): ExpectedTable {
  const columns = listDirections(model);
  const cells = new Map(
    model.totals.matrix.map(({ directionId, organisationId, money: sums }) => [
      `${directionId ?? ''}/${organisationId}`,
      sums.actualMinor,
    ]),
  );
  const rows = model.totals.byOrganisation.map(({ organisation, money: sums }): ExpectedCell[] => [
    text(organisation.name),
    ...columns.map(({ id }) => money(cells.get(`${id ?? ''}/${organisation.id}`) ?? null)),
    money(leavesEmptySumsBlank && sums.rowCount === 0 ? null : sums.actualMinor),
  ]);
  const foot = columns.map(({ sums }) =>
    money(leavesEmptySumsBlank && sums.rowCount === 0 ? null : sums.actualMinor),
  );
  rows.push([text('Усього'), ...foot, money(model.totals.grand.actualMinor)]);
  return {
    name: 'За виконавцями й напрямами',
    columns: Array.from({ length: columns.length + 2 }, (_, index) => index),
    rows,
  };
}

function expectIndicators({ totals }: ReportModel): ExpectedTable {
  return {
    name: 'Показники',
    columns: [2, 3],
    rows: totals.indicators.map(({ text: printed, byOrganisation }) => [
      text(printed),
      text(byOrganisation.map(({ shortName, value }) => `${shortName}: ${value}`).join('; ')),
    ]),
  };
}
