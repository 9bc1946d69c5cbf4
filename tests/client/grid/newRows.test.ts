import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter } from '#client/app/RowFilter.ts';
import { buildNewRows, computeNewOrders } from '#client/grid/newRows.ts';
import { DirectionId, RowId } from '#shared/model/ids.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import { fallbackOrder, ordersBetween } from '#shared/sheet/order.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

/** Sorted rows, some sharing an index, some with one that cannot be continued. */
const anySiblings: fc.Arbitrary<Row[]> = fc
  .array(fc.constantFrom(...ordersBetween(null, null, 6), fallbackOrder, fallbackOrder), { maxLength: 9 })
  .map((orders) =>
    orders.map((order, index): Row => ({ ...buildActivity(`r${index}`), order })).sort(compareRows),
  );

test('GRD-5 new rows stand after the row they were added at, in their order', () => {
  fc.assert(
    fc.property(anySiblings, fc.nat(), fc.integer({ min: 1, max: 4 }), (siblings, seed, count) => {
      const after = siblings[seed % Math.max(1, siblings.length)] ?? null;
      const orders = computeNewOrders(siblings, after, count);
      expect(orders).toHaveLength(count);
      expect([...orders].sort()).toEqual(orders);
      expect(new Set(orders).size).toBe(count);
      if (after === null || after.order === fallbackOrder) return;
      for (const order of orders) {
        expect(order > after.order).toBe(true);
        const next = siblings.find((sibling) => sibling.order > after.order);
        if (next !== undefined) expect(order < next.order).toBe(true);
      }
    }),
  );
});

test('GRD-5 a new row is of what the table is narrowed to', () => {
  const filter = {
    ...noFilter,
    directions: [DirectionId.parse('d2')],
    funds: ['special' as const],
    kekv: '2240',
  };
  const rows = [{ id: RowId.parse('n1'), values: { plannedMinor: 100 } }];
  const [row] = buildNewRows({ table: 'expenditure', siblings: [], after: null, filter, rows });
  expect(row).toMatchObject({
    kind: 'expenditure',
    values: { directionId: 'd2', fund: 'special', kekv: '2240', kpkvk: null, plannedMinor: 100 },
  });
});

test('GRD-5 a filter of several directions says nothing about a new row', () => {
  const filter = { ...noFilter, directions: [DirectionId.parse('d1'), DirectionId.parse('d2')] };
  const rows = [{ id: RowId.parse('n1'), values: {} }];
  const [row] = buildNewRows({ table: 'activity', siblings: [], after: null, filter, rows });
  expect(row?.values.directionId).toBeNull();
});
