import type { RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { isOrder, ordersBetween } from '#shared/sheet/order.ts';
import type { RowPlace } from '#shared/sheet/sheetDocument.ts';

/** Indexes grow by a letter for every few moves into one gap; longer ones are made anew, all at once. */
const longestOrder = 60;

/** Where rows go: right before, or right after, a row of their sheet. */
export type MoveTarget = { before: RowId } | { after: RowId };

/**
 * The new places of rows that move. Only the moved rows get new indexes, and those beside them that
 * leave no room: two rows share an index when people inserted at one place at once, and some rows come
 * with one that cannot be continued.
 *
 * @param siblings the rows of one table of one sheet, in order
 */
export function computeMove(
  siblings: readonly Row[],
  moved: ReadonlySet<RowId>,
  target: MoveTarget,
): RowPlace[] {
  const rest = siblings.filter(({ id }) => !moved.has(id));
  const group = siblings.filter(({ id }) => moved.has(id));
  const index = findGap(siblings, moved, target);
  const wanted = [...rest.slice(0, index), ...group, ...rest.slice(index)];
  if (wanted.every((row, place) => row === siblings[place])) return [];

  let start = index;
  while (start > 0 && !isOrder(wanted[start - 1]?.order)) start -= 1;
  const lower = wanted[start - 1]?.order ?? null;
  let end = index + group.length;
  while (end < wanted.length && !leavesRoom(wanted[end], lower)) end += 1;
  const orders = ordersBetween(lower, wanted[end]?.order ?? null, end - start);
  if (orders.some((order) => order.length > longestOrder)) {
    return place(wanted, ordersBetween(null, null, wanted.length));
  }
  return place(wanted.slice(start, end), orders);
}

/** How many of the rows that stay stand before the gap. A target that moves itself is the gap where it was. */
function findGap(siblings: readonly Row[], moved: ReadonlySet<RowId>, target: MoveTarget): number {
  const isAfter = 'after' in target;
  const name = isAfter ? target.after : target.before;
  const place = siblings.findIndex(({ id }) => id === name);
  if (place < 0) return siblings.length - moved.size;
  return siblings.slice(0, isAfter ? place + 1 : place).filter(({ id }) => !moved.has(id)).length;
}

function leavesRoom(row: Row | undefined, lower: string | null): boolean {
  return row !== undefined && isOrder(row.order) && (lower === null || row.order > lower);
}

function place(rows: readonly Row[], orders: readonly string[]): RowPlace[] {
  return rows.flatMap(({ id, order }, index) => {
    const next = orders[index];
    return next === undefined || next === order ? [] : [{ rowId: id, order: next }];
  });
}
