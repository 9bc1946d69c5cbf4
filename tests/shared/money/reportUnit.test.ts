import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrintedAmount } from '#shared/footing/readPrintedAmount.ts';
import { formatInUnit, formatMoney, formatWithUnit } from '#shared/money/formatMoney.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { tryParseMoney } from '#shared/money/parseMoney.ts';
import { nameUnit, ReportUnit, unitDecimals } from '#shared/money/reportUnit.ts';

const anyAmount = fc.oneof(
  fc.bigInt({ min: -BigInt(maxAmountMinor) * 10_000n, max: BigInt(maxAmountMinor) * 10_000n }),
  fc.bigInt({ min: -200_000n, max: 200_000n }),
);

describe('an amount in the unit of its report', () => {
  test.each([
    [43_760_356n, '437,60356'],
    [100_000n, '1,00000'],
    [1n, '0,00001'],
    [0n, '0,00000'],
    [-5n, '\u22120,00005'],
    [123_456_789_012n, '1\u00A0234\u00A0567,89012'],
  ])('TOT-25 %d kopiykas are %s thousands', (minor, printed) => {
    expect(formatInUnit(minor, 'thousand-uah')).toBe(printed);
    expect(formatWithUnit(minor, 'thousand-uah')).toBe(`${printed}\u00A0тис.\u00A0грн`);
  });

  test('TOT-25 what is printed is read back as the same kopiykas, with as many digits in every amount', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom(...ReportUnit.options), (minor, unit) => {
        for (const printed of [formatInUnit(minor, unit), formatWithUnit(minor, unit)])
          expect(readPrintedAmount(printed)).toEqual({ digits: minor, decimals: unitDecimals[unit] });
      }),
      { numRuns: 2_000 },
    );
  });

  test('TOT-25 hryvnias are printed as they always were', () => {
    fc.assert(
      fc.property(anyAmount, (minor) => {
        expect(formatWithUnit(minor, 'uah')).toBe(formatMoney(minor));
        expect(formatInUnit(minor, 'uah')).toBe(formatMoney(minor, { unit: 'none' }));
      }),
    );
  });

  test('TOT-25 an amount in thousands that is pasted into a cell is never taken for hryvnias', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: BigInt(maxAmountMinor) }), (minor) => {
        expect(tryParseMoney(formatInUnit(minor, 'thousand-uah')).ok).toBe(false);
        expect(tryParseMoney(formatWithUnit(minor, 'thousand-uah')).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['Фактично, грн', 'Фактично, тис. грн'],
    ['Борг (грн)', 'Борг (тис. грн)'],
    ['Борг, тис. грн', 'Борг, тис. грн'],
    ['Виконання, %', 'Виконання, %'],
  ])('EXP-82 the heading %s is %s in thousands', (heading, named) => {
    expect(nameUnit(heading, 'thousand-uah')).toBe(named);
    expect(nameUnit(heading, 'uah')).toBe(heading);
  });
});
