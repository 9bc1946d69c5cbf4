import { computeDeviationMinor, computePercentTenths } from '../money/ratio.ts';
import { type MoneySums, noMoney } from '../totals/Totals.ts';
import type { MoneyModel } from './ReportLine.ts';

/** Sums of a slice with everything derived from them; nothing where the slice has no rows. */
export function buildMoneyModel(sums: MoneySums = noMoney): MoneyModel {
  return {
    plannedMinor: sums.plannedMinor,
    actualMinor: sums.actualMinor,
    deviationMinor: computeDeviationMinor(sums),
    percentTenths: computePercentTenths(sums),
    rowCount: sums.rowCount,
  };
}
