import { FileChild, type IXmlableObject } from 'docx';
import { computeColumnWidths } from '../printed/computeColumnWidths.ts';
import type { PrintedColumn, PrintedGrid, PrintedLine } from '../printed/PrintedDocument.ts';
import { isKeptWhole, isSmall } from '../printed/page.ts';
import { styleIds } from './docxStyles.ts';
import { toTwips } from './units.ts';

type Node = IXmlableObject;

const keptSpaces: Node = { _attr: { 'xml:space': 'preserve' } };
const bold: Node = { 'w:rPr': [{ 'w:b': {} }] };
const lineBreak: Node = { 'w:br': {} };
const shading: Node = { 'w:shd': { _attr: { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEF1F5' } } };
const justifications = { left: 'left', right: 'right', center: 'center' } as const;

/**
 * A table of data for Word. The library's own Table takes some 6 kB a cell while it is written, and
 * ten thousand rows would not fit into its memory; this one makes its rows when they are written,
 * and what is the same in all of them once.
 */
export class DocxGrid extends FileChild {
  readonly #grid: PrintedGrid;
  readonly #widthMm: number;
  readonly #onLine: () => void;

  constructor(grid: PrintedGrid, widthMm: number, onLine: () => void) {
    super('w:tbl');
    this.#grid = grid;
    this.#widthMm = widthMm;
    this.#onLine = onLine;
  }

  override prepForXml(): IXmlableObject {
    const { columns, lines } = this.#grid;
    const style = isSmall(this.#grid) ? styleIds.smallCell : styleIds.cell;
    const widths = computeColumnWidths(this.#grid, this.#widthMm).map(toTwips);
    const rows: Node[] = [buildHeaderRow(columns, widths, style)];
    const isKept = isKeptWhole(this.#grid);
    const look = { columns, widths, style, parts: createParts(columns, widths, style, isKept) };
    for (const line of lines()) {
      rows.push(buildRow(line, look));
      this.#onLine();
    }
    return { 'w:tbl': [buildProperties(toTwips(this.#widthMm)), buildColumns(widths), ...rows] };
  }
}

/** What the cells of a column share: the properties of the cell and of its paragraph. */
type Parts = { line: Node; sum: Node; paragraph: Node };

function createParts(
  columns: readonly PrintedColumn[],
  widths: readonly number[],
  style: string,
  isKept: boolean,
): Parts[] {
  return columns.map(({ align }, index) => ({
    line: buildCellProperties(widths[index] ?? 0),
    sum: buildCellProperties(widths[index] ?? 0, { isShaded: true }),
    paragraph: buildParagraphProperties(style, align, { isKept }),
  }));
}

type Look = { columns: readonly PrintedColumn[]; widths: readonly number[]; style: string; parts: Parts[] };

const unbrokenRow: Node = { 'w:trPr': [{ 'w:cantSplit': {} }] };
const headerRow: Node = { 'w:trPr': [{ 'w:cantSplit': {} }, { 'w:tblHeader': {} }] };

function buildRow({ role, cells }: PrintedLine, { columns, widths, style, parts }: Look): Node {
  if (role === 'heading') {
    const width = widths.reduce((sum, own) => sum + own, 0);
    const properties = buildCellProperties(width, { span: columns.length });
    const paragraph = buildParagraphProperties(style, 'left', { isKept: true });
    return { 'w:tr': [unbrokenRow, buildCell(properties, paragraph, cells[0] ?? '', true)] };
  }
  const isSum = role !== 'line';
  return {
    'w:tr': [
      unbrokenRow,
      ...parts.map(({ line, sum, paragraph }, index) =>
        buildCell(isSum ? sum : line, paragraph, cells[index] ?? '', isSum),
      ),
    ],
  };
}

function buildHeaderRow(columns: readonly PrintedColumn[], widths: readonly number[], style: string): Node {
  const paragraph = buildParagraphProperties(style, 'center', { isKept: true });
  return {
    'w:tr': [
      headerRow,
      ...columns.map(({ header }, index) => {
        const properties = buildCellProperties(widths[index] ?? 0, { isShaded: true, isCentred: true });
        return buildCell(properties, paragraph, header, true);
      }),
    ],
  };
}

function buildCell(properties: Node, paragraph: Node, text: string, isBold: boolean): Node {
  return { 'w:tc': [properties, { 'w:p': [paragraph, ...(text === '' ? [] : [buildRun(text, isBold)])] }] };
}

function buildRun(text: string, isBold: boolean): Node {
  const content = text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [lineBreak]),
      ...(line === '' ? [] : [{ 'w:t': [keptSpaces, line] }]),
    ]);
  return { 'w:r': isBold ? [bold, ...content] : content };
}

function buildParagraphProperties(
  style: string,
  align: PrintedColumn['align'],
  { isKept = false }: { isKept?: boolean } = {},
): Node {
  return {
    'w:pPr': [
      { 'w:pStyle': { _attr: { 'w:val': style } } },
      ...(isKept ? [{ 'w:keepNext': {} }] : []),
      { 'w:jc': { _attr: { 'w:val': justifications[align] } } },
    ],
  };
}

function buildCellProperties(
  width: number,
  {
    span = 1,
    isShaded = false,
    isCentred = false,
  }: { span?: number; isShaded?: boolean; isCentred?: boolean } = {},
): Node {
  return {
    'w:tcPr': [
      { 'w:tcW': { _attr: { 'w:w': width, 'w:type': 'dxa' } } },
      ...(span > 1 ? [{ 'w:gridSpan': { _attr: { 'w:val': span } } }] : []),
      ...(isShaded ? [shading] : []),
      ...(isCentred ? [{ 'w:vAlign': { _attr: { 'w:val': 'center' } } }] : []),
    ],
  };
}

const border = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '5B6675' };
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

function buildProperties(width: number): Node {
  const margin = (size: number) => ({ _attr: { 'w:w': size, 'w:type': 'dxa' } });
  return {
    'w:tblPr': [
      { 'w:tblW': { _attr: { 'w:w': width, 'w:type': 'dxa' } } },
      { 'w:tblBorders': sides.map((side) => ({ [`w:${side}`]: { _attr: border } })) },
      { 'w:tblLayout': { _attr: { 'w:type': 'fixed' } } },
      {
        'w:tblCellMar': [
          { 'w:top': margin(30) },
          { 'w:left': margin(70) },
          { 'w:bottom': margin(30) },
          { 'w:right': margin(70) },
        ],
      },
    ],
  };
}

function buildColumns(widths: readonly number[]): Node {
  return { 'w:tblGrid': widths.map((width) => ({ 'w:gridCol': { _attr: { 'w:w': width } } })) };
}
