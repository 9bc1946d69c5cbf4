import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridItem } from '#client/grid/GridItem.ts';
import { GroupedRows } from '#client/grid/groups/GroupedRows.ts';
import { buildRowGroups } from '#client/grid/groups/RowGroups.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { Grouping } from '#shared/model/view.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const words = { noDirection: 'Без напряму' };
const groupsBy = (grouping: Grouping) => buildRowGroups(grouping, structure, words);

/** The sums of the lines, as somebody adds them up who knows nothing of changes. */
function recount(rows: readonly Row[], grouping: Grouping) {
  if (grouping === 'none') return new Map();
  const groups = groupsBy(grouping);
  return new Map(
    [...Map.groupBy(rows, groups.idOf)].map(([id, group]) => [
      id,
      {
        rowCount: group.length,
        plannedMinor: addUp(group, 'plannedMinor'),
        actualMinor: addUp(group, 'actualMinor'),
        added: addUpAdded(group),
      },
    ]),
  );
}

function addUp(rows: readonly Row[], field: 'plannedMinor' | 'actualMinor'): bigint {
  let sum = 0n;
  for (const row of rows) if (row.kind === 'expenditure') sum += BigInt(row.values[field] ?? 0);
  return sum;
}

const money = 'x:money:m1';
const number = 'x:number:n1';
const others = { 'x:text:t1': '5', 'x:choice:c1': 'так' } as const;

/** Some of them with amounts, which may be none, and with what does not add up. */
const anyRowsWithAdded = fc
  .tuple(
    anyRows,
    fc.infiniteStream(
      fc.record({
        amount: fc.option(fc.maxSafeInteger(), { nil: null }),
        thousandths: fc.option(fc.integer(), { nil: null }),
        isAdded: fc.boolean(),
      }),
    ),
  )
  .map(([rows, stream]) =>
    rows.map((row): Row => {
      const { value } = stream.next();
      if (value === undefined || !value.isAdded) return row;
      const added = {
        ...others,
        [money]: value.amount,
        [number]: value.thousandths === null ? null : value.thousandths / 1000,
      };
      return { ...row, values: { ...row.values, ...added } } as Row;
    }),
  );

/** In another way than the product: all values of a column, each by its digits. */
function addUpAdded(rows: readonly Row[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const field of [money, number] as const) {
    const values = rows.map((row) => row.values[field]).filter((value) => typeof value === 'number');
    if (values.length === 0) continue;
    const digits = (value: number) =>
      field === money ? BigInt(value) : BigInt(value.toFixed(3).replace('.', ''));
    sums.set(
      field,
      values.map(digits).reduce((sum, value) => sum + value, 0n),
    );
  }
  return sums;
}

test('GRD-75 COL-18 after any changes the group lines and the totals are those of a recount', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Grouping.options),
      fc.array(fc.tuple(anyRowsWithAdded, fc.boolean()), { maxLength: 6 }),
      (grouping, batches) => {
        const grouped = new GroupedRows(groupsBy(grouping));
        const shown = new Map<string, Row>();
        const lines = new Map<string, GridItem & { kind: 'group' }>();
        for (const [rows, isRemoval] of batches) {
          for (const row of rows) {
            const key = rowKey(row);
            if (isRemoval) {
              grouped.remove(key);
              shown.delete(key);
            } else {
              if (shown.has(key)) grouped.change(row);
              else grouped.add(row, true);
              shown.set(key, row);
            }
          }
          const { add, update, remove } = grouped.takeChanges();
          for (const item of remove) expect(lines.delete(item.id)).toBe(true);
          for (const item of update) expect(lines.has(item.id)).toBe(true);
          for (const item of add) expect(lines.has(item.id)).toBe(false);
          for (const item of [...add, ...update]) lines.set(item.id, item);
        }
        const sums = new Map(
          [...lines].map(([id, { rowCount, plannedMinor, actualMinor, added }]) => [
            id,
            { rowCount, plannedMinor, actualMinor, added },
          ]),
        );
        const rows = [...shown.values()];
        expect(sums).toEqual(recount(rows, grouping));
        expect(grouped.sums()).toEqual({
          rowCount: rows.length,
          plannedMinor: addUp(rows, 'plannedMinor'),
          actualMinor: addUp(rows, 'actualMinor'),
          added: addUpAdded(rows),
        });
      },
    ),
  );
});

