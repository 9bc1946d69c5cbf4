import { formatInUnit, type formatWithUnit } from '#shared/money/formatMoney.ts';
import { computeDeviationMinor, computePercentTenths, formatPercent } from '#shared/money/ratio.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';

/** What the same cell of a money table can show. */
export const measures = ['actual', 'planned', 'deviation', 'percent'] as const;
export type Measure = (typeof measures)[number];

export function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text);
}

/** Without a unit: that stands in the heading. A dash where there is nothing to show. */
export function formatMeasure(sums: MoneySums, measure: Measure, unit: ReportUnit): string {
  if (sums.rowCount === 0) return '—';
  switch (measure) {
    case 'actual':
      return formatInUnit(sums.actualMinor, unit);
    case 'planned':
      return formatInUnit(sums.plannedMinor, unit);
    case 'deviation':
      return formatDeviation(sums, formatInUnit, unit);
    case 'percent':
      return formatPercent(computePercentTenths(sums));
  }
}

/** Actual less planned, always with its sign, so that it is never taken for an amount. */
export function formatDeviation(
  sums: MoneySums,
  format: typeof formatInUnit | typeof formatWithUnit,
  unit: ReportUnit,
): string {
  const deviation = computeDeviationMinor(sums);
  const printed = format(deviation, unit);
  return deviation > 0n ? `+${printed}` : printed;
}
