import { describe, expect, it } from 'vitest';
import { normaliseText } from '#shared/language/normaliseText.ts';

describe('texts that read the same', () => {
  it.each([
    ['Нарада', 'нарада'],
    ['  НАРАДА\t', 'нарада'],
    ['Круглий\u00A0 \n стіл', 'круглий стіл'],
    ['Ґанок їжака Є', 'ґанок їжака є'],
    ['и\u0306', 'й'],
    ['', null],
    [' \u00A0\u202F ', null],
    [null, null],
  ])('%j becomes %j', (text, normal) => {
    expect(normaliseText(text)).toBe(normal);
  });
});
