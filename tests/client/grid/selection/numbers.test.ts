import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviationColumn, fieldSpecs, organisationColumn } from '#client/grid/fields.ts';
import { createNumbersCount } from '#client/grid/selection/createNumbersCount.ts';
import type { SelectedRange } from '#client/grid/selection/SelectedRange.ts';
import { splitRanges } from '#client/grid/selection/splitRanges.ts';
import { formatThousandths } from '#shared/language/nouns.ts';
import type { ExtraField } from '#shared/model/extraField.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

function count(table: TableKind, ranges: readonly SelectedRange[], limit = 2) {
  const numbers = createNumbersCount(table);
  for (const { rows, columns } of splitRanges(ranges, limit))
    for (const row of rows) numbers.add(row, columns);
  return numbers.result();
}

const amount = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: maxAmountMinor })),
  { nil: null },
);
const expenditures = fc
  .array(fc.record({ plannedMinor: amount, actualMinor: amount, measure: fc.constantFrom('Друк', null) }), {
    maxLength: 7,
  })
  .map((rows) => rows.map((values, index) => buildExpenditure(`r${index}`, values)));
const activities = fc
  .array(fc.record({ quantity: fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: null }) }), {
    maxLength: 7,
  })
  .map((rows) => rows.map((values, index) => buildActivity(`r${index}`, values)));

/** Written another way: all values first, then what is to be said of them, with exact fractions. */
function recount(table: TableKind, ranges: readonly SelectedRange[]) {
  const cells = new Map<string, { row: Row; column: string }>();
  for (const { rows, columns } of ranges)
    for (const row of rows) for (const column of columns) cells.set(`${row.id}/${column}`, { row, column });
  const values: bigint[] = [];
  let filled = 0;
  for (const { row, column } of cells.values()) {
    const own: Record<string, unknown> = row.values;
    const deviation =
      row.kind === 'expenditure' && row.values.actualMinor !== null && row.values.plannedMinor !== null
        ? row.values.actualMinor - row.values.plannedMinor
        : null;
    const value =
      column === organisationColumn ? 'own' : column === deviationColumn ? deviation : (own[column] ?? null);
    if (value !== null) filled += 1;
    if (typeof value === 'number') values.push(BigInt(value));
  }
  const sum = values.reduce((total, value) => total + value, 0n);
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const scaled = sum * (table === 'activity' ? 100n : 1n);
  const divisor = BigInt(Math.max(1, values.length));
  // The nearest whole number; of two equally near the one further from zero.
  const floor = scaled / divisor - (scaled % divisor < 0n ? 1n : 0n);
  const [below, above] = [scaled - floor * divisor, (floor + 1n) * divisor - scaled];
  const isUp = above < below || (above === below && scaled > 0n);
  return {
    unit: table === 'activity' ? 'count' : 'money',
    scale: 1,
    cells: cells.size,
    filled,
    numbers: values.length,
    sum: values.length === 0 ? null : sum,
    averageHundredths: values.length === 0 ? null : floor + (isUp ? 1n : 0n),
    least: sorted.length === 0 ? null : Number(sorted[0]),
    greatest: sorted.length === 0 ? null : Number(sorted.at(-1)),
  };
}

const choose = <T>(all: readonly T[]) => fc.subarray([...all]);

test('GRD-24 sum, average, count, least and greatest of the expenditures are those of a naive recount', () => {
  const columns = [
    ...fieldSpecs.expenditure.map(({ field }): string => field),
    deviationColumn,
    organisationColumn,
  ];
  fc.assert(
    fc.property(
      expenditures.chain((rows) =>
        fc.array(fc.record({ rows: choose(rows), columns: choose(columns) }), { maxLength: 3 }),
      ),
      (ranges) => {
        expect(count('expenditure', ranges)).toEqual(recount('expenditure', ranges));
      },
    ),
  );
});

test('GRD-24 and so are those of the activities, whose averages have hundredths', () => {
  const columns = [...fieldSpecs.activity.map(({ field }): string => field), organisationColumn];
  fc.assert(
    fc.property(
      activities.chain((rows) =>
        fc.array(fc.record({ rows: choose(rows), columns: choose(columns) }), { maxLength: 3 }),
      ),
      (ranges) => {
        expect(count('activity', ranges)).toEqual(recount('activity', ranges));
      },
    ),
  );
});

test('GRD-24 an average is rounded half away from zero, below zero too', () => {
  const rows = [
    buildExpenditure('r1', { plannedMinor: 1, actualMinor: 0 }),
    buildExpenditure('r2', { plannedMinor: 2, actualMinor: 0 }),
  ];
  expect(count('expenditure', [{ rows, columns: ['plannedMinor'] }]).averageHundredths).toBe(2n);
  expect(count('expenditure', [{ rows, columns: [deviationColumn] }]).averageHundredths).toBe(-2n);
});

test('GRD-24 no sum is too large', () => {
  const rows = Array.from({ length: 3_000 }, (_, index) =>
    buildExpenditure(`r${index}`, { plannedMinor: maxAmountMinor, actualMinor: maxAmountMinor }),
  );
  const { sum } = count('expenditure', [{ rows, columns: ['plannedMinor', 'actualMinor'] }], 200);
  expect(sum).toBe(BigInt(maxAmountMinor) * 6_000n);
});

test('COL-18 numbers and amounts of added columns are added up, and what is flagged there is not', () => {
  const number: ExtraField = 'x:number:n1';
  const money: ExtraField = 'x:money:m1';
  const text: ExtraField = 'x:text:t1';
  const rows = [
    buildActivity('r1', { [number]: 0.125, [money]: 390_023, [text]: '17' }),
    buildActivity('r2', { [number]: 12, [money]: maxAmountMinor }),
    {
      ...buildActivity('r3'),
      flaws: { [number]: { code: 'invalid', raw: '1e400' } },
    } as unknown as Row,
  ];
  expect(count('activity', [{ rows, columns: [number, text] }])).toEqual({
    unit: 'count',
    scale: 1000,
    cells: 6,
    filled: 4,
    numbers: 2,
    sum: 12_125n,
    averageHundredths: 606n,
    least: 0.125,
    greatest: 12,
  });
  expect(count('activity', [{ rows, columns: [money] }])).toMatchObject({
    unit: 'money',
    numbers: 2,
    sum: BigInt(maxAmountMinor) + 390_023n,
  });
});

test.each([
  [0n, '0'],
  [1n, '0,001'],
  [-500n, '\u22120,5'],
  [1_234_500n, '1234,5'],
  [9_007_199_254_740_993_001n, '9\u00A0007\u00A0199\u00A0254\u00A0740\u00A0993,001'],
])('COL-18 a sum of %s thousandths is printed to the last of them', (sum, printed) =>
  expect(formatThousandths(sum)).toBe(printed),
);
