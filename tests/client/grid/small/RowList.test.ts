import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCellTexts } from '#client/grid/CellTexts.ts';
import type { GroupId } from '#client/grid/groups/GroupId.ts';
import { buildRowGroups } from '#client/grid/groups/RowGroups.ts';
import { buildRowOrder } from '#client/grid/rowOrder.ts';
import { type ListWish, RowList } from '#client/grid/small/RowList.ts';
import { createRowStore, rowKey, type WritableRowStore } from '#client/sync/RowStore.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { Grouping } from '#shared/model/view.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const texts = createCellTexts(structure, 'uk', (_field, value) => value);
const organisationOrder = new Map(structure.organisations.map(({ id }, index) => [id, index]));
const order = buildRowOrder({ table: 'expenditure', texts, organisationOrder, sort: [] });
const groupsBy = (grouping: Grouping) => buildRowGroups(grouping, structure, { noDirection: 'Без напряму' });
const groupIds: GroupId[] = [
  'none',
  ...['d1', 'd2'].map((id) => DirectionId.parse(id)),
  OrganisationId.parse('o1'),
];
const direction = (id: string) => ({ directionId: DirectionId.parse(id) });

function buildWish(wish: Partial<ListWish> = {}): ListWish {
  return { test: () => true, order, groups: null, folded: new Set(), ...wish };
}

let store: WritableRowStore;
let list: RowList;
let stop: () => void;

