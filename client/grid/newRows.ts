import type { RowFilter } from '#client/app/RowFilter.ts';
import type { RowId } from '#shared/model/ids.ts';
import { buildEmptyValues, parseValues, type Row, type TableKind } from '#shared/model/rows.ts';
import { isOrder, ordersBetween } from '#shared/sheet/order.ts';
import type { Field, NewRow } from '#shared/sheet/sheetDocument.ts';

/** What the table is narrowed to: a new row is of that too. */
export type NewRowFilter = Pick<RowFilter, 'directions' | 'funds' | 'indicator' | 'kpkvk' | 'kekv'>;

type NewRowValues = { id: RowId; values: Partial<Record<Field, string | number | null>> };

type Options = {
  table: TableKind;
  /** Rows of this table of the sheet, in order. */
  siblings: readonly Row[];
  /** The row to stand after; null, or a row of another sheet: at the end. */
  after: Row | null;
  /** The row to stand before, instead. */
  before?: Row;
  filter: NewRowFilter;
  rows: readonly NewRowValues[];
};

/** Rows to insert, in order, with what the filter says and the values given. */
export function buildNewRows({ table, siblings, after, before, filter, rows }: Options): NewRow[] {
  const neighbour = siblings.find(({ id }) => id === after?.id) ?? null;
  const orders =
    before === undefined
      ? computeNewOrders(siblings, neighbour, rows.length)
      : computeOrdersBefore(siblings, before, rows.length);
  return rows.map((row, index) => buildNewRow({ ...row, table, filter, order: orders[index] ?? '' }));
}

export function buildNewRow({
  table,
  filter,
  order,
  id,
  values,
}: NewRowValues & Pick<Options, 'table' | 'filter'> & { order: string }): NewRow {
  const [direction = 'none', ...otherDirections] = filter.directions;
  const directionId = direction === 'none' || otherDirections.length > 0 ? null : direction;
  if (table === 'activity') {
    const known = { directionId, indicatorId: filter.indicator, ...values };
    return {
      id,
      kind: 'activity',
      order,
      values: parseValues('activity', { ...buildEmptyValues('activity'), ...known }),
    };
  }
  const [fund = null, ...otherFunds] = filter.funds;
  const { kpkvk, kekv } = filter;
  const known = { directionId, fund: otherFunds.length > 0 ? null : fund, kpkvk, kekv, ...values };
  return {
    id,
    kind: 'expenditure',
    order,
    values: parseValues('expenditure', { ...buildEmptyValues('expenditure'), ...known }),
  };
}

/**
 * Indexes for `count` rows after `after` (or at the end) among sorted siblings. Two rows may share an
 * index when people inserted at one place at once, and a row from elsewhere may have one that cannot
 * be continued: the next place that can be used is taken.
 */
export function computeNewOrders(siblings: readonly Row[], after: Row | null, count: number): string[] {
  const usable = siblings.map(({ order }) => order).filter((order) => isOrder(order));
  const before = after !== null && isOrder(after.order) ? after.order : (usable.at(-1) ?? null);
  const next = before === null ? null : (usable.find((order) => order > before) ?? null);
  return ordersBetween(before, next, count);
}

/** The same before a row; all that share its index stand after the new ones. */
export function computeOrdersBefore(siblings: readonly Row[], before: Row, count: number): string[] {
  if (!isOrder(before.order)) return computeNewOrders(siblings, null, count);
  const usable = siblings.map(({ order }) => order).filter((order) => isOrder(order));
  const previous = usable.findLast((order) => order < before.order) ?? null;
  return ordersBetween(previous, before.order, count);
}
