import type { Row } from '#shared/model/rows.ts';
import type { TotalsItem } from './GridItem.ts';

/** The totals line of the rows shown. */
export function sumRows(rows: Iterable<Row>): TotalsItem {
  let rowCount = 0;
  let plannedMinor = 0n;
  let actualMinor = 0n;
  for (const row of rows) {
    rowCount += 1;
    if (row.kind !== 'expenditure') continue;
    plannedMinor += BigInt(row.values.plannedMinor ?? 0);
    actualMinor += BigInt(row.values.actualMinor ?? 0);
  }
  return { kind: 'totals', rowCount, plannedMinor, actualMinor };
}

export function isSameTotals(a: TotalsItem, b: TotalsItem): boolean {
  return a.rowCount === b.rowCount && a.plannedMinor === b.plannedMinor && a.actualMinor === b.actualMinor;
}
