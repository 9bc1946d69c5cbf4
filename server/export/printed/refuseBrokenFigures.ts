import { AppError } from '#shared/errors/AppError.ts';
import { isBlocking } from '#shared/figures/FigureValue.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel, TextBlock, TextInline } from '#shared/report/TextModel.ts';

/** Throws `export.broken-figure` with the first place where the text shows a figure that cannot be trusted. */
export function refuseBrokenFigures({ directions }: Pick<ReportModel, 'directions'>): void {
  for (const { number, text } of directions) {
    const broken = text.flatMap(listFigures).filter(({ problem }) => isBlocking(problem));
    const [first] = broken;
    if (first)
      throw new AppError('export.broken-figure', {
        direction: number,
        figure: first.text,
        count: broken.length,
      });
  }
}

function listFigures(block: TextBlock): FigureModel[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.flatMap(readFigure);
    case 'list':
      return block.items.flat().flatMap(listFigures);
    case 'quote':
      return block.content.flatMap(listFigures);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content.flatMap(listFigures)));
    case 'rows':
      return [block.figure];
  }
}

function readFigure(inline: TextInline): FigureModel[] {
  return inline.type === 'figure' ? [inline.figure] : [];
}
