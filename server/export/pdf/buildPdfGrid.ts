import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { computeColumnWidths } from '../printed/computeColumnWidths.ts';
import type { PrintedGrid, PrintedLine } from '../printed/PrintedDocument.ts';
import { isSmall } from '../printed/page.ts';
import { breakLongWords } from './breakLongWords.ts';
import { toPoints } from './pdfUnits.ts';

const paddingX = 3.5;
const paddingY = 1.5;
const lineWidth = 0.5;
const lineColor = '#5b6675';
const shade = '#eef1f5';

/** `onRow` is called as each row finds its place on a page. */
export function buildTableLayout(onRow: () => void = () => undefined): CustomTableLayout {
  let last = -1;
  return {
    hLineWidth: () => lineWidth,
    vLineWidth: () => lineWidth,
    hLineColor: () => lineColor,
    vLineColor: () => lineColor,
    paddingLeft: () => paddingX,
    paddingRight: () => paddingX,
    paddingTop: (row) => {
      // Header rows are asked for again on every page.
      if (row > last) {
        last = row;
        onRow();
      }
      return paddingY;
    },
    paddingBottom: () => paddingY,
  };
}

/** What is left for the content of columns that are so wide from line to line, in points. */
export function computeContentWidths(widthsMm: readonly number[]): number[] {
  return widthsMm.map((width) => Math.max(1, toPoints(width) - 2 * paddingX - lineWidth));
}

/** A row that holds more could be higher than a page, and what is kept on one page would be cut off. */
const longestUnbroken = 800;

/**
 * Tables of data; `widthMm` is that of the text. Where a heading begins, a table of its own
 * begins: its heading is repeated on every page like the names of the columns, and never ends one.
 */
export function buildPdfGrid(grid: PrintedGrid, widthMm: number, onRow: () => void): Content {
  const { columns } = grid;
  const style = isSmall(grid) ? 'smallCell' : 'cell';
  const head = { alignment: 'center', bold: true, fillColor: shade, style } as const;
  const widths = computeContentWidths(computeColumnWidths(grid, widthMm));
  const parts: { body: TableCell[][]; headerRows: number; isUnbroken: boolean }[] = [];
  const begin = () => {
    const body: TableCell[][] = [columns.map(({ header }) => ({ text: header, ...head }))];
    const part = { body, headerRows: 1, isUnbroken: true };
    parts.push(part);
    return part;
  };
  let part = begin();
  for (const line of grid.lines()) {
    if (line.role === 'heading') {
      if (part.body.length > 1) part = begin();
      part.headerRows = 2;
    }
    part.body.push(buildRow(line, grid, style));
    if (line.cells.some(({ length }) => length > longestUnbroken)) part.isUnbroken = false;
  }
  return {
    stack: parts.map(({ body, headerRows, isUnbroken }, index) => ({
      table: { headerRows, keepWithHeaderRows: isUnbroken ? 1 : 0, dontBreakRows: isUnbroken, widths, body },
      layout: buildTableLayout(onRow),
      margin: [0, index === 0 ? 4 : 8, 0, 0],
    })),
  };
}

function buildRow({ role, cells }: PrintedLine, { columns }: PrintedGrid, style: string): TableCell[] {
  if (role === 'heading') {
    const title = { text: breakLongWords(cells[0] ?? ''), bold: true, colSpan: columns.length, style };
    return [title, ...columns.slice(1).map(() => ({ text: '' }))];
  }
  const look = role === 'line' ? {} : { bold: true, fillColor: shade };
  return columns.map(({ align }, index) => ({
    text: breakLongWords(cells[index] ?? ''),
    alignment: align,
    style,
    ...look,
  }));
}
