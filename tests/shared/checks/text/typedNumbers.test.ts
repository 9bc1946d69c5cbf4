import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import { computeFigures } from '#shared/figures/FigureEngine.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { TextInline } from '#shared/report/TextModel.ts';
import { walkText } from '#shared/report/walkText.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { buildFigureInline, buildTextTable } from '#tests/support/buildTextBlocks.ts';
import { paragraph, textOf, withText } from '#tests/support/buildTextModel.ts';
import { anyInlineFigure } from '#tests/support/figureArbitraries.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const forms: Record<string, [one: string, few: string, many: string]> = {
  sum: ['особа', 'особи', 'осіб'],
  part: ['нагороджений', 'нагороджені', 'нагороджених'],
  latest: ['студент', 'студенти', 'студентів'],
  count: ['захід', 'заходи', 'заходів'],
  distinct: ['пленарне засідання', 'пленарні засідання', 'пленарних засідань'],
};
structure.indicators = structure.indicators.map((each) => {
  const [one = '', few = '', many = ''] = forms[each.key] ?? [];
  return { ...each, forms: { one, few, many }, overStep: each.key === 'count' ? 10 : null };
});
const [sum, part, latest, count, distinct] = structure.indicators.map(({ id }) => id);
const d1 = DirectionId.parse('d1');
const d2 = DirectionId.parse('d2');

const model = buildReportModel(
  buildContent(structure, [
    buildExpenditure('e1', {
      directionId: d1,
      actualMinor: 4_758_000,
      plannedMinor: 5_000_000,
      fund: 'general',
    }),
    buildExpenditure('e2', { directionId: d2, actualMinor: 39_002_356, plannedMinor: 40_000_000 }, 'o2'),
    buildActivity('a1', { indicatorId: sum ?? null, quantity: 1_717 }),
    buildActivity('a2', { indicatorId: part ?? null, quantity: 58 }),
    buildActivity('a3', { indicatorId: latest ?? null, quantity: 30 }),
    ...Array.from({ length: 93 }, (_, index) => buildActivity(`c${index}`, { indicatorId: count ?? null })),
    ...Array.from({ length: 13 }, (_, index) =>
      buildActivity(`d${index}`, { indicatorId: distinct ?? null, content: `Засідання ${index}` }),
    ),
  ]),
);

function findIn(...content: (string | TextInline)[]) {
  return findTextFindings(withText(model, 1, [paragraph(...content)])).filter(
    ({ place }) => place.directionId === d1,
  );
}

/** `code quote` of each finding. */
const readIn = (...content: (string | TextInline)[]) =>
  findIn(...content).map(({ code, place }) => `${code.slice(5)} ${place.quote}`);

