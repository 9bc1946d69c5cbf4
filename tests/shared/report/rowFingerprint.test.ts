import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableText } from '#shared/report/comparableText.ts';
import { computeRowFingerprint, fingerprintCell, tryReadFingerprint } from '#shared/report/rowFingerprint.ts';

describe('the fingerprint of a row', () => {
  it('EXP-6 tells which cells are as they were', () => {
    const values = { content: 'Сесія', quantity: 13, period: '2020-08-19' };
    const parts = tryReadFingerprint('activity', computeRowFingerprint('activity', values, { form: '7' }));
    expect(parts?.size).toBe(10);
    expect(parts?.get('content')).toBe(fingerprintCell('Сесія'));
    expect(parts?.get('quantity')).not.toBe(fingerprintCell(14));
    expect(parts?.get('form')).toBe(fingerprintCell('7'));
    expect(parts?.get('note')).toBe(fingerprintCell(null));
  });

  it('EXP-6 stays the same for what no file holds, and is letters that no spreadsheet takes for anything else', () => {
    expect(fingerprintCell(' а\r\nб\u0001\uD800 ')).toBe(fingerprintCell('а\nб'));
    expect(fingerprintCell('  ')).toBe(fingerprintCell(null));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fingerprintCell(text)).toMatch(/^[a-z2-9]{4}$/);
        expect(comparableText(comparableText(text))).toBe(comparableText(text));
      }),
    );
  });

  it('EXP-6 is read from an older export that had fewer fields, and from nothing else', () => {
    const whole = computeRowFingerprint('expenditure', { measure: 'а' }, {});
    expect(tryReadFingerprint('expenditure', whole.slice(0, 8))?.size).toBe(2);
    for (const text of ['', 'abc', 'АБВГ', 'ab cd', '=1+1']) {
      expect(tryReadFingerprint('expenditure', text)).toBeNull();
    }
  });
});
