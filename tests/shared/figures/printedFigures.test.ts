import { describe, expect, it } from 'vitest';
import { computeFigures } from '#shared/figures/FigureEngine.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { Row } from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import {
  buildActivitiesFigure,
  buildIndicatorFigure,
  buildListFigure,
  buildMoneyFigure,
  buildPercentFigure,
  buildTableFigure,
} from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const indicatorId = buildIndicatorFigure('sum').indicatorId;

function read(rows: readonly Row[], spec: FigureSpec, forms?: { one: string; few: string; many: string }) {
  const indicators = structure.indicators.map((each) => (forms === undefined ? each : { ...each, forms }));
  const [value] = computeFigures({ ...structure, indicators }, rows, [spec]);
  if (value === undefined) throw new Error('no figure');
  return value;
}

const spend = (actualMinor: number, plannedMinor = 0) => [
  buildExpenditure('r1', { actualMinor, plannedMinor }),
];
const hold = (quantity: number) => [buildActivity('r1', { indicatorId, quantity })];

describe('printed money', () => {
  it('FIG-15 stands in hryvnias, in thousands, or in words', () => {
    expect(read(spend(43_760_356), buildMoneyFigure()).text).toBe('437\u00A0603,56\u00A0грн');
    expect(read(spend(43_760_356), buildMoneyFigure({ format: 'thousands' })).text).toBe(
      '437,6\u00A0тис.\u00A0грн',
    );
    expect(read(spend(43_760_356), buildMoneyFigure({ format: 'words' })).text).toBe(
      'чотириста тридцять сім тисяч шістсот три гривні 56\u00A0копійок',
    );
    expect(read(spend(500), buildMoneyFigure({ format: 'words', case: 'genitive' })).text).toBe(
      'п’яти гривень 00\u00A0копійок',
    );
  });

  it.each([
    [300, 100, '+2,00\u00A0грн', '0,0\u00A0тис.\u00A0грн', 'плюс дві гривні 00\u00A0копійок'],
    [100, 300, '\u22122,00\u00A0грн', '0,0\u00A0тис.\u00A0грн', 'мінус дві гривні 00\u00A0копійок'],
    [300, 300, '0,00\u00A0грн', '0,0\u00A0тис.\u00A0грн', 'нуль гривень 00\u00A0копійок'],
    [
      12_345_600,
      100,
      '+123\u00A0455,00\u00A0грн',
      '+123,5\u00A0тис.\u00A0грн',
      'плюс сто двадцять три тисячі чотириста п’ятдесят п’ять гривень 00\u00A0копійок',
    ],
  ])('FIG-16 a deviation of %s from %s has its sign', (actual, planned, hryvnias, thousands, words) => {
    const print = (format: 'hryvnias' | 'thousands' | 'words') =>
      read(spend(actual, planned), buildMoneyFigure({ sum: 'deviation', format })).text;
    expect([print('hryvnias'), print('thousands'), print('words')]).toEqual([hryvnias, thousands, words]);
  });

  it('FIG-17 past 10^15 kopiykas digits are exact, and words are refused', () => {
    const rows = Array.from({ length: 101 }, (_, index) =>
      buildExpenditure(`r${index}`, { actualMinor: maxAmountMinor - 1 }),
    );
    const amount = { unit: 'kopiykas', value: 1_009_999_999_999_899n };
    expect(read(rows, buildMoneyFigure())).toMatchObject({
      text: '10\u00A0099\u00A0999\u00A0999\u00A0998,99\u00A0грн',
      amount,
      problem: null,
    });
    expect(read(rows, buildMoneyFigure({ format: 'words' }))).toMatchObject({
      text: '[завелике число для запису словами]',
      amount,
      problem: 'too-large',
    });
  });

  it('FIG-15 one trillion hryvnias is the last sum in words', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      buildExpenditure(`r${index}`, { actualMinor: maxAmountMinor }),
    );
    expect(read(rows, buildMoneyFigure({ format: 'words' })).text).toBe(
      'один трильйон гривень 00\u00A0копійок',
    );
    expect(
      read([...rows, buildExpenditure('r11', { actualMinor: 99 })], buildMoneyFigure({ format: 'words' }))
        .text,
    ).toBe('один трильйон гривень 99\u00A0копійок');
  });

  it('FIG-15 a per cent has one decimal', () => {
    expect(read(spend(987, 1_000), buildPercentFigure())).toMatchObject({
      text: '98,7\u00A0%',
      amount: { unit: 'percent-tenths', value: 987n },
    });
  });
});

