import { describe, expect, it } from 'vitest';
import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import { hasBlocking, textFindingCodes } from '#shared/checks/text/TextFinding.ts';
import { formatTextFinding, textFindingTexts } from '#shared/checks/text/textFindingTexts.ts';
import { computeFigures } from '#shared/figures/FigureEngine.ts';
import type { InlineFigure } from '#shared/figures/FigureSpec.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { TextBlock } from '#shared/report/TextModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import {
  buildIndicatorFigure,
  buildMoneyFigure,
  buildPercentFigure,
  buildTableFigure,
} from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { buildFigureInline, buildTextTable } from '#tests/support/buildTextBlocks.ts';
import { paragraph, withText } from '#tests/support/buildTextModel.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const d2 = DirectionId.parse('d2');
const o1 = OrganisationId.parse('o1');
const parts = structure.indicators.slice(0, 2).map(({ id }) => id);

function buildInline(spec: InlineFigure | null, rows: readonly Row[]) {
  const [value] = computeFigures(structure, rows, [spec]);
  if (value === undefined) throw new Error('no figure');
  return buildFigureInline(spec, value);
}

/** What is found in the first direction. */
function findIn(text: TextBlock[], rows: readonly Row[] = []) {
  const model = withText(buildReportModel(buildContent(structure, rows)), 1, text);
  return findTextFindings(model).filter(({ place }) => place.directionId === d1);
}

describe('figures of the text', () => {
  it('CHK-37 one that cannot be printed blocks, with its place', () => {
    const findings = findIn([
      paragraph('Текст'),
      paragraph('Проведено ', buildInline(buildIndicatorFigure('gone'), []), ' та ', buildInline(null, [])),
    ]);
    expect(findings).toMatchObject([
      {
        code: 'text.figure-gone',
        severity: 'blocks',
        place: { directionId: d1, path: [1], inline: { index: 1, offset: 0 }, quote: '[немає показника]' },
      },
      { code: 'text.figure-unreadable', severity: 'blocks', place: { inline: { index: 3, offset: 0 } } },
    ]);
    expect(hasBlocking(findings)).toBe(true);
    expect(formatTextFinding(findings[0] ?? { code: 'text.figure-gone', parameters: {} }, 'uk')).toBe(
      'Число показує те, чого у звіті вже немає: [немає показника]. Оберіть для нього інше джерело або приберіть його.',
    );
  });

  it('CHK-37 one that nothing is behind warns, and one of nothing planned does', () => {
    const rows = [buildExpenditure('r1', { actualMinor: 5 })];
    const findings = findIn(
      [
        paragraph(
          buildInline(buildMoneyFigure({ filter: { fund: 'state' } }), rows),
          buildInline(buildPercentFigure(), rows),
          buildInline(buildMoneyFigure(), rows),
        ),
      ],
      rows,
    );
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['text.figure-empty', 'warns'],
      ['text.nothing-planned', 'warns'],
    ]);
    expect(hasBlocking(findings)).toBe(false);
  });

  it('CHK-37 a whole table of what is gone blocks too', () => {
    const spec = buildTableFigure({ filter: { organisationId: OrganisationId.parse('stranger') } });
    const [value] = computeFigures(structure, [], [spec]);
    if (value === undefined) throw new Error('no figure');
    const block: TextBlock = {
      type: 'rows',
      figure: { ...value, position: 1, spec, rows: [] },
      table: { kind: 'none' },
    };
    expect(findIn([paragraph('Текст'), block])).toMatchObject([
      { code: 'text.figure-gone', severity: 'blocks', place: { path: [1], inline: null } },
    ]);
  });

  it('CHK-40 a part above its whole is found where both stand under one filter', () => {
    const [whole, part] = parts;
    const rows = [
      buildActivity('r1', { indicatorId: whole ?? null, quantity: 10 }, 'o2'),
      buildActivity('r2', { indicatorId: part ?? null, quantity: 4 }, 'o1'),
    ];
    const here = { filter: { organisationId: o1 } };
    const text = (...specs: InlineFigure[]) => [
      paragraph('Текст', ...specs.map((spec) => buildInline(spec, rows))),
    ];
    const codes = (...specs: InlineFigure[]) =>
      findIn(text(...specs), rows)
        .map(({ code }) => code)
        .filter((code) => code !== 'text.figure-empty');
    expect(codes(buildIndicatorFigure('part'))).toEqual([]);
    expect(codes(buildIndicatorFigure('part', here))).toEqual([]);
    expect(codes(buildIndicatorFigure('sum', here), buildIndicatorFigure('part', here))).toEqual([
      'text.part-exceeds-whole',
    ]);
    const larger = [...rows, buildActivity('r3', { indicatorId: part ?? null, quantity: 40 })];
    expect(
      findIn([paragraph('З них ', buildInline(buildIndicatorFigure('part'), larger))], larger),
    ).toMatchObject([
      {
        code: 'text.part-exceeds-whole',
        severity: 'warns',
        place: { path: [0], inline: { index: 1, offset: 0 }, quote: '44 заходи' },
        parameters: { part: 'Показник part', partValue: '44', whole: 'Показник sum', wholeValue: '10' },
      },
    ]);
  });
});

