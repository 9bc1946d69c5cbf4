import type { InlineFigure } from '#shared/figures/FigureSpec.ts';
import type { FigureValue } from '#shared/figures/FigureValue.ts';
import type { TextBlock, TextInline } from '#shared/report/TextModel.ts';
import { paragraph, plainMarks } from '#tests/support/buildTextModel.ts';

/** A figure of this value, whose rows do not matter. */
export function buildFigureInline(spec: InlineFigure | null, value: FigureValue): TextInline {
  return { type: 'figure', figure: { ...value, position: 1, spec, rows: [] }, ...plainMarks };
}

/** A table of plain cells; those of the first row are headers. */
export function buildTextTable(rows: readonly (readonly string[])[]): TextBlock {
  return {
    type: 'table',
    rows: rows.map((cells, row) => ({
      cells: cells.map((text) => ({
        isHeader: row === 0,
        colspan: 1,
        rowspan: 1,
        content: [paragraph(text)],
      })),
    })),
  };
}
