import { isBlocking } from '#shared/figures/FigureValue.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { TextBlock, TextInline } from '#shared/report/TextModel.ts';
import { buildActivityGrid, buildExpenditureGrid } from './grids.ts';
import { mergeRuns, printParagraph, printRun } from './inline.ts';
import type { PrintedBlock, PrintedHeadingLevel, PrintedInline } from './PrintedDocument.ts';
import { squareTable } from './squareTable.ts';

/** Lists, quotes and tables inside one another deeper than a page is wide go on at this depth. */
const deepest = 6;

/** The text of a direction, whose title is a heading above it. */
export function printText(blocks: readonly TextBlock[], place: Place): PrintedBlock[] {
  return blocks.flatMap((block) => printBlock(block, place));
}

/** `depth` counts the lists and quotes round it. */
type Place = { depth: number; isInTable: boolean; unit: ReportUnit };

function printBlock(block: TextBlock, place: Place): PrintedBlock[] {
  const { depth, isInTable } = place;
  const inside = (content: readonly TextBlock[]) => printText(content, { ...place, depth: depth + 1 });
  const inCell = (content: readonly TextBlock[]) => printText(content, { ...place, isInTable: true });
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: printInlines(block.content) }];
    case 'heading':
      return [{ type: 'heading', level: below(block.level), content: printInlines(block.content) }];
    case 'list':
      if (depth >= deepest) return block.items.flatMap(inside);
      return [{ ...block, items: block.items.map(inside) }];
    case 'quote':
      return depth >= deepest ? inside(block.content) : [{ type: 'quote', content: inside(block.content) }];
    case 'table':
      // A table inside another has no width to stand in: its cells go on as text.
      if (isInTable) return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => inCell(cell.content)));
      return block.rows.length === 0 ? [] : [squareTable(block.rows, ({ content }) => inCell(content))];
    case 'rows':
      return isInTable ? printLinesAsText(block, place.unit) : printRows(block, place.unit);
  }
}

function below(level: 1 | 2 | 3): PrintedHeadingLevel {
  return level === 1 ? 2 : level === 2 ? 3 : 4;
}

function printInlines(inlines: readonly TextInline[]): PrintedInline[] {
  return mergeRuns(inlines.flatMap(printInline));
}

function printInline(inline: TextInline): PrintedInline[] {
  switch (inline.type) {
    case 'break':
      return [{ type: 'break' }];
    case 'text':
      return printRun(inline.text, inline);
    case 'figure': {
      const { text, problem } = inline.figure;
      return printRun(text, { ...inline, bold: inline.bold || isBlocking(problem) });
    }
  }
}

type RowsBlock = Extract<TextBlock, { type: 'rows' }>;

function printRows({ figure, table }: RowsBlock, unit: ReportUnit): PrintedBlock[] {
  switch (table.kind) {
    case 'none':
      return [{ type: 'paragraph', content: printRun(figure.text, { bold: true }) }];
    case 'activity':
      return [buildActivityGrid(table.lines, { layout: 'text', unit })];
    case 'expenditure':
      return [buildExpenditureGrid(table.lines, { grand: table.money, layout: 'text', unit })];
  }
}

/** Inside a table of the text there is no room for the columns of another. */
function printLinesAsText(block: RowsBlock, unit: ReportUnit): PrintedBlock[] {
  return printRows(block, unit).flatMap((printed) =>
    printed.type === 'grid'
      ? [...printed.lines()].map(({ cells }) =>
          printParagraph(cells.filter((text) => text !== '').join('; ')),
        )
      : [printed],
  );
}