describe('directions without a text', () => {
  const blank: TextBlock[] = [paragraph(), paragraph('  ', { type: 'break' })];
  const codes = (text: TextBlock[], rows: readonly Row[] = []) => findIn(text, rows).map(({ code }) => code);

  it('CHK-38 one without rows either is empty', () => {
    expect(codes([])).toEqual(['text.direction-empty']);
    expect(codes(blank)).toEqual(['text.direction-empty']);
    expect(codes([paragraph('Заходи не планували.')])).toEqual([]);
    expect(codes([], [buildActivity('r1', { directionId: d1 })])).toEqual([]);
  });

  it('CHK-39 one that has spent wants a text', () => {
    const rows = [buildExpenditure('r1', { directionId: d1, actualMinor: 4_758_000 })];
    expect(codes(blank, rows)).toEqual(['text.spending-without-text']);
    expect(codes([paragraph('Описано.')], rows)).toEqual([]);
    expect(codes([{ type: 'list', isOrdered: false, start: 1, items: [[paragraph('так')]] }], rows)).toEqual(
      [],
    );
    expect(codes([], [buildExpenditure('r1', { directionId: d1, plannedMinor: 5 })])).toEqual([]);
    expect(findIn([], rows)).toMatchObject([
      { severity: 'warns', place: { path: [], inline: null, quote: 'Напрям 1' } },
    ]);
  });
});

