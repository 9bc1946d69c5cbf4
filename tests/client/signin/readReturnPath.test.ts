import { expect, test } from 'vitest';
import { readReturnPath } from '#client/signin/readReturnPath.ts';

test('CTL-9 a person comes back to where they were', () => {
  expect(readReturnPath({ from: '/reports/r2020/control?direction=d1' })).toBe(
    '/reports/r2020/control?direction=d1',
  );
});

test('CTL-9 anything that is not a path of this site leads home', () => {
  const others = ['https://example.org', '//example.org', '/\\example.org', 'reports', '', 7, null];
  for (const from of others) expect(readReturnPath({ from })).toBe('/');
  for (const state of [null, undefined, 'text', {}]) expect(readReturnPath(state)).toBe('/');
});
