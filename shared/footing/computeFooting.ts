import { numberScale } from '../model/extraField.ts';
import { choiceLabels } from '../report/choiceLabels.ts';
import type { PlanModel } from '../report/PlanModel.ts';
import type { ExpenditureLine, MoneyModel } from '../report/ReportLine.ts';
import type { ReportModel } from '../report/ReportModel.ts';
import { Comparison } from './Comparison.ts';
import { checkFigures } from './checkFigures.ts';
import type { FootingCheck, FootingSubject } from './FootingCheck.ts';
import { isCorrectionLine, recountIndicator } from './recountIndicator.ts';
import { type LineSums, sumField, sumLines, sumLinesBy } from './sumLines.ts';

/**
 * Rows = directions = organisations = funds = grand total = numbers in the text: every number of a
 * report against its rows, summed anew. What differs is an error of the product, never of its users.
 */
export function computeFooting(model: ReportModel): FootingCheck[] {
  return [
    checkRows(model),
    checkDirections(model),
    checkSlices('organisations', model.expenditures, [
      {
        keyOf: ({ organisation }) => organisation.id,
        slices: model.totals.byOrganisation.map(({ organisation, money }) => ({
          key: organisation.id,
          cell: `Виконавець «${organisation.shortName}»`,
          money,
        })),
      },
    ]),
    checkMatrix(model),
    checkSlices('funds', model.expenditures, [
      {
        keyOf: ({ values }) => values.fund,
        slices: model.totals.byFund.map(({ fund, money }) => ({
          key: fund,
          cell: `Джерело «${choiceLabels.fund[fund]}»`,
          money,
        })),
      },
    ]),
    checkCodes(model),
    ...(model.plan === null ? [] : [checkPlan(model, model.plan)]),
    checkIndicators(model),
    checkFigures(model),
  ];
}

function checkRows({ expenditures, activities, totals, columns }: ReportModel): FootingCheck {
  const comparison = new Comparison('rows');
  const sums = sumLines(expenditures);
  compareSums(comparison, 'Усього', sums, totals.grand);
  const held = activities.filter((line) => !isCorrectionLine(line)).length;
  comparison.compare('Усього, записів про заходи', String(held), String(totals.activityCount));
  for (const { field, table, title, kind, sum } of columns) {
    const lines = table === 'activity' ? activities : expenditures;
    if (kind === 'money') comparison.compareMoney(`«${title}», усього`, sumField(lines, field, 1), sum ?? 0n);
    if (kind === 'number') {
      const expected = sumField(lines, field, numberScale);
      comparison.compare(`«${title}», усього`, String(expected), String(sum));
    }
  }
  return comparison.finish({ expected: sums.actualMinor, found: totals.grand.actualMinor });
}

function checkDirections({ expenditures, activities, directions, totals }: ReportModel): FootingCheck {
  const comparison = new Comparison('directions');
  let found = totals.withoutDirection?.actualMinor ?? 0n;
  for (const { id, number, money, activityCount } of directions) {
    const own = expenditures.filter(({ direction }) => direction?.id === id);
    compareSums(comparison, `Напрям ${number}`, sumLines(own), money);
    const held = activities.filter((line) => line.direction?.id === id && !isCorrectionLine(line)).length;
    comparison.compare(`Напрям ${number}, записів про заходи`, String(held), String(activityCount));
    found += money.actualMinor;
  }
  const stray = expenditures.filter(({ direction }) => direction === null);
  compareSums(comparison, 'Без напряму', sumLines(stray), totals.withoutDirection);
  return comparison.finish({ expected: sumLines(expenditures).actualMinor, found });
}

type Slicing = {
  keyOf: (line: ExpenditureLine) => string | null;
  /** What a slice is called that has rows and no sum. */
  nameOf?: (key: string) => string;
  slices: { key: string; cell: string; money: MoneyModel }[];
};

/** Every slice that has rows stands there once, with their sums; no other does. */
function checkSlices(
  subject: FootingSubject,
  lines: readonly ExpenditureLine[],
  slicings: readonly Slicing[],
): FootingCheck {
  const comparison = new Comparison(subject);
  let expected = 0n;
  let found = 0n;
  for (const { keyOf, slices, nameOf = (key: string) => key } of slicings) {
    const sums = sumLinesBy(lines, keyOf);
    for (const { actualMinor } of sums.values()) expected += actualMinor;
    for (const { key, cell, money } of slices) {
      compareSums(comparison, cell, sums.get(key) ?? null, money);
      sums.delete(key);
      found += money.actualMinor;
    }
    for (const [key, left] of sums) compareSums(comparison, nameOf(key), left, null);
  }
  return comparison.finish({ expected, found });
}

