import type { FigureSpec, RowFilter } from '../figures/FigureSpec.ts';
import { isBlocking } from '../figures/FigureValue.ts';
import { formatMoney } from '../money/formatMoney.ts';
import { listFigures } from '../report/listFigures.ts';
import type { ActivityLine, ExpenditureLine } from '../report/ReportLine.ts';
import type { ReportModel } from '../report/ReportModel.ts';
import type { FigureModel, TextBlock } from '../report/TextModel.ts';
import { walkText } from '../report/walkText.ts';
import { Comparison } from './Comparison.ts';
import type { FootingCheck } from './FootingCheck.ts';
import { readPrintedAmount } from './readPrintedAmount.ts';
import { aggregate, isCorrectionLine, recountIndicator } from './recountIndicator.ts';
import { sumLines } from './sumLines.ts';

/**
 * Every number in the text: its value against the rows it is of, and the words it is printed with
 * against its value. A figure that cannot be trusted is a finding of the text and is not judged here.
 */
export function checkFigures(model: ReportModel): FootingCheck {
  const comparison = new Comparison('text');
  for (const { number, text } of model.directions) {
    for (const figure of listFigures(text)) {
      if (figure.spec === null || isBlocking(figure.problem)) continue;
      const cell = `Напрям ${number}, число ${figure.position}`;
      compareValue(comparison, cell, figure, recountFigure(model, figure.spec));
      comparePrint(comparison, cell, figure);
    }
    checkTables(comparison, `Напрям ${number}`, text);
  }
  return comparison.finish();
}

/** Null for what has no value: a list, a table, a share of nothing. */
function recountFigure(model: ReportModel, spec: FigureSpec): bigint | null {
  switch (spec.kind) {
    case 'money': {
      const { plannedMinor, actualMinor } = sumLines(findExpenditures(model, spec.filter));
      if (spec.sum === 'deviation') return actualMinor - plannedMinor;
      return spec.sum === 'actual' ? actualMinor : plannedMinor;
    }
    case 'percent': {
      const { plannedMinor, actualMinor } = sumLines(findExpenditures(model, spec.filter));
      if (plannedMinor === 0n) return null;
      if (plannedMinor < 0n) return null;
      // Tenths of a per cent, halves away from zero; corrections may leave less than nothing.
      const half = actualMinor < 0n ? -plannedMinor : plannedMinor;
      return (actualMinor * 2_000n + half) / (plannedMinor * 2n);
    }
    case 'activities':
      return BigInt(findActivities(model, spec.filter).filter((line) => !isCorrectionLine(line)).length);
    case 'indicator': {
      const own = model.totals.indicators.find(({ id }) => id === spec.indicatorId)?.aggregation;
      const aggregation = spec.aggregation ?? own;
      if (aggregation === undefined) return null;
      const lines = findActivities(model, spec.filter).filter(
        (line) => line.indicator?.id === spec.indicatorId && (aggregation === own || !isCorrectionLine(line)),
      );
      return BigInt(
        spec.filter.state === undefined
          ? recountIndicator(aggregation, lines)
          : aggregate(aggregation, lines),
      );
    }
    case 'list':
    case 'table':
      return null;
  }
}

function findExpenditures({ expenditures }: ReportModel, filter: RowFilter): ExpenditureLine[] {
  return expenditures.filter(
    (line) =>
      isWhere(line, filter) &&
      (filter.fund === undefined || line.values.fund === filter.fund) &&
      (filter.kpkvk === undefined || (line.values.kpkvk ?? '').trim() === filter.kpkvk.trim()) &&
      (filter.kekv === undefined || (line.values.kekv ?? '').trim() === filter.kekv.trim()),
  );
}

function findActivities({ activities }: ReportModel, filter: RowFilter): ActivityLine[] {
  return activities.filter(
    (line) =>
      isWhere(line, filter) &&
      (filter.form === undefined || line.values.form === filter.form) &&
      (filter.state === undefined || line.values.state === filter.state),
  );
}

function isWhere({ direction, organisation }: ActivityLine | ExpenditureLine, filter: RowFilter): boolean {
  if (filter.organisationId !== undefined && organisation.id !== filter.organisationId) return false;
  return filter.directionId === undefined || (direction?.id ?? null) === filter.directionId;
}

function compareValue(
  comparison: Comparison,
  cell: string,
  { amount }: FigureModel,
  recount: bigint | null,
): void {
  if (recount === null && amount === null) return;
  if (amount?.unit === 'kopiykas' && recount !== null)
    return comparison.compareMoney(cell, recount, amount.value);
  comparison.compare(cell, recount === null ? null : String(recount), amount && String(amount.value));
}

/** The digits in the sentence say what the figure is worth; words and lists have none. */
function comparePrint(comparison: Comparison, cell: string, { spec, amount, text }: FigureModel): void {
  if (amount === null || spec === null || !('format' in spec) || spec.format === 'words') return;
  const printed = readPrintedAmount(text);
  const isSame = printed !== null && isPrintOf(printed, spec.format, amount.value);
  const expected = amount.unit === 'kopiykas' ? formatMoney(amount.value) : String(amount.value);
  comparison.compare(`${cell}, у тексті`, expected, isSame ? expected : text);
}

type Format = Exclude<Extract<FigureSpec, { format: string }>['format'], 'words'>;

function isPrintOf(printed: { digits: bigint; decimals: number }, format: Format, value: bigint): boolean {
  const { digits, decimals } = printed;
  switch (format) {
    case 'hryvnias':
      return decimals === 2 && digits === value;
    case 'thousands': {
      const rest = digits * 10_000n - value;
      return decimals === 1 && rest <= 5_000n && rest >= -5_000n;
    }
    case 'count':
    case 'count-with-noun':
      return decimals === 0 && digits === value;
    case 'over':
      return decimals === 0 && digits <= value;
  }
}

/** A whole table in the text comes to what its lines come to. */
function checkTables(comparison: Comparison, cell: string, text: readonly TextBlock[]): void {
  for (const { block } of walkText(text)) {
    if (block.type !== 'rows' || block.table.kind !== 'expenditure') continue;
    const { lines, money } = block.table;
    const sums = sumLines(lines);
    const name = `${cell}, таблиця ${block.figure.position}`;
    comparison.compareMoney(`${name}, заплановано`, sums.plannedMinor, money.plannedMinor);
    comparison.compareMoney(`${name}, фактично`, sums.actualMinor, money.actualMinor);
  }
}
