import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import { FootingSubject } from '#shared/footing/FootingCheck.ts';
import { readPrintedAmount } from '#shared/footing/readPrintedAmount.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { listFigures } from '#shared/report/listFigures.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { anyFigure } from '#tests/support/figureArbitraries.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

function buildExample(): ReportModel {
  return buildReportModel(buildContent(buildExampleStructure(), buildExampleRows(), narratives2020));
}

function findCheck(model: ReportModel, subject: FootingSubject) {
  return must(
    computeFooting(model).find((check) => check.subject === subject),
    subject,
  );
}

function writeText(specs: readonly FigureSpec[]): Narrative {
  return specs.map((spec) =>
    spec.kind === 'table'
      ? { type: 'rows', spec }
      : { type: 'paragraph', content: [{ type: 'figure', spec, bold: false, italic: false, link: null }] },
  );
}

describe('computeFooting', () => {
  it('EXP-70 the example foots: its rows come to every sum, and to every number in the text', () => {
    const checks = computeFooting(buildExample());
    expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
    for (const subject of ['rows', 'directions', 'organisations', 'matrix', 'funds'] as const) {
      const check = must(
        checks.find((own) => own.subject === subject),
        subject,
      );
      expect([check.expected, check.found]).toEqual(['43760356', '43760356']);
    }
    expect(checks.find(({ subject }) => subject === 'text')?.compared).toBeGreaterThan(20);
  });

  it('EXP-70 any rows foot, with any figures in the text', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyFigure, { maxLength: 6 }), (rows, specs) => {
        const narratives = new Map([[DirectionId.parse('d1'), writeText(specs)]]);
        const model = buildReportModel(buildContent(buildReportStructure(), rows, narratives));
        for (const { subject, differences, isEqual } of computeFooting(model)) {
          expect({ subject, differences }).toEqual({ subject, differences: [] });
          expect(isEqual).toBe(true);
        }
      }),
    );
  });

  const spoilers: Partial<Record<FootingSubject, { cell: RegExp; spoil: (model: ReportModel) => void }>> = {
    rows: {
      cell: /^Усього, фактично$/,
      spoil({ totals }) {
        totals.grand.actualMinor += 1n;
      },
    },
    directions: {
      cell: /^Напрям 2, заплановано$/,
      spoil({ directions }) {
        must(directions[1], 'a direction').money.plannedMinor -= 1n;
      },
    },
    organisations: {
      cell: /^Виконавець «.+», фактично$/,
      spoil({ totals }) {
        must(totals.byOrganisation[0], 'an organisation').money.actualMinor += 100n;
      },
    },
    matrix: {
      cell: /^Напрям \d+, виконавець «.+», заплановано$/,
      spoil({ totals }) {
        totals.matrix.pop();
      },
    },
    funds: {
      cell: /^Джерело «.+», рядків$/,
      spoil({ totals }) {
        must(totals.byFund[0], 'a fund').money.rowCount += 1;
      },
    },
    codes: {
      cell: /^КЕКВ \d+, фактично$/,
      spoil({ totals }) {
        must(totals.byKekv[0], 'a code').money.actualMinor += 1n;
      },
    },
    indicators: {
      cell: /^Показник «.+»$/,
      spoil({ totals }) {
        must(totals.indicators[0], 'an indicator').value += 1;
      },
    },
  };

  it.each(FootingSubject.options.filter((subject) => subject in spoilers))(
    'EXP-71 a wrong number among %s is found and its place named',
    (subject) => {
      const { cell, spoil } = must(spoilers[subject], subject);
      const model = buildExample();
      expect(findCheck(model, subject).isEqual).toBe(true);
      spoil(model);
      const { isEqual, differing, differences } = findCheck(model, subject);
      expect(isEqual).toBe(false);
      expect(differing).toBeGreaterThan(0);
      const [first] = differences;
      expect(first?.place.file).toBe(null);
      expect(first?.place.cell).toMatch(cell);
      expect(first?.expected).not.toBe(first?.found);
    },
  );

  it('EXP-71 so is a figure whose value, or whose words, are not those of its rows', () => {
    const model = buildExample();
    const figures = model.directions.flatMap(({ text }) => listFigures(text));
    const money = must(
      figures.find(({ spec }) => spec?.kind === 'money' && spec.format === 'hryvnias'),
      'a sum',
    );
    money.text = '437 603,65 грн';
    const { differences } = findCheck(model, 'text');
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      place: { cell: expect.stringContaining(`число ${money.position}, у тексті`) },
      found: '437 603,65 грн',
    });
    const amount = must(money.amount, 'its value');
    amount.value += 1n;
    expect(findCheck(model, 'text').differing).toBe(2);
  });

  it('EXP-71 an amount is read out of its words', () => {
    expect(readPrintedAmount('понад 1\u00A0090 осіб')).toEqual({ digits: 1_090n, decimals: 0 });
    expect(readPrintedAmount('−47\u00A0580,00\u00A0грн')).toEqual({ digits: -4_758_000n, decimals: 2 });
    expect(readPrintedAmount('437,6\u00A0тис.\u00A0грн')).toEqual({ digits: 4_376n, decimals: 1 });
    expect(readPrintedAmount('сто гривень')).toBe(null);
  });
});
