import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHryvnias } from '#server/export/xlsx/toHryvnias.ts';
import { formatPlainDecimal } from '#shared/money/formatMoney.ts';

it('EXP-3 an amount as an XLSX cell holds it is the same kopiyka, up to fifteen digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }), (minor) => {
      expect(BigInt(Math.round(toHryvnias(minor) * 100))).toBe(minor);
      expect(
        toHryvnias(minor)
          .toFixed(2)
          .replace(/^-0\.00$/, '0.00'),
      ).toBe(formatPlainDecimal(minor));
    }),
    { numRuns: 2_000 },
  );
});
