import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { checkPersonalData } from '#shared/privacy/checkPersonalData.ts';
import { findPersonalData } from '#shared/privacy/findPersonalData.ts';
import { isTaxNumber } from '#shared/privacy/isTaxNumber.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { paragraph, withText } from '#tests/support/buildTextModel.ts';

const find = (text: string) => findPersonalData(text).map(({ kind, quote }) => [kind, quote]);

describe('findPersonalData', () => {
  it.each([
    ['name', 'нагороджено Петренко І. В. за внесок', 'Петренко І. В.'],
    ['name', 'нагороджено Петренка І.В. за внесок', 'Петренка І.В.'],
    ['name', 'лист І. В. Петренко', 'І. В. Петренко'],
    ['name', 'доповідав О. Ковальчук', 'О. Ковальчук'],
    ['name', 'Нечуй-Левицькому І. С. вручено', 'Нечуй-Левицькому І. С.'],
    ['name', 'почесний громадянин Мар’яненко Ігор Васильович', 'Мар’яненко Ігор Васильович'],
    ['name', 'подяка Олені Григорівні', 'Олені Григорівні'],
    ['name', 'Ганною Андріївною Шевчук проведено', 'Ганною Андріївною Шевчук'],
    ['phone', 'тел. +380 67 123-45-67', '+380 67 123-45-67'],
    ['phone', 'тел.: (056) 493-12-34', '(056) 493-12-34'],
    ['phone', 'дзвоніть 0671234567', '0671234567'],
    ['phone', '067 123 45 67', '067 123 45 67'],
    ['email', 'пишіть olena.k@kr.gov.ua.', 'olena.k@kr.gov.ua'],
    ['tax-number', 'код 3184710691 особи', '3184710691'],
    ['tax-number', 'РНОКПП: 1234567890', '1234567890'],
    ['passport', 'паспорт АН 123456', 'АН 123456'],
    ['passport', 'паспорт № 001234567', '001234567'],
    ['passport', 'УНЗР 19900101-12345', '19900101-12345'],
  ])('PRV-1 a %s: «%s»', (kind, text, quote) => {
    expect(find(text)).toEqual([[kind, quote]]);
  });

  it.each([
    'вул. Б. Хмельницького, 12',
    'на вулиці І. В. Петренка',
    'просп. Миру; пл. Т. Г. Шевченка',
    'гімназія ім. Т. Г. Шевченка',
    'бібліотека імені Лесі Українки',
    'КПКВК 0210180, КЕКВ 2210',
    'ЄДРПОУ 04052207',
    'ЄДРПОУ 31847106',
    'рішення від 29.05.2014 № 719',
    'сума 1 234 567 890,00 грн і 3184710691,00 грн',
    '2020-03-12/2020-03-31',
    'Виконавчий комітет Криворізької міської ради',
    'м. Кривий Ріг, вул. Соборності',
    'категорія А. Відділ культури провів',
    'В. о. керівника; т. зв. «круглий стіл»',
    'рахунок UA213223130000026007233566001',
    'https://kr.gov.ua/ua/news/123456789',
    'договір № 12345678901',
  ])('PRV-2 nothing in «%s»', (text) => {
    expect(find(text)).toEqual([]);
  });

  const surname = fc.constantFrom(
    'Петренко',
    'Ковальчук',
    'Шевченка',
    'Бондаренком',
    'Ткачукові',
    'Мельничук',
    'Дзюба',
    'Заєць',
  );
  const letter = fc.constantFrom(...'АБВГҐДЕЄЖЗІЇКЛМНОПРСТУФХЦЧШЩЮЯ');
  const filler = fc.constantFrom(
    'нагороджено',
    'за підсумками року',
    'вручено 12 грамот:',
    'голова комісії',
    '',
  );

  it('PRV-1 finds a name with initials wherever it stands and however it is spaced', () => {
    fc.assert(
      fc.property(
        surname,
        letter,
        letter,
        fc.constantFrom('', ' ', '\u00A0'),
        filler,
        filler,
        fc.boolean(),
        (name, a, b, gap, left, right, isFirst) => {
          const quote = isFirst ? `${name} ${a}.${gap}${b}.` : `${a}.${gap}${b}.${gap}${name}`;
          expect(find(`${left} ${quote} ${right}`)).toEqual([['name', quote]]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('PRV-2 takes no amount, count, date or budget code for personal data', () => {
    const number = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 15n }).map((minor) => formatMoney(minor)),
      fc.integer({ min: 0, max: 999_999_999 }).map(formatCount),
      fc.integer({ min: 0, max: 9_999_999 }).map((code) => String(code).padStart(7, '0')),
      fc.integer({ min: 0, max: 99_999_999 }).map((code) => String(code).padStart(8, '0')),
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10).split('-').toReversed().join('.')),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), filler, (numbers, text) => {
        expect(find(`${text} ${numbers.join('; ')}.`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('PRV-3 a tax number is told by its check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-4]\d{8}$/), (nine) => {
        const valid = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).filter(isTaxNumber);
        expect(valid).toHaveLength(1);
        expect(find(`код ${valid[0]}`)).toEqual([['tax-number', valid[0]]]);
      }),
      { numRuns: 200 },
    );
    expect(isTaxNumber('0000000000')).toBe(false);
  });

  it('PRV-4 any text is looked through in time, and quotes are what stands there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'АБвгіʼ. -@0123456789+()№'), maxLength: 400 }),
        (text) => {
          let end = 0;
          for (const { quote, start } of findPersonalData(text)) {
            expect(text.slice(start, start + quote.length)).toBe(quote);
            expect(start).toBeGreaterThanOrEqual(end);
            end = start + quote.length;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('checkPersonalData', () => {
  it('PRV-5 names the place: the direction, or the row with its table, organisation and field', () => {
    const rows = [
      buildActivity('r1', { content: 'без імен' }, 'o1'),
      buildActivity('r2', { note: 'Петренко І. В.' }, 'o2'),
      buildExpenditure('r3', { document: 'тел. (056) 493-12-34' }, 'o3'),
    ];
    const model = withText(buildReportModel(buildContent(buildReportStructure(), rows)), 2, [
      paragraph('Подяка ', 'Олені Григорівні'),
    ]);
    expect(checkPersonalData(model)).toEqual([
      { kind: 'name', quote: 'Подяка Олені Григорівні', place: { in: 'text', directionNumber: 2 } },
      {
        kind: 'name',
        quote: 'Петренко І. В.',
        place: {
          in: 'row',
          table: 'activity',
          organisationId: 'o2',
          organisation: 'o2',
          rowId: 'r2',
          rowNumber: 2,
          field: 'note',
        },
      },
      {
        kind: 'phone',
        quote: '(056) 493-12-34',
        place: {
          in: 'row',
          table: 'expenditure',
          organisationId: 'o3',
          organisation: 'o3',
          rowId: 'r3',
          rowNumber: 1,
          field: 'document',
        },
      },
    ]);
  });

  it('PRV-5 finds nothing in the example', () => {
    expect(
      checkPersonalData(buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()))),
    ).toEqual([]);
  });
});
