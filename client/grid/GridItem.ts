import { rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import type { GroupId } from './groups/GroupId.ts';
import type { RowSums } from './RowSums.ts';

/** The line under the table: sums over the rows that are shown. */
export type TotalsItem = RowSums & { kind: 'totals' };

/** The line over the rows of one group, with their sums. It is no row of the report. */
export type GroupItem = RowSums & {
  kind: 'group';
  id: GroupId;
  title: string;
  /** Among all groups there could be. */
  place: number;
  isCollapsed: boolean;
};

export type GridItem = Row | TotalsItem | GroupItem;

export const totalsId = 'totals';

export function gridItemId(item: GridItem): string {
  if (item.kind === 'totals') return totalsId;
  return item.kind === 'group' ? groupItemId(item.id) : rowKey(item);
}

/** No row is named so: ids hold no colon. */
export function groupItemId(id: GroupId): string {
  return `group:${id}`;
}

/** True for a row of the report, false for lines that only add up. */
export function isRow(item: GridItem | undefined): item is Row {
  return item !== undefined && item.kind !== 'totals' && item.kind !== 'group';
}
