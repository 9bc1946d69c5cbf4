import type { MoneySums } from '#shared/totals/Totals.ts';

export type BreakdownLine<K> = { key: K; sums: MoneySums };

/** The lines of one classification (fund, КПКВК, КЕКВ), by the order of `order`, or by code. */
export function buildBreakdown<K extends string>(
  byKey: ReadonlyMap<K, MoneySums>,
  order?: readonly K[],
): BreakdownLine<K>[] {
  const lines = [...byKey].map(([key, sums]) => ({ key, sums })).filter(({ sums }) => sums.rowCount > 0);
  if (order) return lines.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** What the classification leaves out: rows whose cell is still empty. */
export function computeUnclassified(grand: MoneySums, byKey: ReadonlyMap<string, MoneySums>): MoneySums {
  const rest = { ...grand };
  for (const { plannedMinor, actualMinor, rowCount } of byKey.values()) {
    rest.plannedMinor -= plannedMinor;
    rest.actualMinor -= actualMinor;
    rest.rowCount -= rowCount;
  }
  return rest;
}
