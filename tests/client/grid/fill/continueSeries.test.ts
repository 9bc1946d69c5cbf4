import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldKind } from '#client/grid/fields.ts';
import { continueSeries, type FillValue } from '#client/grid/fill/continueSeries.ts';
import { Period } from '#shared/model/period.ts';
import { maxAmountMinor } from '#shared/money/money.ts';

const next = (kind: FieldKind, values: FillValue[], count = 3) => continueSeries(values, kind, count);
const goBack = (kind: FieldKind, values: FillValue[], count = 3) => continueSeries(values, kind, count, true);

describe('GRD-25 the handle continues what it is drawn from', () => {
  test.each<[FieldKind, FillValue[], FillValue[]]>([
    ['money', [100, 250], [400, 550, 700]],
    ['count', [7], [7, 7, 7]],
    ['money', [100, 250, 500], [100, 250, 500]],
    ['money', [100, null], [100, null, 100]],
    ['period', ['2020-02-27'], ['2020-02-28', '2020-02-29', '2020-03-01']],
    ['period', ['2020-03-02', '2020-03-09'], ['2020-03-16', '2020-03-23', '2020-03-30']],
    ['period', ['2020-01-15', '2020-02-15'], ['2020-03-15', '2020-04-15', '2020-05-15']],
    ['period', ['2020-01-31', '2020-02-29'], ['2020-03-31', '2020-04-30', '2020-05-31']],
    [
      'period',
      ['2020-11-01/2020-11-30'],
      ['2020-12-01/2020-12-31', '2021-01-01/2021-01-31', '2021-02-01/2021-02-28'],
    ],
    [
      'period',
      ['2020-01-01/2020-03-31'],
      ['2020-04-01/2020-06-30', '2020-07-01/2020-09-30', '2020-10-01/2020-12-31'],
    ],
    [
      'period',
      ['2020-01-01/2020-12-31'],
      ['2021-01-01/2021-12-31', '2022-01-01/2022-12-31', '2023-01-01/2023-12-31'],
    ],
    [
      'period',
      ['2020-03-05/2020-03-09'],
      ['2020-03-05/2020-03-09', '2020-03-05/2020-03-09', '2020-03-05/2020-03-09'],
    ],
    ['long', ['Захід 9'], ['Захід 10', 'Захід 11', 'Захід 12']],
    ['long', ['Акт 001', 'Акт 003'], ['Акт 005', 'Акт 007', 'Акт 009']],
    [
      'long',
      ['Договір від 12.03.2020'],
      ['Договір від 12.03.2020', 'Договір від 12.03.2020', 'Договір від 12.03.2020'],
    ],
    ['long', ['Квіти', 'Грамоти'], ['Квіти', 'Грамоти', 'Квіти']],
    ['text', ['0210180'], ['0210180', '0210180', '0210180']],
    ['text', ['2210', '2240'], ['2210', '2240', '2210']],
    ['choice', ['general', 'special'], ['general', 'special', 'general']],
  ])('%s %j: %j', (kind, values, expected) => {
    expect(next(kind, values)).toEqual(expected);
  });

  test('and backwards from the first', () => {
    expect(goBack('money', [100, 250])).toEqual([-50, -200, -350]);
    expect(goBack('period', ['2020-03-01'], 2)).toEqual(['2020-02-29', '2020-02-28']);
    expect(goBack('period', ['2020-01-01/2020-01-31'], 1)).toEqual(['2019-12-01/2019-12-31']);
    expect(goBack('long', ['Захід 3'], 2)).toEqual(['Захід 2', 'Захід 1']);
    expect(goBack('long', ['Захід 1'], 2)).toEqual(['Захід 1', 'Захід 1']);
    expect(goBack('choice', ['a', 'b'])).toEqual(['b', 'a', 'b']);
  });

  test('numbers at a constant step go on by exactly that step, in whole kopiykas', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: maxAmountMinor }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (first, step, known, count, isBackward) => {
          const values = Array.from({ length: known }, (_, index) => first + step * index);
          const expected = Array.from({ length: count }, (_, index) =>
            isBackward ? first - step * (index + 1) : first + step * (known + index),
          );
          expect(continueSeries(values, 'money', count, isBackward)).toEqual(expected);
        },
      ),
    );
  });

  test('what is continued in two goes is what is continued in one', () => {
    const day = fc
      .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2050, 0, 1) / 86_400_000 })
      .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (start, a, b) => {
        const whole = next('period', [start], a + b);
        const first = next('period', [start], a);
        expect([...first, ...next('period', [first.at(-1) ?? ''], b)]).toEqual(whole);
        for (const period of whole) expect(Period.safeParse(period).success).toBe(true);
      }),
    );
  });

  test('whatever it is drawn from, it gives as many values as are wanted and never fails', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.string(),
      fc.constantFrom('2020-01-31', '2020-02-29', '2020-01-01/2020-01-31', '9999-12-31', '2020-13-45'),
    );
    const kind = fc.constantFrom<FieldKind>('money', 'count', 'period', 'long', 'text', 'choice', 'link');
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        kind,
        fc.nat(12),
        fc.boolean(),
        (values, of, count, isBackward) => {
          expect(continueSeries(values, of, count, isBackward)).toHaveLength(count);
        },
      ),
    );
  });
});
