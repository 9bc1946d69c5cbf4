import { Fund } from '#shared/model/rows.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { count, type ExpectedCell, type ExpectedTable, money, text } from '../ExpectedTable.ts';
import {
  amountHeaders,
  expectAdded,
  expectAmount,
  expectDeviation,
  expectQuantity,
} from '../expectedRows.ts';
import {
  expectSums,
  listCodes,
  listDirections,
  listFunds,
  listOrganisations,
  type Slice,
} from '../expectedSums.ts';

/** What the sheets of the workbook have to hold. */

export function expectActivities(model: ReportModel): ExpectedTable {
  const added = expectAdded(model, 'activity', model.meta.unit);
  return {
    name: '«Заходи»',
    columns: ['Код виконавця', 'Код рядка', 'Кількість', ...added.headers],
    rows: model.activities.map((line) => [
      text(line.organisation.id),
      text(line.rowId),
      expectQuantity(line),
      ...added.cellsOf(line),
    ]),
  };
}

export function expectExpenditures(model: ReportModel): ExpectedTable {
  const added = expectAdded(model, 'expenditure', model.meta.unit);
  return {
    name: '«Видатки»',
    columns: ['Код виконавця', 'Код рядка', ...amountHeaders, ...added.headers],
    rows: model.expenditures.map((line) => [
      text(line.organisation.id),
      text(line.rowId),
      expectAmount(line, 'plannedMinor'),
      expectAmount(line, 'actualMinor'),
      expectDeviation(line),
      ...added.cellsOf(line),
    ]),
  };
}

export function expectGrand({ totals }: ReportModel): ExpectedTable {
  return {
    name: '«Видатки», «Усього»',
    columns: [...amountHeaders],
    rows: [expectSums(totals.grand).slice(0, 3)],
  };
}

/** A block of «Зведення» under its heading. */
export type Block = ExpectedTable & { heading: string };

export function listBlocks(model: ReportModel): Block[] {
  const { grand, byKpkvk, byKekv, indicators, withoutDirection } = model.totals;
  const total: Slice = { name: 'Усього', sums: grand };
  const strays = model.activities.some(({ direction }) => direction === null);
  const directions: (Slice | null)[] = listDirections(model);
  // A row for activities without a direction stands there also where no money does.
  if (strays && withoutDirection === null) directions.push(null);
  return [
    buildBlock('За напрямами', [...directions, total]),
    buildBlock('За виконавцями', [...listOrganisations(model), total]),
    expectMatrix(model),
    ...[
      buildBlock('За джерелами фінансування', listFunds(model)),
      buildBlock('За КПКВК', listCodes(byKpkvk)),
      buildBlock('За КЕКВ', listCodes(byKekv)),
      {
        name: 'Показники',
        heading: 'Показники',
        columns: ['Значення', 'У звіті'],
        rows: indicators.map(({ value, text: printed }): ExpectedCell[] => [count(value), text(printed)]),
      },
    ].filter(({ rows }) => rows.length > 0),
  ];
}

/** Sums, and how many rows are behind them. Null is a line of nothing. */
function buildBlock(heading: string, slices: readonly (Slice | null)[]): Block {
  return {
    name: `«Зведення», «${heading}»`,
    heading,
    columns: [...amountHeaders, 'Виконання', 'Рядків видатків'],
    rows: slices.map((slice) =>
      slice
        ? [...expectSums(slice.sums), count(slice.sums.rowCount)]
        : [money(0), money(0), money(0), { type: 'percent', tenths: null }, count(0)],
    ),
  };
}

function expectMatrix(model: ReportModel): Block {
  const { matrix, byOrganisation, grand } = model.totals;
  const columns = listDirections(model);
  const cells = new Map(
    matrix.map(({ directionId, organisationId, money: sums }) => [
      `${directionId ?? ''}/${organisationId}`,
      sums.actualMinor,
    ]),
  );
  const rows = byOrganisation.map(({ organisation, money: sums }): ExpectedCell[] => [
    text(organisation.shortName),
    ...columns.map(({ id }) => money(cells.get(`${id ?? ''}/${organisation.id}`) ?? 0n)),
    money(sums.actualMinor),
  ]);
  rows.push([
    text('Усього'),
    ...columns.map(({ sums }) => money(sums.actualMinor)),
    money(grand.actualMinor),
  ]);
  const heading = 'Фактично: виконавці та напрями, грн';
  return {
    name: `«Зведення», «${heading}»`,
    heading,
    columns: Array.from({ length: columns.length + 2 }, (_, index) => index + 1),
    rows,
  };
}

/** «Джерела»: each direction, in it each organisation, in it each fund and what has none. */
export function expectFunds({ directions, organisations, expenditures }: ReportModel): ExpectedTable {
  const rows: ExpectedCell[][] = [];
  const add = (lines: readonly ExpenditureLine[], fund: string | null): void => {
    if (lines.length === 0) return;
    const sum = (field: 'plannedMinor' | 'actualMinor') =>
      money(lines.reduce((own, { values }) => own + BigInt(values[field] ?? 0), 0n));
    rows.push([text(fund), sum('plannedMinor'), sum('actualMinor')]);
  };
  for (const id of [...directions.map((direction) => direction.id), null]) {
    const inDirection = expenditures.filter(({ direction }) => (direction?.id ?? null) === id);
    add(inDirection, null);
    for (const organisation of organisations) {
      const own = inDirection.filter((line) => line.organisation.id === organisation.id);
      add(own, null);
      for (const fund of Fund.options)
        add(
          own.filter(({ values }) => values.fund === fund),
          choiceLabels.fund[fund],
        );
      add(
        own.filter(({ values }) => values.fund === null),
        'Не вказано',
      );
    }
  }
  return {
    name: '«Джерела»',
    columns: ['Джерело фінансування', 'Заплановано, грн', 'Фактично, грн'],
    rows,
  };
}
