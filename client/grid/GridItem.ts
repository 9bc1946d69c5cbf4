import { rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';

/** The line under the table: sums over the rows that are shown. */
export type TotalsItem = {
  kind: 'totals';
  rowCount: number;
  plannedMinor: bigint;
  actualMinor: bigint;
};

export type GridItem = Row | TotalsItem;

export const totalsId = 'totals';

export function gridItemId(item: GridItem): string {
  return item.kind === 'totals' ? totalsId : rowKey(item);
}
