import type { Row } from '#shared/model/rows.ts';

/** What a sheet holds, in numbers; money in kopiykas. */
export type SheetContents = {
  activityCount: number;
  expenditureCount: number;
  plannedMinor: bigint;
  actualMinor: bigint;
};

export function computeSheetContents(rows: Iterable<Row>): SheetContents {
  const contents: SheetContents = {
    activityCount: 0,
    expenditureCount: 0,
    plannedMinor: 0n,
    actualMinor: 0n,
  };
  for (const row of rows) {
    if (row.kind === 'activity') {
      contents.activityCount += 1;
      continue;
    }
    contents.expenditureCount += 1;
    contents.plannedMinor += BigInt(row.values.plannedMinor ?? 0);
    contents.actualMinor += BigInt(row.values.actualMinor ?? 0);
  }
  return contents;
}
