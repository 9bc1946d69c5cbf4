import { formatMoney } from './formatMoney.ts';

type PlannedAndActual = { readonly plannedMinor: bigint; readonly actualMinor: bigint };

/** Actual less planned, in kopiykas: below zero when less was spent than planned. */
export function computeDeviationMinor(sums: PlannedAndActual): bigint {
  return sums.actualMinor - sums.plannedMinor;
}

/**
 * Actual as a share of planned, in whole tenths of per cent (987 is 98,7 %), halves away from zero.
 * Null when nothing was planned: there is no share of nothing.
 */
export function computePercentTenths(sums: PlannedAndActual): number | null {
  if (sums.plannedMinor <= 0n) return null;
  // As spreadsheets round; corrections may leave an actual sum below zero. Division drops what is left over.
  const half = sums.actualMinor < 0n ? -sums.plannedMinor : sums.plannedMinor;
  return Number((sums.actualMinor * 2_000n + half) / (sums.plannedMinor * 2n));
}

/** `98,7 %` with U+00A0 before the sign; `—` for null. Always one decimal, so that columns line up. */
export function formatPercent(tenths: number | null): string {
  if (tenths === null) return '—';
  // Ten tenths to a unit, as ten kopiykas to a tenth of a hryvnia: the last printed 0 is cut off.
  return `${formatMoney(BigInt(tenths) * 10n, { unit: 'none' }).slice(0, -1)}\u00A0%`;
}
