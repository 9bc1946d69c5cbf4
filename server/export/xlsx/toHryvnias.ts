/**
 * Kopiykas as the number of hryvnias an XLSX cell holds: the double nearest to the amount, which
 * shows and rounds back to the same kopiyka up to a quadrillion kopiykas, the fifteen digits that
 * Excel keeps. The one place where money becomes a fraction.
 */
export function toHryvnias(minor: bigint | number): number {
  return Number(minor) / 100;
}
