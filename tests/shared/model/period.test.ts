import { describe, expect, it } from 'vitest';
import { Period, periodBounds } from '#shared/model/period.ts';

describe('a period', () => {
  it.each(['2020-03-12', '2020-02-29', '2020-03-01/2020-03-31', '2019-12-31/2021-01-01'])(
    'MOD-1 may be %s',
    (text) => {
      expect(Period.parse(text)).toBe(text);
    },
  );

  it.each([
    '',
    '2020',
    '2020-03',
    '2020-3-1',
    '2021-02-29',
    '2020-02-30',
    '2020-13-01',
    '2020-00-10',
    '20200312',
    '2020-03-12T00:00',
    '2020-03-12Z',
    ' 2020-03-12',
    '2020-03-12/',
    '/2020-03-12',
    '2020-03-12/2020-03-12',
    '2020-03-12/2020-03-11',
    '2020-03-01/2020-03-31/2020-04-01',
    '2020-03-01--2020-03-31',
    '+12020-03-01',
    '２０２０-03-12',
    12,
    null,
    ['2020-03-12'],
  ])('MOD-1 may not be %j', (value) => {
    expect(Period.safeParse(value).success).toBe(false);
  });

  it('MOD-2 has its first and its last day', () => {
    expect(periodBounds('2020-03-12')).toEqual({ start: '2020-03-12', end: '2020-03-12' });
    expect(periodBounds('2020-03-01/2020-03-31')).toEqual({ start: '2020-03-01', end: '2020-03-31' });
  });
});
