import { describe, expect, it } from 'vitest';
import { findingCodes } from '#shared/checks/Finding.ts';
import { findingTexts, formatFinding } from '#shared/checks/findingTexts.ts';
import { findMixedScripts } from '#tests/support/findMixedScripts.ts';

const parameterNames = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('texts of findings', () => {
  it('CHK-9 there are exactly those of the codes', () => {
    expect(Object.keys(findingTexts).sort()).toEqual([...findingCodes].sort());
  });

  it.each(findingCodes)('CHK-9 %s has both languages with the same parameters', (code) => {
    const { uk, en } = findingTexts[code];
    expect(uk).toMatch(/[а-яіїєґ].*\.$/u);
    expect(en).toMatch(/[a-z].*\.$/);
    expect(new Set(parameterNames(uk))).toEqual(new Set(parameterNames(en)));
    expect([...findMixedScripts(uk), ...findMixedScripts(en)]).toEqual([]);
  });

  it('CHK-9 a missing parameter prints as its name', () => {
    expect(formatFinding({ code: 'cell.wrong-type', parameters: {} }, 'en')).toContain('{value}');
  });

  it('CHK-9 a value that looks like a pattern is printed as it is', () => {
    const parameters = { value: '$& {year} $1' };
    expect(formatFinding({ code: 'cell.wrong-type', parameters }, 'uk')).toContain('«$& {year} $1»');
  });
});