// The list waits a moment before it counts what many people do.
beforeEach(() => {
  vi.useFakeTimers();
  store = createRowStore();
  list = new RowList(store, 'expenditure');
  stop = list.start();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function put(...rows: readonly Row[]): void {
  store.apply(rows.map((row) => ({ rowId: row.id, organisationId: row.organisationId, row })));
  vi.runAllTimers();
}

function remove({ id, organisationId }: Row): void {
  store.apply([{ rowId: id, organisationId, row: null }]);
  vi.runAllTimers();
}

/** Each line in words: `Напрям 1 (2)`, `1 o1/r1`. */
function readLines(): string[] {
  return list.state
    .get()
    .items.map((item) =>
      item.kind === 'row'
        ? `${item.number} ${item.key}`
        : `${item.title} (${item.count})${item.isFolded ? ' +' : ''}`,
    );
}

test('E2E-144 rows stand in their order, numbered from one, and only those of the table', () => {
  list.setWish(buildWish());
  put(
    buildExpenditure('r2', {}, 'o2'),
    buildExpenditure('r3'),
    buildActivity('r4'),
    buildExpenditure('r1', {}, 'o1'),
  );
  expect(readLines()).toEqual(['1 o1/r1', '2 o1/r3', '3 o2/r2']);
  expect(list.state.get().allCount).toBe(3);
});

test('GRD-76 each group stands under its title with its rows counted, and the numbers run on', () => {
  list.setWish(buildWish({ groups: groupsBy('direction') }));
  put(
    buildExpenditure('r1', direction('d2')),
    buildExpenditure('r2', direction('gone')),
    buildExpenditure('r3', direction('d1'), 'o2'),
    buildExpenditure('r4', direction('d2'), 'o3'),
  );
  expect(readLines()).toEqual([
    '1. Напрям 1 (1)',
    '1 o2/r3',
    '2. Напрям 2 (2)',
    '2 o1/r1',
    '3 o3/r4',
    'Без напряму (1)',
    '4 o1/r2',
  ]);
  put(buildExpenditure('r1', direction('d1')));
  expect(readLines().slice(0, 3)).toEqual(['1. Напрям 1 (2)', '1 o1/r1', '2 o2/r3']);
});

test('GRD-77 a folded group keeps its title, its count and its part in the sums', () => {
  const rows = [
    buildExpenditure('r1', { ...direction('d1'), actualMinor: 5 }),
    buildExpenditure('r2', { ...direction('d2'), actualMinor: 7 }),
  ];
  list.setWish(buildWish({ groups: groupsBy('direction'), folded: new Set([DirectionId.parse('d1')]) }));
  put(...rows);
  expect(readLines()).toEqual(['1. Напрям 1 (1) +', '2. Напрям 2 (1)', '1 o1/r2']);
  expect(list.state.get().sums).toEqual({
    rowCount: 2,
    plannedMinor: 0n,
    actualMinor: 12n,
    added: new Map(),
  });
  list.setWish(buildWish({ groups: groupsBy('direction') }));
  expect(readLines()).toEqual(['1. Напрям 1 (1)', '1 o1/r1', '2. Напрям 2 (1)', '2 o1/r2']);
});

test('GRD-9 sums are exact past what a number can hold', () => {
  list.setWish(buildWish());
  put(
    ...Array.from({ length: 2_000 }, (_, index) =>
      buildExpenditure(`r${index}`, { plannedMinor: maxAmountMinor, actualMinor: maxAmountMinor - 1 }),
    ),
  );
  expect(list.state.get().sums).toEqual({
    rowCount: 2_000,
    plannedMinor: 20_000_000_000_000_000n,
    actualMinor: 19_999_999_999_998_000n,
    added: new Map(),
  });
});

test('E2E-144 a row that one works in stays until the filter changes, though it passes no more', () => {
  const isSmall = (row: Row) => row.kind === 'expenditure' && (row.values.actualMinor ?? 0) < 100;
  list.setWish(buildWish({ test: isSmall }));
  const row = buildExpenditure('r1', { actualMinor: 1 });
  put(row, buildExpenditure('r2', { actualMinor: 500 }));
  expect(readLines()).toEqual(['1 o1/r1']);
  list.keep(rowKey(row));
  put(buildExpenditure('r1', { actualMinor: 600 }));
  expect(readLines()).toEqual(['1 o1/r1']);
  // Another order or other groups are no other filter.
  list.setWish(buildWish({ test: isSmall, groups: groupsBy('organisation') }));
  expect(readLines()).toEqual([
    `${groupsBy('organisation').titleOf(OrganisationId.parse('o1'))} (1)`,
    '1 o1/r1',
  ]);
  list.setWish(buildWish({ test: (candidate) => isSmall(candidate) }));
  expect(readLines()).toEqual([]);
  expect(list.state.get().allCount).toBe(2);
});

test('E2E-144 what does not change the list keeps its identity, so that nothing is drawn for it', () => {
  list.setWish(buildWish());
  put(buildExpenditure('r1', { actualMinor: 1 }), buildExpenditure('r2'));
  const { items } = list.state.get();
  put(buildExpenditure('r1', { actualMinor: 2 }));
  expect(list.state.get().items).toBe(items);
  expect(list.state.get().sums.actualMinor).toBe(2n);
});

test('E2E-144 after any changes the list is the one that somebody makes who knows nothing of changes', () => {
  const folds = fc.uniqueArray(fc.constantFrom(...groupIds), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom(...Grouping.options),
      folds,
      fc.array(fc.tuple(anyRows, fc.boolean()), { maxLength: 6 }),
      (grouping, folded, batches) => {
        const changed = createRowStore();
        const kept = new RowList(changed, 'expenditure');
        const end = kept.start();
        const wish = buildWish({ groups: groupsBy(grouping), folded: new Set(folded) });
        kept.setWish(wish);
        for (const [rows, isRemoval] of batches) {
          changed.apply(
            rows.map((row) => ({
              rowId: row.id,
              organisationId: row.organisationId,
              row: isRemoval ? null : row,
            })),
          );
          vi.runAllTimers();
        }
        const afresh = new RowList(changed, 'expenditure');
        afresh.setWish(wish);
        expect(kept.state.get()).toEqual(afresh.state.get());
        end();
      },
    ),
  );
});

test('E2E-144 a deleted row goes, and a list that is left hears nothing more', () => {
  list.setWish(buildWish());
  const row = buildExpenditure('r1');
  put(row, buildExpenditure('r2'));
  remove(row);
  expect(readLines()).toEqual(['1 o1/r2']);
  stop();
  put(row);
  expect(readLines()).toEqual(['1 o1/r2']);
});
