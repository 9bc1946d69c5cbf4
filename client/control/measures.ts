import { formatMoney, type MoneyUnit } from '#shared/money/formatMoney.ts';
import { computeDeviationMinor, computePercentTenths, formatPercent } from '#shared/money/ratio.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';

/** What the same cell of a money table can show. */
export const measures = ['actual', 'planned', 'deviation', 'percent'] as const;
export type Measure = (typeof measures)[number];

export function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text);
}

/** Without a unit: that stands in the heading. A dash where there is nothing to show. */
export function formatMeasure(sums: MoneySums, measure: Measure): string {
  if (sums.rowCount === 0) return '—';
  switch (measure) {
    case 'actual':
      return formatMoney(sums.actualMinor, { unit: 'none' });
    case 'planned':
      return formatMoney(sums.plannedMinor, { unit: 'none' });
    case 'deviation':
      return formatDeviation(sums);
    case 'percent':
      return formatPercent(computePercentTenths(sums));
  }
}

/** Actual less planned, always with its sign, so that it is never taken for an amount. */
export function formatDeviation(sums: MoneySums, unit: MoneyUnit = 'none'): string {
  const deviation = computeDeviationMinor(sums);
  const printed = formatMoney(deviation, { unit });
  return deviation > 0n ? `+${printed}` : printed;
}
