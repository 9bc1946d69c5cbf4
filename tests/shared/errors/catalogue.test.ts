import { describe, expect, it } from 'vitest';
import { AppError, formatError } from '#shared/errors/AppError.ts';
import { type ErrorCode, errorCatalogue, isErrorCode } from '#shared/errors/catalogue.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { findMixedScripts } from '#tests/support/findMixedScripts.ts';

const codes = Object.keys(errorCatalogue) as ErrorCode[];
const parameterNames = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

describe('the catalogue of errors', () => {
  it.each(codes)(
    'ERR-1 %s has a code of two parts, a status, and both languages with the same parameters',
    (code) => {
      const { status, uk, en } = errorCatalogue[code];
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(uk).toMatch(/\p{Script=Cyrillic}.*[.!]$/u);
      expect(en).toMatch(/[a-z].*[.!]$/);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(new Set(parameterNames(uk))).toEqual(new Set(parameterNames(en)));
    },
  );

  it.each(codes)('ERR-2 %s is written with the right letters, apostrophes and quotation marks', (code) => {
    const { uk, en } = errorCatalogue[code];
    expect([...findMixedScripts(uk), ...findMixedScripts(en)]).toEqual([]);
    expect(uk + en).not.toMatch(/['"`]/);
    expect(uk).not.toMatch(/[ыэъё]/i);
    expect(uk).not.toMatch(/[“”]/);
    expect(en).not.toMatch(/[«»]/);
    expect(uk + en).not.toMatch(/ {2}|undefined|null/);
  });

  it.each(codes)('ERR-3 %s prints with its parameters filled in', (code) => {
    const names = parameterNames(errorCatalogue[code].uk);
    const parameters = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    for (const language of ['uk', 'en'] as const) {
      const text = formatError(code, parameters, language);
      expect(text).not.toContain('{');
      for (const name of names) expect(text).toContain(`<${name}>`);
    }
  });

  it('ERR-3 prints a parameter that is not given as its name, and one that looks like a pattern as it is', () => {
    expect(formatError('request.too-many', {}, 'en')).toContain('{seconds}');
    expect(formatError('request.too-many', { seconds: 0 }, 'en')).toContain('Wait 0 s');
    expect(formatError('request.too-many', { seconds: 12_000 }, 'en')).toContain('Wait 12\u00A0000 s');
    expect(formatError('money.not-a-number', { value: '$& {x}' }, 'uk')).toContain('«$& {x}»');
  });

  it('ERR-4 knows its codes, and nothing an object merely inherits', () => {
    expect(isErrorCode('money.ambiguous')).toBe(true);
    for (const text of ['', 'money', 'money.unheard-of', 'toString', '__proto__', 'constructor']) {
      expect(isErrorCode(text)).toBe(false);
    }
  });

  it('ERR-5 an error carries its code as message, its status, and its cause', () => {
    const cause = new Error('disk');
    const error = new AppError('storage.full', { a: 1 }, { cause });
    expect(error).toMatchObject({
      message: 'storage.full',
      code: 'storage.full',
      status: 507,
      cause,
      parameters: { a: 1 },
    });
    expect(error).toBeInstanceOf(Error);
  });
});

describe('close codes', () => {
  it('ERR-6 are different, and of the ranges a server may send', () => {
    const values: number[] = Object.values(closeCodes);
    expect(new Set(values).size).toBe(values.length);
    for (const value of values)
      expect((value >= 1000 && value < 1015) || (value >= 4000 && value < 5000)).toBe(true);
  });
});
