import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCellTexts } from '#client/grid/CellTexts.ts';
import { deviationColumn, organisationColumn } from '#client/grid/fields.ts';
import { buildNaturalOrder, buildRowOrder } from '#client/grid/rowOrder.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ViewSort } from '#shared/model/view.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const texts = createCellTexts(structure, 'uk', (_field, value) => value);
const organisationOrder = new Map(structure.organisations.map(({ id }, index) => [id, index]));

function sortIds(rows: readonly Row[], ...sort: ViewSort[]): string[] {
  const order = buildRowOrder({ table: 'expenditure', texts, organisationOrder, sort });
  return rows.toSorted(order).map(({ id }) => id);
}

const rising = (column: string): ViewSort => ({ column, isDescending: false });
const falling = (column: string): ViewSort => ({ column, isDescending: true });

test('E2E-144 without a column rows stand as in the sheets, those of a stranger last', () => {
  const rows = [
    buildExpenditure('r1', {}, 'stranger'),
    buildExpenditure('r4', {}, 'o2'),
    buildExpenditure('r3', {}, 'o2'),
    buildExpenditure('r2', {}, 'o1'),
  ];
  expect(sortIds(rows)).toEqual(['r2', 'r3', 'r4', 'r1']);
});

test('E2E-144 empty values come last whichever way one sorts', () => {
  const rows = [
    buildExpenditure('r1'),
    buildExpenditure('r2', { actualMinor: 20 }),
    buildExpenditure('r3', { actualMinor: 3 }),
    buildExpenditure('r4'),
  ];
  expect(sortIds(rows, rising('actualMinor'))).toEqual(['r3', 'r2', 'r1', 'r4']);
  expect(sortIds(rows, falling('actualMinor'))).toEqual(['r2', 'r3', 'r1', 'r4']);
});

test('E2E-144 words sort as Ukrainians do, numbers within them by their size', () => {
  const rows = ['Ґанок 2', 'Ялинка', 'ганок 10', 'Ганок 9', 'Їжа', 'Іграшка'].map((measure, index) =>
    buildExpenditure(`r${index}`, { measure }),
  );
  expect(sortIds(rows, rising('measure'))).toEqual(['r3', 'r2', 'r0', 'r5', 'r4', 'r1']);
});

test('E2E-144 what is chosen from a list sorts by its words, and a deviation by its amount', () => {
  const rows = [
    buildExpenditure('r1', { directionId: DirectionId.parse('d3'), plannedMinor: 10, actualMinor: 5 }),
    buildExpenditure('r2', { directionId: DirectionId.parse('d1'), plannedMinor: 10 }),
    buildExpenditure('r3', { directionId: DirectionId.parse('d2'), plannedMinor: 5, actualMinor: 10 }),
  ];
  expect(sortIds(rows, rising('directionId'))).toEqual(['r2', 'r3', 'r1']);
  expect(sortIds(rows, falling(deviationColumn))).toEqual(['r3', 'r1', 'r2']);
});

test('E2E-144 a second column parts what the first leaves alike', () => {
  const rows = [
    buildExpenditure('r1', { kekv: '2210', actualMinor: 1 }, 'o2'),
    buildExpenditure('r2', { kekv: '2210', actualMinor: 2 }, 'o2'),
    buildExpenditure('r3', { kekv: '2282' }, 'o1'),
  ];
  expect(sortIds(rows, falling('kekv'), falling('actualMinor'))).toEqual(['r3', 'r2', 'r1']);
  expect(sortIds(rows, falling(organisationColumn), rising('actualMinor'))).toEqual(['r1', 'r2', 'r3']);
  // A column that is gone sorts nothing.
  expect(sortIds(rows, rising('bonus'))).toEqual(['r3', 'r1', 'r2']);
});

test('E2E-144 an order is total: two rows are alike for it only when they have one place in one sheet', () => {
  const column = fc.constantFrom('actualMinor', 'measure', 'fund', deviationColumn, organisationColumn);
  const sorts = fc.array(fc.record({ column, isDescending: fc.boolean() }), { maxLength: 3 });
  const natural = buildNaturalOrder(organisationOrder);
  fc.assert(
    fc.property(anyRows, sorts, (rows, sort) => {
      const order = buildRowOrder({ table: 'expenditure', texts, organisationOrder, sort });
      for (const a of rows) {
        for (const b of rows) {
          expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
          if (order(a, b) === 0) expect(natural(a, b)).toBe(0);
        }
      }
      const sorted = rows.toSorted(order);
      for (const [index, row] of sorted.entries()) {
        for (const later of sorted.slice(index + 1)) expect(order(row, later)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
