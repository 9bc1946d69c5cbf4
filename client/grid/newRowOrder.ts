import type { Row } from '#shared/model/rows.ts';
import { isOrder, ordersBetween } from '#shared/sheet/order.ts';

/**
 * Indexes for `count` rows after `after` (or at the end) among `siblings`, the sorted rows of one table
 * of one sheet. Two rows may share an index when people inserted at one place at once, and a row from
 * elsewhere may have one that cannot be continued: the next place that can be used is taken.
 */
export function computeNewOrders(siblings: readonly Row[], after: Row | null, count: number): string[] {
  const usable = siblings.map(({ order }) => order).filter((order) => isOrder(order));
  const before = after !== null && isOrder(after.order) ? after.order : (usable.at(-1) ?? null);
  const next = before === null ? null : (usable.find((order) => order > before) ?? null);
  return ordersBetween(before, next, count);
}