function checkMatrix({ expenditures, directions, organisations, totals }: ReportModel): FootingCheck {
  const numbers = new Map<string, number>(directions.map(({ id, number }) => [id, number]));
  const names = new Map<string, string>(organisations.map(({ id, shortName }) => [id, shortName]));
  const nameOf = (key: string) => {
    const [direction = '', organisation = ''] = key.split('/');
    return `Напрям ${numbers.get(direction) ?? '—'}, виконавець «${names.get(organisation) ?? organisation}»`;
  };
  const slices = totals.matrix.map(({ directionId, organisationId, money }) => {
    const key = `${directionId ?? ''}/${organisationId}`;
    return { key, cell: nameOf(key), money };
  });
  const keyOf = ({ direction, organisation }: ExpenditureLine) => `${direction?.id ?? ''}/${organisation.id}`;
  return checkSlices('matrix', expenditures, [{ keyOf, nameOf, slices }]);
}

function checkCodes({ expenditures, totals }: ReportModel): FootingCheck {
  const { expected, found, ...check } = checkSlices('codes', expenditures, [
    {
      keyOf: ({ values }) => values.kpkvk?.trim() || null,
      slices: totals.byKpkvk.map(({ code, money }) => ({ key: code, cell: `КПКВК ${code}`, money })),
    },
    {
      keyOf: ({ values }) => values.kekv?.trim() || null,
      slices: totals.byKekv.map(({ code, money }) => ({ key: code, cell: `КЕКВ ${code}`, money })),
    },
  ]);
  // Of two codes that each divide the same money the sum says nothing.
  return { ...check, expected: null, found: null };
}

/** Each line of the plan with the rows of its key, and what is left with the rows that no line names. */
function checkPlan(
  { expenditures, totals }: ReportModel,
  { lines, outside, grand }: PlanModel,
): FootingCheck {
  const comparison = new Comparison('plan');
  const keyOf = ({ direction, organisation, values }: ExpenditureLine) =>
    [direction?.number, organisation.id, values.fund, values.kpkvk?.trim(), values.kekv?.trim()].join('/');
  const sums = sumLinesBy(expenditures, keyOf);
  let approved = 0n;
  let found = outside?.money.actualMinor ?? 0n;
  for (const line of lines) {
    const key = [line.direction.number, line.organisation.id, line.fund, line.kpkvk, line.kekv].join('/');
    compareSums(comparison, `План, рядок ${line.position}`, sums.get(key) ?? null, line.money);
    sums.delete(key);
    approved += line.approvedMinor;
    found += line.money.actualMinor;
  }
  const left = expenditures.filter((line) => sums.has(keyOf(line)));
  compareSums(comparison, 'Поза планом', sumLines(left), outside?.money ?? null);
  comparison.compareMoney('План, затверджено', approved, grand.approvedMinor);
  compareSums(comparison, 'План, усього', sumLines(expenditures), grand.money);
  return comparison.finish({ expected: totals.grand.actualMinor, found });
}

function checkIndicators({ activities, totals }: ReportModel): FootingCheck {
  const comparison = new Comparison('indicators');
  for (const { id, title, aggregation, value, byOrganisation } of totals.indicators) {
    const lines = activities.filter(({ indicator }) => indicator?.id === id);
    const cell = `Показник «${title}»`;
    comparison.compare(cell, String(recountIndicator(aggregation, lines)), String(value));
    for (const share of byOrganisation) {
      const own = lines.filter(({ organisation }) => organisation.id === share.organisationId);
      const recount = String(recountIndicator(aggregation, own));
      comparison.compare(`${cell}, ${share.shortName}`, recount, String(share.value));
    }
  }
  return comparison.finish();
}

/** A slice without rows may be absent, or stand there with nothing. */
function compareSums(
  comparison: Comparison,
  cell: string,
  expected: LineSums | null,
  found: MoneyModel | null,
): void {
  const { plannedMinor, actualMinor, rowCount } = expected ?? sumLines([]);
  comparison.compareMoney(`${cell}, заплановано`, plannedMinor, found?.plannedMinor ?? 0n);
  comparison.compareMoney(`${cell}, фактично`, actualMinor, found?.actualMinor ?? 0n);
  comparison.compareMoney(`${cell}, відхилення`, actualMinor - plannedMinor, found?.deviationMinor ?? 0n);
  comparison.compare(`${cell}, рядків`, String(rowCount), String(found?.rowCount ?? 0));
}
