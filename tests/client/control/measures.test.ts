import { expect, test } from 'vitest';
import { formatDeviation, formatMeasure, isMeasure, measures } from '#client/control/measures.ts';
import { noMoney } from '#shared/totals/Totals.ts';

const sums = { plannedMinor: 48_000_00n, actualMinor: 47_580_00n, rowCount: 3 };

test('CTL-6 each measure prints what it says, without a unit', () => {
  expect(measures.map((measure) => formatMeasure(sums, measure))).toEqual([
    '47\u00A0580,00',
    '48\u00A0000,00',
    '\u2212420,00',
    '99,1\u00A0%',
  ]);
});

test('CTL-6 no rows print a dash, no plan prints no per cent, more than planned prints a plus', () => {
  expect(formatMeasure(noMoney, 'actual')).toBe('—');
  expect(formatMeasure({ ...sums, plannedMinor: 0n }, 'percent')).toBe('—');
  expect(formatMeasure({ plannedMinor: 0n, actualMinor: 0n, rowCount: 1 }, 'actual')).toBe('0,00');
  expect(formatDeviation({ ...sums, plannedMinor: 0n }, 'uah')).toBe('+47\u00A0580,00\u00A0грн');
});

test('a measure is recognised by its name', () => {
  expect(isMeasure('planned')).toBe(true);
  expect(isMeasure('constructor')).toBe(false);
});