test('GRD-9 GRD-75 sums are exact past what a number can hold', () => {
  const rows = Array.from({ length: 2_000 }, (_, index) =>
    buildExpenditure(`r${index}`, { plannedMinor: maxAmountMinor, actualMinor: maxAmountMinor - 1 }),
  );
  const grouped = new GroupedRows(groupsBy('organisation'));
  grouped.recount(rows, () => true);
  const sums = {
    rowCount: 2_000,
    plannedMinor: 20_000_000_000_000_000n,
    actualMinor: 19_999_999_999_998_000n,
    added: new Map(),
  };
  expect(grouped.sums()).toEqual(sums);
  expect(grouped.takeChanges().add).toMatchObject([{ id: 'o1', ...sums }]);
});

test('GRD-75 rows that the filter does not let pass are in no sum; one that is shown stays until a recount', () => {
  const grouped = new GroupedRows(groupsBy('none'));
  const row = buildExpenditure('r1', { actualMinor: 100 });
  grouped.recount([row, buildExpenditure('r2', { actualMinor: 1 })], ({ id }) => id === 'r1');
  expect(grouped.sums()).toMatchObject({ rowCount: 1, actualMinor: 100n });
  grouped.change(buildExpenditure('r2', { actualMinor: 7 }));
  expect(grouped.sums()).toMatchObject({ rowCount: 1, actualMinor: 100n });
  grouped.change(buildExpenditure('r1', { actualMinor: 5 }));
  expect(grouped.sums()).toMatchObject({ rowCount: 1, actualMinor: 5n });
});

test('GRD-76 groups stand in the order of the report, each under its line, those of nothing last', () => {
  const grouped = new GroupedRows(groupsBy('direction'));
  const directions = ['d2', 'gone', 'd1', null];
  const rows = directions.map((id, index) =>
    buildExpenditure(`r${index}`, { directionId: id === null ? null : DirectionId.parse(id) }),
  );
  grouped.recount(rows, () => true);
  const items: GridItem[] = [...rows, ...grouped.takeChanges().add];
  const order = items
    .sort((a, b) => grouped.compare(a, b))
    .map((item) => (item.kind === 'group' ? item.title : item.kind === 'totals' ? '' : item.id));
  expect(order).toEqual(['1. Напрям 1', 'r2', '2. Напрям 2', 'r0', 'Без напряму', 'r1', 'r3']);
  expect(grouped.ids()).toEqual(['d1', 'd2', 'none']);
});

test('GRD-76 a row that gets another direction is told to belong elsewhere', () => {
  const grouped = new GroupedRows(groupsBy('direction'));
  const at = (id: string) => buildExpenditure('r1', { directionId: DirectionId.parse(id) });
  grouped.add(at('d1'), true);
  expect(grouped.change(at('d1'))).toBe(false);
  expect(grouped.change(at('d2'))).toBe(true);
  expect(grouped.ids()).toEqual([]);
  grouped.takeChanges();
  expect(grouped.ids()).toEqual(['d2']);
});

test('GRD-77 folded groups keep their line and their sums', () => {
  const grouped = new GroupedRows(groupsBy('organisation'));
  const row = buildExpenditure('r1', { actualMinor: 3 });
  grouped.recount([row], () => true);
  grouped.setCollapsed([row.organisationId]);
  expect(grouped.isFolded(row)).toBe(true);
  expect(grouped.takeChanges().add).toMatchObject([{ isCollapsed: true, actualMinor: 3n }]);
  expect(grouped.sums().rowCount).toBe(1);
  // Nothing is folded where nothing is grouped.
  grouped.recount([row], () => true, groupsBy('none'));
  expect(grouped.isFolded(row)).toBe(false);
  expect(grouped.takeChanges()).toMatchObject({ add: [], update: [], remove: [{ id: 'o1' }] });
});