describe('printed counts', () => {
  const forms = { one: 'особа', few: 'особи', many: 'осіб' };

  it.each([
    [1, '1 особа', '1', 'одна особа'],
    [2, '2 особи', '2', 'дві особи'],
    [5, '5 осіб', '5', 'п’ять осіб'],
    [21, '21 особа', '21', 'двадцять одна особа'],
    [1_717, '1717 осіб', '1717', 'одна тисяча сімсот сімнадцять осіб'],
    [47_580, '47\u00A0580 осіб', '47\u00A0580', 'сорок сім тисяч п’ятсот вісімдесят осіб'],
  ])('FIG-18 %s prints with its noun, alone and in words', (quantity, withNoun, alone, words) => {
    const print = (format: 'count-with-noun' | 'count' | 'words') =>
      read(hold(quantity), buildIndicatorFigure('sum', { format, gender: 'feminine' }), forms).text;
    expect([print('count-with-noun'), print('count'), print('words')]).toEqual([withNoun, alone, words]);
  });

  it.each([
    [93, 10, 'понад 90 осіб'],
    [90, 10, '90 осіб'],
    [7, 10, '7 осіб'],
    [93, null, '93 особи'],
    [1_021, 1_021, '1021 особа'],
  ])('FIG-19 %s over the step %s is «%s», and its amount is exact', (quantity, step, text) => {
    expect(read(hold(quantity), buildIndicatorFigure('sum', { format: 'over', step }), forms)).toMatchObject({
      text,
      amount: { value: BigInt(quantity) },
    });
  });

  it('FIG-19 without a step of its own a figure takes that of the indicator', () => {
    const indicators = structure.indicators.map((each) => ({ ...each, overStep: 50 }));
    const [over, exact] = computeFigures({ ...structure, indicators }, hold(99), [
      buildIndicatorFigure('sum', { format: 'over' }),
      buildIndicatorFigure('sum'),
    ]);
    expect([over?.text, exact?.text]).toEqual(['понад 50 заходів', '99 заходів']);
  });

  it('FIG-20 in other cases than those of its noun words stand without it, whatever the number', () => {
    const print = (
      quantity: number,
      grammaticalCase: 'accusative' | 'genitive' | 'locative',
      gender: 'masculine' | 'feminine',
    ) =>
      read(
        hold(quantity),
        buildIndicatorFigure('sum', { format: 'words', case: grammaticalCase, gender }),
        forms,
      ).text;
    expect(print(5, 'genitive', 'feminine')).toBe('п’яти');
    expect(print(21, 'genitive', 'feminine')).toBe('двадцяти однієї');
    expect(print(13, 'locative', 'masculine')).toBe('тринадцяти');
    expect(print(1, 'accusative', 'feminine')).toBe('одну');
    expect(print(2, 'accusative', 'masculine')).toBe('два особи');
  });

  it('FIG-21 a missing form of the noun blocks the numbers that take it, and no others', () => {
    const without = { one: 'особа', few: ' ', many: 'осіб' };
    const value = (quantity: number, format: 'count-with-noun' | 'count' | 'over' | 'words') =>
      read(hold(quantity), buildIndicatorFigure('sum', { format, step: 2 }), without);
    for (const format of ['count-with-noun', 'words'] as const) {
      expect(value(3, format)).toMatchObject({
        text: '[немає форми слова]',
        amount: { value: 3n },
        problem: 'noun-form-missing',
      });
      expect(value(5, format).problem).toBeNull();
    }
    // «понад 4»: the noun agrees with what is printed.
    expect(value(5, 'over').problem).toBe('noun-form-missing');
    expect(value(7, 'over').problem).toBeNull();
    expect(value(3, 'count').problem).toBeNull();
    expect(read([], buildIndicatorFigure('sum'), { one: '', few: '', many: '' }).problem).toBe(
      'noun-form-missing',
    );
  });

  it('FIG-22 activities are «заходи», in every case', () => {
    const rows = Array.from({ length: 21 }, (_, index) => buildActivity(`r${index}`));
    const print = (fields: Parameters<typeof buildActivitiesFigure>[0]) =>
      read(rows, buildActivitiesFigure(fields)).text;
    expect(print({})).toBe('21 захід');
    expect(print({ case: 'locative' })).toBe('21 заході');
    expect(print({ format: 'words', case: 'instrumental', gender: 'feminine' })).toBe(
      'двадцятьма одним заходом',
    );
    expect(print({ format: 'over', step: 10 })).toBe('понад 20 заходів');
    expect(print({ format: 'over' })).toBe('21 захід');
    expect(print({ format: 'count' })).toBe('21');
  });

  it('FIG-17 a count past 10^12 has digits and no words', () => {
    const rows = Array.from({ length: 1_001 }, (_, index) =>
      buildActivity(`r${index}`, { indicatorId, quantity: 1_000_000_000 }),
    );
    expect(read(rows, buildIndicatorFigure('sum', { format: 'words' })).problem).toBe('too-large');
    expect(read(rows, buildIndicatorFigure('sum', { format: 'count' })).text).toBe(
      '1\u00A0001\u00A0000\u00A0000\u00A0000',
    );
  });
});

