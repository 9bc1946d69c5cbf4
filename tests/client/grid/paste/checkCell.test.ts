import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFieldSpec } from '#client/grid/fields.ts';
import type { BlockCell, RawNumber } from '#client/grid/paste/Block.ts';
import { checkCell } from '#client/grid/paste/checkCell.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { must } from '#shared/must.ts';
import { buildContext } from './planSupport.ts';

const tables: Record<string, TableKind> = {
  quantity: 'activity',
  period: 'activity',
  content: 'activity',
  link: 'activity',
  indicatorId: 'activity',
};

function check(field: string, cell: string | BlockCell, directionId: string | null = null) {
  const table = tables[field] ?? 'expenditure';
  const spec = must(findFieldSpec(table, field), field);
  return checkCell(
    typeof cell === 'string' ? { text: cell } : cell,
    spec,
    { directionId },
    buildContext(table),
  );
}

/** «ok 5», or the kind of the problem with what it may mean; the likely meaning has a star. */
function say(answer: ReturnType<typeof check>): string {
  if (answer.ok) return `ok ${answer.value}`;
  const readings = answer.readings.map(({ value }, index) => (index === answer.likely ? `*${value}` : value));
  return [answer.kind, ...readings].join(' ');
}

const raw = (text: string, decimal: string | null, rest: Partial<RawNumber> = {}): BlockCell => ({
  text,
  number: { decimal, format: 'number', shownDecimals: null, ...rest },
});

