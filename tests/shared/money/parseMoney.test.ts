import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { formatDecimalComma, formatMoney, formatPlainDecimal } from '#shared/money/formatMoney.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { parseMoney, tryParseMoney } from '#shared/money/parseMoney.ts';

const amount = fc.integer({ min: 0, max: maxAmountMinor });

function codeOf(text: string): string {
  const parsed = tryParseMoney(text);
  return parsed.ok ? `accepted as ${parsed.minor}` : parsed.error.code;
}

describe('reading an amount', () => {
  it.each([
    ['390 023,56', 39_002_356],
    ['390\u00A0023,56', 39_002_356],
    ['390\u202F023,56', 39_002_356],
    ['390\u2009023,56', 39_002_356],
    ['390023.56', 39_002_356],
    ['390 023', 39_002_300],
    ['390023', 39_002_300],
    ['47 580,00 грн', 4_758_000],
    ['47 580,00\u00A0грн.', 4_758_000],
    ['47580ГРН', 4_758_000],
    ['47 580 ₴', 4_758_000],
    ['+47 580', 4_758_000],
    ["1'234'567,8", 123_456_780],
    ['1’234’567', 123_456_700],
    ['1,234,567.89', 123_456_789],
    ['1.234.567,89', 123_456_789],
    ['1,234,567', 123_456_700],
    ['1 234.5', 123_450],
    ['  12,5\t', 1_250],
    ['\uFEFF12,50\u200B', 1_250],
    ['0', 0],
    ['0,01', 1],
    ['0.00', 0],
  ])('MON-1 takes %j', (text, minor) => {
    expect(parseMoney(text)).toBe(minor);
  });

  it('MON-2 reads back every amount it prints, in every way of printing', () => {
    fc.assert(
      fc.property(amount, (minor) => {
        expect(parseMoney(formatMoney(minor))).toBe(minor);
        expect(parseMoney(formatMoney(minor, { unit: 'none' }))).toBe(minor);
        expect(parseMoney(formatPlainDecimal(minor))).toBe(minor);
        expect(parseMoney(formatDecimalComma(minor))).toBe(minor);
      }),
    );
  });

  it('MON-3 asks about one mark before exactly three digits, and both offers can be typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(',', '.'),
        fc.constantFrom('', ' грн', '₴'),
        (head, tail, mark, unit) => {
          const parsed = tryParseMoney(`${head}${mark}${String(tail).padStart(3, '0')}${unit}`);
          if (parsed.ok) throw new Error('an ambiguous amount was accepted');
          expect(parsed.error.code).toBe('money.ambiguous');
          const { large, small } = parsed.error.parameters;
          expect(parseMoney(String(large))).toBe((head * 1000 + tail) * 100);
          expect(parseMoney(String(small))).toBe(Math.floor((head * 1000 + tail + 5) / 10));
        },
      ),
    );
  });

  it.each([
    ['1,50000', '1\u00A0500,00', '1,50'],
    ['437,60000', '437\u00A0600,00', '437,60'],
    ['1\u00A0234,00000', '1\u00A0234\u00A0000,00', '1\u00A0234,00'],
  ])('MON-3 asks whether %s is in thousands', (text, large, small) => {
    const parsed = tryParseMoney(text);
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'money.ambiguous', parameters: { large, small } },
    });
  });

  it('MON-3 offers both readings of 390,023', () => {
    const parsed = tryParseMoney('390,023');
    expect(parsed).toMatchObject({
      error: { parameters: { value: '390,023', large: '390\u00A0023,00', small: '390,02' } },
    });
  });

  it('MON-3 never accepts what another country reads otherwise', () => {
    // Whatever is accepted means the same with comma as decimal mark and with point, or shows which it is.
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,4}([ ',.]\d{1,4}){0,3}$/), (text) => {
        const parsed = tryParseMoney(text);
        if (!parsed.ok) return;
        const readings = [readAs(text, ',', '.'), readAs(text, '.', ',')].filter(
          (reading) => reading !== null,
        );
        for (const reading of readings) expect(parsed.minor).toBe(reading);
        expect(readings.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '39 00 23,5',
    '1 23',
    '1234 567',
    '1,23,456',
    '1.23.45',
    '1 234 56',
    '1,234.567.89',
    "1 234'567",
    '1  234',
  ])('MON-4 refuses wrong groups: %s', (text) => {
    expect(codeOf(text)).toBe('money.not-a-number');
  });

  it.each(['-5', '−5,00', '–5', '5-', '(5,00)', '( 390 023,56 ) грн', '- 1 грн', '-390,023'])(
    'MON-5 refuses an amount below zero: %s',
    (text) => {
      expect(codeOf(text)).toBe('money.negative');
    },
  );

  it('MON-5 takes zero with a sign as zero', () => {
    expect(parseMoney('-0,00')).toBe(0);
    expect(Object.is(parseMoney('-0'), 0)).toBe(true);
  });

  it.each(['0,125', '1234,567', '390 023,561', '390023.56000001', '1,234.567'])(
    'MON-6 refuses parts of a kopiyka: %s',
    (text) => {
      expect(codeOf(text)).toBe('money.too-precise');
    },
  );

  it('MON-6 passes over zeros that change nothing', () => {
    expect(parseMoney('390023,5600')).toBe(39_002_356);
    expect(parseMoney('0,120')).toBe(12);
  });

  it.each(['100000000000,01', '99999999999999', '9'.repeat(70)])(
    'MON-7 refuses too large an amount: %s',
    (text) => {
      expect(codeOf(text)).toBe('money.too-large');
    },
  );

  it('MON-7 takes the largest amount there may be', () => {
    expect(parseMoney('100 000 000 000,00')).toBe(maxAmountMinor);
  });

  it.each([
    '',
    '   ',
    'грн',
    'сто',
    '12a',
    '1e5',
    '0x10',
    'Infinity',
    '437,6 тис. грн',
    '12 $',
    ',50',
    '5,',
    '5,,5',
    '5 ,5',
    '--5',
    '+-5',
    '()',
    '12\n13',
    '19.08.2020',
    '12%',
  ])('MON-8 refuses what is no amount: %j', (text) => {
    expect(codeOf(text)).toBe('money.not-a-number');
  });

  it.each(['١٢', '１２３', '१२', '1２,50', '12\u202E34'])(
    'MON-8 refuses digits of other scripts: %s',
    (text) => {
      expect(codeOf(text)).toBe('money.not-a-number');
    },
  );

  it('MON-8 refuses a number that begins with a zero: it is a code, not an amount', () => {
    expect(codeOf('0210180')).toBe('money.not-a-number');
    expect(codeOf('00,50')).toBe('money.not-a-number');
  });

  it('MON-9 answers any text at all with an amount or an error that quotes it', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(..."-+(0123456789 .,'грн₴)") }),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = tryParseMoney(text);
        if (parsed.ok) {
          expect(Number.isSafeInteger(parsed.minor) && parsed.minor >= 0).toBe(true);
          expect(parsed.minor).toBeLessThanOrEqual(maxAmountMinor);
        } else {
          expect(String(parsed.error.parameters.value).length).toBeLessThanOrEqual(41);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('MON-9 quotes only the beginning of a very long text', () => {
    const parsed = tryParseMoney('1'.repeat(100_000));
    expect(parsed).toMatchObject({ ok: false, error: { parameters: { value: `${'1'.repeat(40)}…` } } });
  });

  it('throws the same error it would return', () => {
    expect(() => parseMoney('сто')).toThrow(AppError);
  });
});

/** Kopiykas under fixed marks for thousands and decimals; null when the text is not written so. */
function readAs(text: string, group: string, decimal: string): number | null {
  const [, whole = '', decimals = ''] = new RegExp(`^(.*?)(?:\\${decimal}(\\d+))?$`).exec(text) ?? [];
  const isPlain = /^\d+$/.test(whole);
  const isGrouped = [group, ' ', "'"].some((mark) => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(whole));
  if (!isPlain && !isGrouped) return null;
  if (/^\d{2}0*[1-9]/.test(decimals)) return null;
  return Number(whole.replaceAll(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
}
