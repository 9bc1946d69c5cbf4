import { type ReportUnit, unitDecimals } from '#shared/money/reportUnit.ts';

/**
 * Kopiykas as the number an XLSX cell holds, hryvnias or thousands of them: the double nearest to the
 * amount, which shows and rounds back to the same kopiyka up to a quadrillion kopiykas, the fifteen
 * digits that Excel keeps, whatever the unit. The one place where money becomes a fraction.
 */
export function toAmount(minor: bigint | number, unit: ReportUnit): number {
  return Number(minor) / 10 ** unitDecimals[unit];
}
