import type { DirectionId } from '#shared/model/ids.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildAddedColumns } from '../tables/addedColumns.ts';
import { planTitle } from '../tables/planLines.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import { buildPlanGrid } from './buildPlanGrid.ts';
import { buildSumGrid, type SumLine } from './buildSumGrid.ts';
import { buildActivityGrid, buildExpenditureGrid } from './grids.ts';
import type { PrintedAnnex, PrintedBlock, PrintedGrid } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

/** The tables of the report and what they come to. */
export function printAnnexes(model: ReportModel): PrintedAnnex[] {
  const moneyByDirection = new Map<DirectionId, MoneyModel>(
    model.directions.map(({ id, money }) => [id, money]),
  );
  const expenditures = buildExpenditureGrid(model.expenditures, {
    grand: model.totals.grand,
    layout: 'annex',
    unit: model.meta.unit,
    added: buildAddedColumns(model, 'expenditure'),
    sumOf: ({ direction }) =>
      direction ? (moneyByDirection.get(direction.id) ?? null) : model.totals.withoutDirection,
  });
  return [
    annex(
      1,
      'Заходи',
      [
        buildActivityGrid(model.activities, {
          layout: 'annex',
          unit: model.meta.unit,
          added: buildAddedColumns(model, 'activity'),
        }),
      ],
      true,
    ),
    annex(2, 'Видатки', [expenditures], true),
    annex(3, 'Підсумки', printTotals(model), false),
  ];
}

function annex(number: number, title: string, blocks: PrintedBlock[], isLandscape: boolean): PrintedAnnex {
  return { mark: `Додаток ${number}`, title, isLandscape, blocks };
}

function printTotals(model: ReportModel): PrintedBlock[] {
  const { byOrganisation, byFund, byKpkvk, byKekv, grand } = model.totals;
  const { unit } = model.meta;
  const total: SumLine = { title: 'Усього', money: grand, role: 'total' };
  const codes = (slices: readonly { code: string; money: MoneyModel }[]) =>
    slices.map(({ code, money }): SumLine => ({ title: code, money, role: 'line' }));
  const organisations = byOrganisation.map(
    ({ organisation, money }): SumLine => ({ title: organisation.name, money, role: 'line' }),
  );
  const funds = byFund.map(
    ({ fund, money }): SumLine => ({ title: choiceLabels.fund[fund], money, role: 'line' }),
  );
  return [
    caption('Видатки за напрямами та виконавцями'),
    buildSumGrid('Напрям, виконавець', [...listDirections(model), total], unit),
    caption('Видатки за виконавцями'),
    buildSumGrid('Виконавець', [...organisations, total], unit),
    ...printSlices('Видатки за джерелами фінансування', 'Джерело фінансування', funds, unit),
    ...printSlices('Видатки за КПКВК', 'КПКВК', codes(byKpkvk), unit),
    ...printSlices('Видатки за КЕКВ', 'КЕКВ', codes(byKekv), unit),
    ...(model.plan === null ? [] : [caption(planTitle), buildPlanGrid(model.plan, unit)]),
    ...(model.totals.indicators.length === 0 ? [] : [caption('Показники'), buildIndicatorGrid(model)]),
  ];
}

/** Rows without the code are in none of these sums, so they have no common one. */
function printSlices(
  title: string,
  header: string,
  lines: readonly SumLine[],
  unit: ReportUnit,
): PrintedBlock[] {
  return lines.length === 0 ? [] : [caption(title), buildSumGrid(header, lines, unit)];
}

function caption(text: string): PrintedBlock {
  return { type: 'caption', text };
}

/** Each direction and under it the organisations that spent or planned money in it. */
function listDirections({ directions, organisations, totals }: ReportModel): SumLine[] {
  const nameById = new Map(organisations.map(({ id, shortName }) => [id, shortName]));
  const slots: { id: DirectionId | null; title: string; money: MoneyModel }[] = directions.map(
    ({ id, number, title, money }) => ({ id, title: `${number}. ${title}`, money }),
  );
  if (totals.withoutDirection)
    slots.push({ id: null, title: withoutDirectionTitle, money: totals.withoutDirection });
  return slots.flatMap(({ id, title, money }): SumLine[] => [
    { title, money, role: 'subtotal' },
    ...totals.matrix
      .filter(({ directionId }) => directionId === id)
      .map(
        (cell): SumLine => ({
          title: nameById.get(cell.organisationId) ?? cell.organisationId,
          money: cell.money,
          role: 'line',
        }),
      ),
  ]);
}

function buildIndicatorGrid({ totals, meta: { unit } }: ReportModel): PrintedGrid {
  return {
    type: 'grid',
    columns: [
      { header: '№ напряму', width: 22, align: 'center' },
      { header: 'Показник', width: 70, align: 'left' },
      { header: 'Значення', width: 26, align: 'right' },
      { header: 'У тексті звіту', width: 52, align: 'left' },
    ],
    lineCount: totals.indicators.length,
    lines: () =>
      totals.indicators.map(({ directionNumber, title, value, text, depth }) => ({
        role: 'line',
        cells: [
          String(directionNumber ?? '—'),
          printCell({ type: 'text', text: depth > 0 ? `${documentWords.ofWhich}: ${title}` : title }, unit),
          printCell({ type: 'number', value }, unit),
          printCell({ type: 'text', text }, unit),
        ],
      })),
  };
}
