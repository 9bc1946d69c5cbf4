import { describe, expect, it } from 'vitest';
import { must } from '#shared/must.ts';

describe('must', () => {
  it('gives what is there, however empty, and names what is not', () => {
    for (const value of [0, '', false, Number.NaN]) expect(must(value, 'value')).toBe(value);
    expect(() => must(null, 'sheet of the row')).toThrow('missing: sheet of the row');
    expect(() => must(undefined, 'x')).toThrow('missing: x');
  });
});
