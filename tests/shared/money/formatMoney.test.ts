import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimalComma, formatMoney, formatPlainDecimal } from '#shared/money/formatMoney.ts';

describe('printing money', () => {
  it.each([
    [43_760_356, '437\u00A0603,56\u00A0грн'],
    [4_758_000, '47\u00A0580,00\u00A0грн'],
    [100_000n, '1\u00A0000,00\u00A0грн'],
    [99_999, '999,99\u00A0грн'],
    [0, '0,00\u00A0грн'],
    [5, '0,05\u00A0грн'],
    [-5n, '\u22120,05\u00A0грн'],
    [-123_456_789n, '\u22121\u00A0234\u00A0567,89\u00A0грн'],
    [123_456_789_012_345_678_901n, '1\u00A0234\u00A0567\u00A0890\u00A0123\u00A0456\u00A0789,01\u00A0грн'],
  ])('MON-10 prints %s as %s', (minor, printed) => {
    expect(formatMoney(minor)).toBe(printed);
  });

  it('MON-10 leaves the unit out where the heading has it', () => {
    expect(formatMoney(43_760_356, { unit: 'none' })).toBe('437\u00A0603,56');
  });

  it.each([
    [43_760_356, '437,6'],
    [4_999, '0,0'],
    [5_000, '0,1'],
    [-4_999, '0,0'],
    [-5_000, '\u22120,1'],
    [99_995_000, '1\u00A0000,0'],
    [14_999, '0,1'],
    [15_000, '0,2'],
  ])('MON-11 rounds %s kopiykas to %s thousand', (minor, printed) => {
    expect(formatMoney(minor, { unit: 'thousand-uah' })).toBe(`${printed}\u00A0тис.\u00A0грн`);
  });

  it('MON-12 prints for programs without groups and with an ASCII minus', () => {
    expect(formatPlainDecimal(43_760_356)).toBe('437603.56');
    expect(formatDecimalComma(43_760_356)).toBe('437603,56');
    expect(formatPlainDecimal(-5n)).toBe('-0.05');
  });

  it('MON-12 loses no kopiyka of any sum', () => {
    fc.assert(
      fc.property(fc.bigInt(), (minor) => {
        expect(BigInt(formatPlainDecimal(minor).replace('.', ''))).toBe(minor);
        const digits = formatMoney(minor)
          .replace('\u2212', '-')
          .replaceAll(/[\u00A0,грн]/g, '');
        expect(BigInt(digits)).toBe(minor);
      }),
    );
  });

  it('refuses a fraction of a kopiyka and a number past the safe range', () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError);
    expect(() => formatPlainDecimal(2 ** 53)).toThrow(RangeError);
    expect(() => formatMoney(Number.NaN)).toThrow(RangeError);
  });
});
