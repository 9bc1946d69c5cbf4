import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '#shared/figures/FigureEngine.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { FigureModel, TextBlock } from '#shared/report/TextModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { moneyFigure, narrativeArbitrary, rowsFigure } from '#tests/support/narrativeArbitraries.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const d2 = DirectionId.parse('d2');
const plain = { bold: false, italic: false, link: null };

/** In the order they are printed; written without the builder's own walk. */
function figuresOf(value: unknown): FigureModel[] {
  if (Array.isArray(value)) return value.flatMap(figuresOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('figure' in value) return [value.figure as FigureModel];
  return Object.values(value).flatMap(figuresOf);
}

const textOf = (narratives: [DirectionId, Narrative][], rows: Parameters<typeof buildContent>[1]) =>
  buildReportModel(buildContent(structure, rows, new Map(narratives))).directions.map(({ text }) => text);

describe('buildTexts', () => {
  it('FIG-30 any text over any rows: each figure is what the figures alone come to, with its rows', () => {
    fc.assert(
      fc.property(narrativeArbitrary, narrativeArbitrary, anyRows, (first, second, rows) => {
        const texts = textOf(
          [
            [d1, first],
            [d2, second],
          ],
          rows,
        );
        const figures = figuresOf(texts);
        expect(figures.map(({ position }) => position)).toEqual(figures.map((_, index) => index + 1));
        const values = computeFigures(
          structure,
          rows,
          figures.map(({ spec }) => spec),
        );
        for (const [index, figure] of figures.entries()) expect(figure).toMatchObject(values[index] ?? {});
        for (const { rows: behind, rowCount } of figures) expect(behind).toHaveLength(rowCount);
      }),
      { numRuns: 50 },
    );
  });

  it('FIG-31 a whole table has the lines behind it, and their sum', () => {
    const rows = [
      buildExpenditure('e1', { directionId: d1, actualMinor: 100 }),
      buildExpenditure('e2', { directionId: d2, actualMinor: 1_000 }),
      // The same id in another's sheet is another row.
      buildExpenditure('e1', { directionId: d2, actualMinor: 7 }, OrganisationId.parse('o2')),
    ];
    const [blocks] = textOf([[d1, [{ type: 'rows', spec: rowsFigure }]]], rows);
    expect(blocks).toMatchObject([
      {
        type: 'rows',
        table: { kind: 'expenditure', lines: [{ rowId: 'e1' }], money: { actualMinor: 100n } },
      },
    ]);
  });

  it('FIG-31 a table of what is gone has no lines', () => {
    const gone = { ...rowsFigure, filter: { directionId: DirectionId.parse('gone') } };
    const [blocks] = textOf(
      [
        [
          d1,
          [
            { type: 'rows', spec: gone },
            { type: 'rows', spec: null },
          ],
        ],
      ],
      [],
    );
    expect(blocks).toMatchObject([
      { figure: { problem: 'direction-gone', rows: [] }, table: { kind: 'none' } },
      { figure: { problem: 'unreadable', rows: [] }, table: { kind: 'none' } },
    ]);
  });

  it('FIG-30 keeps words and emphasis as they are', () => {
    const figure = (spec: FigureSpec) => ({
      type: 'figure' as const,
      spec: spec as typeof moneyFigure,
      ...plain,
      bold: true,
    });
    const narrative: Narrative = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Разом ', ...plain, italic: true },
          figure(moneyFigure),
          { type: 'break' },
        ],
      },
    ];
    const [blocks] = textOf(
      [[d1, narrative]],
      [buildExpenditure('e1', { directionId: d1, actualMinor: 100 })],
    );
    const expected: unknown = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Разом ', italic: true },
          { type: 'figure', bold: true, figure: { text: formatMoney(100) } },
          { type: 'break' },
        ],
      },
    ];
    expect(blocks).toMatchObject(expected as TextBlock[]);
  });
});