describe('tables typed by hand', () => {
  const find = (rows: string[][]) =>
    findIn([paragraph('Текст'), buildTextTable(rows)]).filter(({ code }) => code === 'text.table-sum');
  const read = (rows: string[][]) =>
    find(rows).map(({ place, parameters }) => [place.quote, parameters.value]);
  const head = ['Напрям', 'План', 'Факт'];

  it('CHK-41 a last row «Усього» that is not the sum blocks', () => {
    const rows = [head, ['Перший', '100,50', '90'], ['Другий', '1 000', '—'], ['Усього', '1 100,50', '91']];
    expect(find(rows)).toMatchObject([
      {
        severity: 'blocks',
        place: { directionId: d1, path: [1, 3, 2, 0], inline: null, quote: '91' },
        parameters: { typed: '91', value: '90' },
      },
    ]);
    rows[3] = ['Разом:', '1\u00A0100,50 грн', '90 грн'];
    expect(read(rows)).toEqual([]);
  });

  it('CHK-41 a last column «Разом» that is not the sum of its row blocks', () => {
    expect(
      read([
        ['Виконавець', 'I півріччя', 'II півріччя', 'Разом'],
        ['Перший', '10', '20', '30'],
        ['Другий', '1', '2', '4'],
        ['Усього', '11', '22', '34'],
      ]),
    ).toEqual([
      ['4', '3'],
      ['34', '33'],
    ]);
  });

  it.each([
    [
      'a subtotal and a part',
      [
        head,
        ['А', '10', '1'],
        ['з них Б', '4', '1'],
        ['Разом за А', '10', '1'],
        ['В', '5', '2'],
        ['Усього', '15', '3'],
      ],
    ],
    [
      'numbers of lines',
      [
        ['№', 'Захід', 'Сума'],
        ['1', 'А', '10'],
        ['2', 'Б', '5'],
        ['', 'Усього', '15'],
      ],
    ],
    [
      'codes, shares and averages',
      [
        ['Захід', 'КЕКВ', 'Частка', 'Середній бал'],
        ['А', '2240', '40', '5'],
        ['Б', '2282', '60', '4'],
        ['Усього', '9', '101', '4,5'],
      ],
    ],
    ['words among numbers', [head, ['А', 'близько 10', '1'], ['Б', '5', '2'], ['Усього', '14', '3']]],
    ['roundings to one decimal', [head, ['А', '10,4', '1'], ['Б', '5,4', '2'], ['Усього', '15,9', '3']]],
    [
      'hryvnias among thousands',
      [head, ['А', '10 тис. грн', '1'], ['Б', '5 грн', '2'], ['Усього', '10005 грн', '3']],
    ],
    ['no total', [head, ['А', '10', '1'], ['Б', '5', '2']]],
    ['a total left open', [head, ['А', '10', '1'], ['Б', '5', '2'], ['Усього', '', 'х']]],
    ['changes with their sign', [head, ['А', '+10', '1'], ['Б', '−5', '2'], ['Усього', '5', '3']]],
  ])('CHK-42 is silent about %s', (_, rows) => {
    expect(read(rows)).toEqual([]);
  });

  it('CHK-42 whole thousands are rounded too, by half of each at most', () => {
    const rows = (sum: string) => [
      ['Напрям', 'Сума, тис. грн'],
      ['А', '10'],
      ['Б', '5'],
      ['Усього', sum],
    ];
    expect([read(rows('16')), read(rows('17'))]).toEqual([[], []]);
    expect(read(rows('18'))).toEqual([['18', '15']]);
  });

  it('CHK-42 a last column that no row adds up to is no sum of the others', () => {
    const rows = [
      ['Виконавець', 'План', 'Факт', 'Усього осіб'],
      ['А', '10', '9', '120'],
      ['Б', '5', '5', '31'],
    ];
    expect(read(rows)).toEqual([]);
    rows[2] = ['Б', '5', '5', '10'];
    expect(read(rows)).toEqual([['120', '19']]);
  });

  it('CHK-42 the years of several columns are added', () => {
    const rows = [
      ['Захід', '2019 рік', '2020 рік', 'Разом'],
      ['А', '1', '2', '3'],
      ['Б', '4', '5', '8'],
    ];
    expect(read(rows)).toEqual([['8', '9']]);
  });

  it('CHK-42 merged cells keep their columns, and a table without header cells has its first row', () => {
    const cell = (text: string, colspan = 1, rowspan = 1) => ({
      isHeader: false,
      colspan,
      rowspan,
      content: [paragraph(text)],
    });
    const table: TextBlock = {
      type: 'table',
      rows: [
        { cells: [cell('Захід'), cell('Сума, грн', 2)] },
        { cells: [cell('А', 1, 2), cell('10'), cell('1')] },
        { cells: [cell('20'), cell('2')] },
        { cells: [cell('Усього'), cell('30'), cell('4')] },
      ],
    };
    expect(findIn([table]).map(({ place, parameters }) => [place.path, parameters.value])).toEqual([
      [[0, 3, 2, 0], '3'],
    ]);
  });
});

describe('sentences of findings in the text', () => {
  it('CHK-44 there is one for every code, in both languages, with the same parameters', () => {
    expect(Object.keys(textFindingTexts).sort()).toEqual([...textFindingCodes].sort());
    for (const code of textFindingCodes) {
      const { uk, en } = textFindingTexts[code];
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();
      expect(names(uk)).toEqual(names(en));
      expect(uk).not.toMatch(/'|"/);
    }
  });

  it('CHK-44 a sentence has all its parameters filled', () => {
    const rows = [buildExpenditure('r1', { directionId: d2, actualMinor: 4_758_000 })];
    const model = withText(buildReportModel(buildContent(structure, rows)), 1, [
      paragraph(
        'Витрачено 47 580 грн, а раніше 47 600 грн. ',
        buildInline(buildIndicatorFigure('gone'), rows),
      ),
      buildTextTable([
        ['А', 'Б'],
        ['1', '2'],
        ['Усього', '3'],
      ]),
    ]);
    const findings = findTextFindings(model);
    expect(findings.length).toBeGreaterThan(4);
    for (const finding of findings) {
      expect(formatTextFinding(finding, 'uk')).not.toMatch(/[{}]/);
      expect(formatTextFinding(finding, 'en')).not.toMatch(/[{}]/);
    }
  });
});