describe('printed lists', () => {
  it('FIG-23 names each once, in the order of the report, the last after «та»', () => {
    const rows = [
      buildActivity('r3', { content: 'Нарада  з\nактивом', directionId: buildDirection('d1') }, 'o3'),
      buildActivity('r1', { content: 'Круглий стіл', directionId: buildDirection('d2') }, 'o1'),
      buildActivity('r2', { content: 'НАРАДА з активом', directionId: buildDirection('d2') }, 'o2'),
      buildActivity('r4', { content: 'Семінар' }, 'o1'),
      buildActivity('r5', { content: '  ' }, 'o1'),
    ];
    expect(read(rows, buildListFigure({ of: 'activities' }))).toMatchObject({
      text: 'Нарада з активом, Круглий стіл та Семінар',
      amount: null,
      rowCount: 4,
    });
    expect(read(rows, buildListFigure()).text).toBe('o1, o2 та o3');
    expect(read(rows.slice(0, 1), buildListFigure()).text).toBe('o3');
    expect(read(rows.slice(0, 2), buildListFigure()).text).toBe('o1 та o3');
  });

  it('FIG-23 with an indicator only what counts for it is listed', () => {
    const rows = [
      buildActivity('r1', { content: 'Нарада', indicatorId }, 'o1'),
      buildActivity('r2', { content: 'Збори', indicatorId, state: 'cancelled' }, 'o2'),
      buildActivity('r3', { content: 'Виставка' }, 'o3'),
      buildExpenditure('r4', { actualMinor: 5 }, 'o2'),
    ];
    expect(read(rows, buildListFigure({ indicatorId })).text).toBe('o1');
    expect(read(rows, buildListFigure({ indicatorId, of: 'activities' })).text).toBe('Нарада');
    expect(
      read(rows, buildListFigure({ indicatorId, of: 'activities', filter: { state: 'cancelled' } })).text,
    ).toBe('Збори');
  });

  it('FIG-24 a table is named with the number of its rows', () => {
    expect(read(spend(5), buildTableFigure({ table: 'expenditure' }))).toMatchObject({
      text: 'Видатки: 1 рядок',
      amount: null,
      rowCount: 1,
      problem: null,
    });
  });
});

function buildDirection(id: string) {
  const direction = structure.directions.find((each) => each.id === id);
  if (direction === undefined) throw new Error('no direction');
  return direction.id;
}
