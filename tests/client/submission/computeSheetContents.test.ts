import { expect, test } from 'vitest';
import { computeSheetContents } from '#client/submission/computeSheetContents.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

test('CTL-19 what is submitted and accepted is told in rows of both tables and sums to the kopiyka', () => {
  const largest = Number.MAX_SAFE_INTEGER;
  expect(
    computeSheetContents([
      buildActivity('a1'),
      buildExpenditure('e1', { plannedMinor: largest, actualMinor: 1 }),
      buildExpenditure('e2', { plannedMinor: largest, actualMinor: null }),
    ]),
  ).toEqual({
    activityCount: 1,
    expenditureCount: 2,
    plannedMinor: 2n * BigInt(largest),
    actualMinor: 1n,
  });
});
