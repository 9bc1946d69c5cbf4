import { expect, test } from 'vitest';
import { formatDeviation, formatMeasure, isMeasure, measures } from '#client/control/measures.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { noMoney } from '#shared/totals/Totals.ts';

const sums = { plannedMinor: 48_000_00n, actualMinor: 47_580_00n, rowCount: 3 };

test('CTL-6 each measure prints what it says, without a unit', () => {
  expect(measures.map((measure) => formatMeasure(sums, measure, 'uah'))).toEqual([
    '47\u00A0580,00',
    '48\u00A0000,00',
    '\u2212420,00',
    '99,1\u00A0%',
  ]);
});

test('CTL-6 no rows print a dash, no plan prints no per cent, more than planned prints a plus', () => {
  expect(formatMeasure(noMoney, 'actual', 'uah')).toBe('—');
  expect(formatMeasure({ ...sums, plannedMinor: 0n }, 'percent', 'uah')).toBe('—');
  expect(formatMeasure({ plannedMinor: 0n, actualMinor: 0n, rowCount: 1 }, 'actual', 'uah')).toBe('0,00');
  expect(formatDeviation({ ...sums, plannedMinor: 0n }, formatWithUnit, 'uah')).toBe(
    '+47\u00A0580,00\u00A0грн',
  );
});

test('TOT-26 in thousands the same kopiykas stand after five digits, and a share is a share', () => {
  expect(measures.map((measure) => formatMeasure(sums, measure, 'thousand-uah'))).toEqual([
    '47,58000',
    '48,00000',
    '\u22120,42000',
    '99,1\u00A0%',
  ]);
  expect(formatMeasure(noMoney, 'actual', 'thousand-uah')).toBe('—');
  const more = { ...sums, plannedMinor: 47_579_99n };
  expect(formatDeviation(more, formatWithUnit, 'thousand-uah')).toBe('+0,00001\u00A0тис.\u00A0грн');
});

test('a measure is recognised by its name', () => {
  expect(isMeasure('planned')).toBe(true);
  expect(isMeasure('constructor')).toBe(false);
});