describe('numbers typed by hand', () => {
  it.each([
    ['Усього витрачено 437 603,56 грн.', '437 603,56 грн'],
    ['Усього витрачено 437\u00A0603,56\u00A0грн на заходи', '437\u00A0603,56\u00A0грн'],
    ['Усього витрачено 437603.56', '437603.56'],
    ['Витрачено 47580 гривень', '47580 гривень'],
    ['Витрачено 47 580', '47 580'],
    ['За другим напрямом витрачено 390 023,56 грн', '390 023,56 грн'],
    ['Виконано на 97,2 % плану', '97,2 %'],
    ['Відзначено 1717 осіб', '1717'],
    ['Проведено 13 пленарних засідань', '13'],
    ['Долучено 30 кращих студентів закладів', '30'],
    ['З них 58 нагородженим вручено відзнаки', '58'],
    ['Відзначено 1 717 кращих представників громади', '1 717'],
    ['на загальну суму (47 580,00 грн)', '47 580,00 грн'],
  ])('CHK-30 CHK-31 «%s» repeats a total', (text, quote) => {
    expect(readIn(text)).toEqual([`typed-number ${quote}`]);
  });

  it('CHK-30 offers the figure that prints what was typed', () => {
    const suggest = (text: string) => findIn(text)[0]?.suggestion;
    expect(suggest('437 603,56 грн')).toMatchObject({
      kind: 'money',
      sum: 'actual',
      filter: {},
      format: 'hryvnias',
    });
    expect(suggest('437,6 тис. грн')).toMatchObject({ kind: 'money', filter: {}, format: 'thousands' });
    expect(suggest('50 000 грн')).toMatchObject({ sum: 'planned', filter: { directionId: d1 } });
    expect(suggest('390 023,56 грн')).toMatchObject({ filter: { directionId: d2 } });
    expect(suggest('1717 осіб')).toMatchObject({ kind: 'indicator', indicatorId: sum, format: 'count' });
    expect(suggest('97,2 %')).toMatchObject({ kind: 'percent', filter: {} });
    expect(suggest('понад 90 нарад')).toBeNull();
    expect(suggest('438 000 грн')).toBeNull();
  });

  it('CHK-30 a suggested figure prints the number that was typed', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, isGrand) => {
        const whole = buildReportModel(buildContent(structure, rows));
        const money = isGrand ? whole.totals.grand : whole.directions[0]?.money;
        const typed = formatMoney(money?.actualMinor ?? 0n);
        const findings = findTextFindings(withText(whole, 1, [paragraph(`Витрачено ${typed} за рік`)]));
        const found = findings.find(({ code }) => code === 'text.typed-number');
        if ((money?.actualMinor ?? 0n) < 1_000n) return;
        expect(found?.place.quote).toBe(typed);
        expect(computeFigures(structure, rows, [found?.suggestion ?? null])[0]?.text).toBe(typed);
      }),
    );
  });

  it.each([
    ['Витрачено 438 000 грн', '438 000 грн'],
    ['Витрачено 437 603 грн', '437 603 грн'],
    ['Витрачено 435 тис. грн', '435 тис. грн'],
    ['Відзначено 1720 осіб', '1720'],
  ])('CHK-32 «%s» is nearly a total', (text, quote) => {
    expect(readIn(text)).toEqual([`nearly-total ${quote}`]);
  });

  it.each([
    'Витрачено 460 000 грн',
    'Передбачено 391 000 грн за іншою програмою',
    'Відзначено 1750 осіб',
    'Придбано 1720 листівок',
    'Залучено 29 студентів',
    'Відбулося 58 нарад',
  ])('CHK-32 «%s» is neither', (text) => {
    expect(readIn(text)).toEqual([]);
  });

  it.each([
    ['437,6 тис. грн', 'typed-number 437,6 тис. грн'],
    ['437,60 тис. гривень', 'typed-number 437,60 тис. гривень'],
    ['0,44 млн грн', 'typed-number 0,44 млн грн'],
    ['0,5 млн грн', null],
    ['437,6 тис. осіб', null],
  ])('CHK-33 %s is compared as it is rounded', (text, found) => {
    expect(readIn(text)).toEqual(found === null ? [] : [found]);
  });

  it('CHK-33 a number is read through runs of different emphasis, and its place is where it begins', () => {
    const findings = findIn(
      'Витрачено ',
      textOf('437', { bold: true }),
      ' 603',
      textOf(',56 грн', { bold: true }),
    );
    expect(findings.map(({ place }) => place)).toEqual([
      { directionId: d1, path: [0], inline: { index: 1, offset: 0 }, quote: '437 603,56 грн' },
    ]);
    expect(readIn('437', { type: 'break' }, ' 603,56 грн')).toEqual([]);
  });

  it.each([
    ['проведено понад 90 нарад і зустрічей', 'typed-number 90'],
    ['проведено понад 90 заходів', 'typed-number 90'],
    ['відзначено понад 1700 осіб', 'typed-number 1700'],
    ['відзначено більше 1 700 осіб', 'typed-number 1 700'],
    ['відзначено понад 1600 осіб', null],
    ['проведено понад 80 нарад', null],
  ])('CHK-34 «%s»', (text, found) => {
    expect(readIn(text)).toEqual(found === null ? [] : [found]);
  });

  it.each([
    'рішення від 30.13.1717 №1717',
    'рішення № 1717 від 13 листопада',
    'з 13 березня до 30 квітня',
    'у 1717-му, на 58-й сесії та 30-річчя',
    '1717–1720 осіб',
    '13. Засідання',
    '30) студентів',
    'за КЕКВ 1717 та КПКВК 0001717',
    'див. https://miskrada.example/1717/осіб?sum=437603.56',
    'пошта 1717осіб@example.com',
    'COVID-1717, ПЛ1717',
    'о 13:30 засідання',
    '1717/58 осіб',
    'протягом 1717 годин',
    'витрачено 390,023 грн',
    '9 осіб, 5 грн',
  ])('CHK-35 «%s» states no quantity of the tables', (text) => {
    expect(readIn(text)).toEqual([]);
  });

  it('CHK-35 a year is a year, unless it counts something', () => {
    const rows = [buildActivity('a1', { indicatorId: sum ?? null, quantity: 2_020 })];
    const ofYear = buildReportModel(buildContent(structure, rows));
    const read = (text: string) =>
      findTextFindings(withText(ofYear, 1, [paragraph(text)])).flatMap(({ code, place }) =>
        code === 'text.typed-number' ? [place.quote] : [],
      );
    expect(read('у 2020 році; протягом 2020; 2017–2022 роки; 2020 р.; станом на 2020')).toEqual([]);
    expect(read('відзначено 2020 осіб')).toEqual(['2020']);
    expect(read('відзначено 2 020 кращих')).toEqual(['2 020']);
  });

  it('CHK-35 what stands in a link is not read', () => {
    expect(readIn('Див. ', textOf('437 603,56 грн', { link: 'https://example.com' }))).toEqual([]);
  });

  it('CHK-31 looks into lists, quotes, headings and tables', () => {
    const honoured = paragraph('Відзначено 1717 осіб');
    const text = [
      { type: 'heading' as const, level: 1 as const, content: [textOf('1717 осіб')] },
      { type: 'list' as const, isOrdered: false, start: 1, items: [[paragraph('а')], [honoured]] },
      { type: 'quote' as const, content: [honoured] },
      buildTextTable([
        ['Що', 'Скільки'],
        ['Відзначено', '1717 осіб'],
      ]),
    ];
    expect(findTextFindings(withText(model, 1, text)).map(({ place }) => place.path)).toEqual([
      [0],
      [1, 1, 0],
      [2, 0],
      [3, 1, 1, 0],
      // The other directions: one has spent and has no text, one is empty.
      [],
      [],
    ]);
  });

  it('CHK-36 a text made of figures alone has no number typed by hand', () => {
    const glue = fc.constantFrom(
      'Проведено ',
      ' та ',
      ', з них ',
      ' грн. ',
      ' осіб; ',
      '\u00A0— ',
      'За 2020 рік ',
    );
    fc.assert(
      fc.property(
        anyRows,
        fc.array(fc.tuple(glue, anyInlineFigure), { minLength: 1, maxLength: 12 }),
        (rows, pieces) => {
          const specs = pieces.map(([, spec]) => spec);
          const values = computeFigures(structure, rows, specs);
          const content = pieces.flatMap(([words, spec], index) => {
            const value = values[index];
            return value === undefined ? [] : [textOf(words), buildFigureInline(spec, value)];
          });
          const findings = findTextFindings(
            withText(buildReportModel(buildContent(structure, rows)), 1, [{ type: 'paragraph', content }]),
          );
          const codes = findings.map(({ code }) => code);
          expect(codes).not.toContain('text.typed-number');
          expect(codes).not.toContain('text.nearly-total');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('CHK-36 the text of the example, whose every number is a figure, has no findings', () => {
    const example = buildContent(buildExampleStructure(), buildExampleRows(), narratives2020);
    expect(findTextFindings(buildReportModel(example))).toEqual([]);
  });

  it('CHK-43 the quote stands at its place, in any text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '1717 осіб',
        '437 603,56 грн',
        '13',
        'понад 90',
        ' ',
        '58',
        '47',
        ' 580',
        '-',
        ',',
        '№',
        '.',
      ),
      fc.string({ maxLength: 8 }),
      fc.integer({ min: 0, max: 500_000 }).map((minor) => formatMoney(minor)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = [paragraph(...words)];
        for (const { place } of findTextFindings(withText(model, 1, text))) {
          if (place.inline === null) continue;
          const { block } = [...walkText(text)][0] ?? {};
          if (block?.type !== 'paragraph') throw new Error('no paragraph');
          const { index, offset } = place.inline;
          const rest = block.content.slice(index).map((each) => (each.type === 'text' ? each.text : ''));
          expect(rest.join('').slice(offset, offset + place.quote.length)).toBe(place.quote);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('CHK-43 a long text without spaces or ends is read in one go', () => {
    const text = `${'1717'.repeat(25_000)} ${'а'.repeat(100_000)} ${'1 717 '.repeat(20_000)}осіб`;
    expect(findTextFindings(withText(model, 1, [paragraph(text)]))).toBeInstanceOf(Array);
  });
});