describe('amounts', () => {
  test.each([
    ['390 023,56', 'ok 39002356'],
    ['390,023', 'ambiguous-number 39002300 39002'],
    ['-5', 'negative'],
    ['сто', 'wrong-type'],
    ['1,2345', 'wrong-type'],
    ['  ', 'ok null'],
  ])('GRD-41 «%s» as text', (text, answer) => {
    expect(say(check('actualMinor', text))).toBe(answer);
  });

  test.each([
    [raw('390,023', '390023'), 'ok 39002300'],
    [raw('390 023,56', '390023.56'), 'ok 39002356'],
    [raw('390 023,56', '390023.56000000006'), 'ok 39002356'],
    [raw('3.9002356E5', '390023.56'), 'rounded *39002356'],
    [raw('390 024', '390023.56'), 'rounded *39002356 39002400'],
    [raw('1 234,57', '1234.5678'), 'rounded 123457'],
    [raw('########', '390023.56'), 'ok 39002356'],
    [raw('390,0', '390023.56'), 'rounded *39002356 39000'],
    [raw('-5,00', '-5'), 'negative'],
    [raw('98,7 %', '0.987', { format: 'percent' }), 'wrong-type'],
    [raw('390,023', null, { shownDecimals: 0 }), 'ok 39002300'],
    [raw('390,023', null, { shownDecimals: 3 }), 'ambiguous-number 39002300 39002'],
    [raw('100000000001', '100000000001'), 'wrong-type'],
  ])('GRD-42 the number behind %j decides, and a difference is asked about', (cell, answer) => {
    expect(say(check('actualMinor', cell))).toBe(answer);
  });

  test('GRD-41 every accepted amount prints back to the same kopiykas, and nothing ambiguous is accepted', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 7 });
    const mark = fc.constantFrom(',', '.', ' ', '\u00A0', "'", '');
    const text = fc
      .array(fc.tuple(digits, mark), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (written) => {
        const answer = check('plannedMinor', written);
        if (!answer.ok) return;
        const minor = Number(answer.value);
        expect(say(check('plannedMinor', formatMoney(minor)))).toBe(`ok ${minor}`);
        // One mark before exactly three digits may part thousands or decimals.
        if (/^(?!0)\d{1,3}[,.]\d{3}$/.test(written.trim())) expect.unreachable(`accepted ${written}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test('GRD-42 every amount that a program keeps as a number comes in to the same kopiyka', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxAmountMinor }), fc.boolean(), (minor, isSum) => {
        const hryvnias = isSum ? minor / 100 + 0.1 - 0.1 : minor / 100;
        const text = formatMoney(minor, { unit: 'none' });
        expect(say(check('plannedMinor', raw(text, String(hryvnias))))).toBe(`ok ${minor}`);
      }),
    );
  });
});

describe('days and counts', () => {
  test.each<[string, string | BlockCell, string]>([
    ['period', '31.02.2020', 'no-such-date'],
    ['period', '44062', 'serial-date *2020-08-19'],
    ['period', '61000', 'serial-date 2067-01-03'],
    ['period', '2020', 'ok 2020-01-01/2020-12-31'],
    ['period', raw('08/19/2020', '44062', { format: 'date' }), 'ok 2020-08-19'],
    [
      'period',
      raw('серпень 2020', '44044', { format: 'date' }),
      'shown-date *2020-08-01/2020-08-31 2020-08-01',
    ],
    ['period', raw('19.08.2020', '44062.5', { format: 'date' }), 'shown-date *2020-08-19'],
    ['period', raw('20.08.2020', '44062', { format: 'date' }), 'shown-date 2020-08-19 2020-08-20'],
    ['quantity', '1 234', 'ok 1234'],
    ['quantity', '1,234', 'ambiguous-number 1234'],
    ['quantity', '1,000', 'ambiguous-number 1000 1'],
    ['quantity', '12,5', 'wrong-type'],
    ['quantity', '12,0', 'ok 12'],
    ['quantity', '5 грн', 'wrong-type'],
    ['quantity', '-3', 'negative'],
    ['quantity', raw('1,234', '1234'), 'ok 1234'],
    ['quantity', raw('12', '12.4'), 'rounded 12'],
  ])('GRD-42 %s: %o', (field, cell, answer) => {
    expect(say(check(field, cell))).toBe(answer);
  });
});

describe('texts', () => {
  test.each<[string, string | BlockCell, string]>([
    ['content', '=HYPERLINK("http://example.com";"так")', 'ok =HYPERLINK("http://example.com";"так")'],
    ['content', 'שלום 👩‍👩‍👧 нарада', 'ok שלום 👩‍👩‍👧 нарада'],
    ['content', 'перший\r\nдругий', 'ok перший\nдругий'],
    ['content', 'а\u0000б', 'control-characters аб'],
    ['content', 'а\uD800б', 'control-characters аб'],
    ['content', 'х'.repeat(10_001), 'too-long'],
    ['kekv', 'х'.repeat(501), 'too-long'],
    ['kpkvk', '0210180', 'ok 0210180'],
    ['kpkvk', '210180', 'lost-zero *0210180 210180'],
    ['kekv', raw('2,21E+03', '2210'), 'rounded *2210'],
    ['kekv', raw('2210', '2210'), 'ok 2210'],
    ['link', 'krmisto.gov.ua', 'ok https://krmisto.gov.ua'],
    ['link', { text: 'сайт міста', link: 'https://krmisto.gov.ua/' }, 'hidden-link *https://krmisto.gov.ua/'],
    ['link', { text: 'сайт міста', link: 'javascript:alert(1)' }, 'wrong-type'],
  ])('GRD-43 %s: %o', (field, cell, answer) => {
    expect(say(check(field, cell))).toBe(answer);
  });
});

describe('values of a list', () => {
  test.each<[string, string, string]>([
    ['directionId', '2', 'ok d2'],
    ['directionId', '2. Напрям 2', 'ok d2'],
    ['directionId', 'НАПРЯМ  2', 'ok d2'],
    ['directionId', '1. Напрям 2', 'unknown-choice d2 d1'],
    ['directionId', 'Напрямок 7', 'unknown-choice d1 d2 d3'],
    ['directionId', 'квартира', 'unknown-choice'],
    ['fund', 'загальний фонд', 'ok general'],
    ['fund', 'Загальний фoнд', 'ok general'],
    ['fund', 'заг. фонд', 'unknown-choice *general special'],
    ['fund', 'спецфонд', 'unknown-choice special'],
    ['fund', 'обласний', 'unknown-choice *regional'],
  ])('GRD-44 %s: «%s»', (field, text, answer) => {
    expect(say(check(field, text))).toBe(answer);
  });

  test('GRD-44 an indicator of another direction is asked about, and without a direction it is taken', () => {
    expect(say(check('indicatorId', 'показник sum'))).toBe('ok sum');
    expect(say(check('indicatorId', 'показник sum', 'd1'))).toBe('ok sum');
  });
});
