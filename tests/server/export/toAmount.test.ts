import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toAmount } from '#server/export/xlsx/toAmount.ts';
import { formatPlainDecimal } from '#shared/money/formatMoney.ts';

it('EXP-3 an amount as an XLSX cell holds it is the same kopiyka, up to fifteen digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }), (minor) => {
      expect(BigInt(Math.round(toAmount(minor, 'uah') * 100))).toBe(minor);
      expect(
        toAmount(minor, 'uah')
          .toFixed(2)
          .replace(/^-0\.00$/, '0.00'),
      ).toBe(formatPlainDecimal(minor));
      // In thousands as well: what the cell shows with five digits is the amount.
      const shown = toAmount(minor, 'thousand-uah').toFixed(5);
      expect(BigInt(shown.replace('.', ''))).toBe(minor);
    }),
    { numRuns: 2_000 },
  );
});
