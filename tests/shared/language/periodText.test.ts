import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPeriod, tryParsePeriod } from '#shared/language/periodText.ts';

function read(text: string): string {
  const parsed = tryParsePeriod(text, 2020);
  return parsed.ok ? parsed.period : parsed.error.code;
}

describe('reading a date or a period', () => {
  it.each([
    ['19.08.2020', '2020-08-19'],
    ['19.8.2020', '2020-08-19'],
    ['19.8.20', '2020-08-19'],
    ['19.08', '2020-08-19'],
    ['2020-08-19', '2020-08-19'],
    ['  19.08.2020 р. ', '2020-08-19'],
    ['19 серпня 2020 року', '2020-08-19'],
    ['1 січня', '2020-01-01'],
    ['19 august 2021', '2021-08-19'],
    ['29.02.2020', '2020-02-29'],
  ])('LNG-5 reads the day %j', (text, period) => {
    expect(read(text)).toBe(period);
  });

  it.each([
    ['01.03.2020–31.03.2020', '2020-03-01/2020-03-31'],
    ['01.03.2020-31.03.2020', '2020-03-01/2020-03-31'],
    ['01.03.2020 — 31.03.2020', '2020-03-01/2020-03-31'],
    ['01–31.03.2020', '2020-03-01/2020-03-31'],
    ['1-15 березня 2021', '2021-03-01/2021-03-15'],
    ['01.03–05.04', '2020-03-01/2020-04-05'],
    ['01.03–05.04.2019', '2019-03-01/2019-04-05'],
    ['28.12.2019–03.01.2020', '2019-12-28/2020-01-03'],
    ['2020-03-01/2020-03-31', '2020-03-01/2020-03-31'],
    ['19.08.2020–19.08.2020', '2020-08-19'],
    ['березень–травень 2020', '2020-03-01/2020-05-31'],
    ['I–III квартал', '2020-01-01/2020-09-30'],
    ['1-2 кв. 2019', '2019-01-01/2019-06-30'],
  ])('LNG-6 reads the span %j', (text, period) => {
    expect(read(text)).toBe(period);
  });

  it.each([
    ['березень', '2020-03-01/2020-03-31'],
    ['Березень 2019', '2019-03-01/2019-03-31'],
    ['БЕРЕЗНЯ 2019 р.', '2019-03-01/2019-03-31'],
    ['лютий', '2020-02-01/2020-02-29'],
    ['лютий 2021', '2021-02-01/2021-02-28'],
    ['03.2020', '2020-03-01/2020-03-31'],
    ['2020-03', '2020-03-01/2020-03-31'],
    ['March 2020', '2020-03-01/2020-03-31'],
    ['I квартал 2020', '2020-01-01/2020-03-31'],
    ['І квартал', '2020-01-01/2020-03-31'],
    ['ІV квартал 2019 року', '2019-10-01/2019-12-31'],
    ['1 кв.', '2020-01-01/2020-03-31'],
    ['2-й квартал', '2020-04-01/2020-06-30'],
    ['Q3 2020', '2020-07-01/2020-09-30'],
    ['I півріччя', '2020-01-01/2020-06-30'],
    ['2 півріччя 2019', '2019-07-01/2019-12-31'],
    ['H2 2020', '2020-07-01/2020-12-31'],
    ['2019', '2019-01-01/2019-12-31'],
    ['2020 рік', '2020-01-01/2020-12-31'],
  ])('LNG-7 reads the named period %j', (text, period) => {
    expect(read(text)).toBe(period);
  });

  it.each([
    '30.02.2020',
    '31.04.2020',
    '29.02.2021',
    '2020-02-30',
    '32.01.2020',
    '00.01.2020',
    '01.13.2020',
    '13.2020',
  ])('LNG-8 says that a day does not exist: %s', (text) => {
    expect(read(text)).toBe('date.no-such-day');
  });

  it.each(['31.03.2020–01.03.2020', 'травень–березень 2020', '2020-03-31/2020-03-01'])(
    'LNG-8 says that a span runs backwards: %s',
    (text) => {
      expect(read(text)).toBe('date.reversed');
    },
  );

  it.each([
    '',
    'завтра',
    '19/08/2020',
    '03/04',
    '19',
    '19.08.202',
    '19.08.20200',
    '4758',
    '0020',
    '5 квартал',
    'V квартал',
    '3 півріччя',
    '19.08.2020–',
    '–19.08.2020',
    '1–2–3.04.2020',
    '١٩.٠٨.٢٠٢٠',
    'березень 20',
    'x'.repeat(10_000),
  ])('LNG-8 refuses what is no date: %j', (text) => {
    expect(read(text)).toBe('date.not-a-date');
  });

  it('LNG-8 answers any text at all, and quotes it shortened', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.-–/ '), maxLength: 24 }),
      fc.string({
        unit: fc.constantFrom(
          '1',
          '2',
          '4',
          'I',
          'V',
          'і',
          'кв.',
          ' квартал',
          ' півріччя',
          'березень',
          ' 2020',
          '–',
          ' ',
          '-',
        ),
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = tryParsePeriod(text, 2020);
        if (!parsed.ok) expect(String(parsed.error.parameters.value).length).toBeLessThanOrEqual(41);
      }),
      { numRuns: 500 },
    );
  });
});

describe('printing a period', () => {
  it.each([
    ['2020-08-19', '19.08.2020', '19.08.2020'],
    ['2020-03-01/2020-03-15', '01.03.2020–15.03.2020', '01.03.2020–15.03.2020'],
    ['2020-03-01/2020-03-31', 'березень 2020', 'March 2020'],
    ['2020-02-01/2020-02-28', '01.02.2020–28.02.2020', '01.02.2020–28.02.2020'],
    ['2020-01-01/2020-03-31', 'I квартал 2020', 'Q1 2020'],
    ['2020-10-01/2020-12-31', 'IV квартал 2020', 'Q4 2020'],
    ['2020-02-01/2020-04-30', '01.02.2020–30.04.2020', '01.02.2020–30.04.2020'],
    ['2020-07-01/2020-12-31', 'II півріччя 2020', 'H2 2020'],
    ['2020-01-01/2020-12-31', '2020', '2020'],
    ['2019-01-01/2020-12-31', '01.01.2019–31.12.2020', '01.01.2019–31.12.2020'],
  ])('LNG-9 prints %s as %s', (period, uk, en) => {
    expect(formatPeriod(period, 'uk')).toBe(uk);
    expect(formatPeriod(period, 'en')).toBe(en);
  });

  it('LNG-10 every printed period is read back, in both languages, whatever year is supposed', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const months = fc
      .tuple(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 11 }),
      )
      .map(([year, from, length]) => {
        const until = Math.min(12, from + length);
        const end = new Date(Date.UTC(year, until, 0)).toISOString().slice(0, 10);
        return `${year}-${String(from).padStart(2, '0')}-01/${end}`;
      });
    const spans = fc.tuple(day, day).map((days) => [...new Set(days)].sort().join('/'));
    fc.assert(
      fc.property(fc.oneof(day, months, spans), fc.constantFrom('uk', 'en'), (period, language) => {
        expect(tryParsePeriod(formatPeriod(period, language), 2031)).toEqual({ ok: true, period });
      }),
      { numRuns: 1_000 },
    );
  });
});
