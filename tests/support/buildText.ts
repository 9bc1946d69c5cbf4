import type { FigureProblem } from '#shared/figures/FigureValue.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel, TextBlock, TextInline, TextTableCell } from '#shared/report/TextModel.ts';

const plain = { bold: false, italic: false, link: null };

export function run(
  text: string,
  marks: { bold?: boolean; italic?: boolean; link?: string } = {},
): TextInline {
  return { type: 'text', text, ...plain, ...marks };
}

export function paragraph(...content: (TextInline | string)[]): TextBlock {
  return {
    type: 'paragraph',
    content: content.map((inline) => (typeof inline === 'string' ? run(inline) : inline)),
  };
}

export function buildFigureModel(text: string, problem: FigureProblem | null = null): FigureModel {
  return { text, amount: null, rowCount: 1, problem, position: 1, spec: null, rows: [] };
}

export function figure(text: string, problem: FigureProblem | null = null): TextInline {
  return { type: 'figure', figure: buildFigureModel(text, problem), ...plain };
}

export function list(isOrdered: boolean, ...items: TextBlock[][]): TextBlock {
  return { type: 'list', isOrdered, start: 1, items };
}

export function cell(text: string, options: Partial<TextTableCell> = {}): TextTableCell {
  return { isHeader: false, colspan: 1, rowspan: 1, content: [paragraph(text)], ...options };
}

/** The same report with this text under its first direction. */
export function withText(model: ReportModel, text: TextBlock[]): ReportModel {
  const directions = model.directions.map((direction, index) =>
    index === 0 ? { ...direction, text } : direction,
  );
  return { ...model, directions };
}
