import {
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PrintedBlock, PrintedInline, PrintedSlot, PrintedTable } from '../printed/PrintedDocument.ts';
import { page } from '../printed/page.ts';
import { DocxGrid } from './DocxGrid.ts';
import { styleIds } from './docxStyles.ts';
import { toTwips } from './units.ts';

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

const bullets = 'bullets';
const step = toTwips(page.listMm);
const firstLine = toTwips(page.firstLineMm);

/** Where blocks stand: how far from the left, in lists how deep, and in how wide a text. Twips, save the
 * width. */
type Place = { left: number; level: number; widthMm: number; style: string };

/** Turns blocks of the page into paragraphs and tables of Word, and numbers the lists among them. */
export class DocxBlocks {
  readonly #onBlock: () => void;
  readonly #numbering: INumberingOptions['config'][number][] = [];

  constructor(onBlock: () => void) {
    this.#onBlock = onBlock;
  }

  /** Of the lists written so far: each ordered one counts by itself. */
  get numbering(): INumberingOptions {
    const levels = Array.from({ length: 9 }, (_, level) => buildLevel(level, LevelFormat.BULLET, 1));
    return { config: [{ reference: bullets, levels }, ...this.#numbering] };
  }

  write(blocks: readonly PrintedBlock[], widthMm: number): FileChild[] {
    return this.#writeAll(blocks, { left: 0, level: 0, widthMm, style: styleIds.body });
  }

  #writeAll(blocks: readonly PrintedBlock[], place: Place): FileChild[] {
    return blocks.flatMap((block) => {
      this.#onBlock();
      return this.#writeBlock(block, place);
    });
  }

  #writeBlock(block: PrintedBlock, place: Place): FileChild[] {
    switch (block.type) {
      case 'heading':
        return [new Paragraph({ heading: headings[block.level], children: writeInlines(block.content) })];
      case 'paragraph':
        return [writeParagraph(block.content, place)];
      case 'caption':
        return [new Paragraph({ style: styleIds.caption, text: block.text })];
      case 'quote':
        return this.#writeAll(block.content, {
          ...place,
          left: place.left + firstLine,
          style: styleIds.quote,
        });
      case 'list':
        return this.#writeList(block, place);
      case 'table':
        return [this.#writeTable(block, place.widthMm), writeSpacer()];
      case 'grid':
        return [new DocxGrid(block, place.widthMm, this.#onBlock), writeSpacer()];
    }
  }

  #writeList(list: Extract<PrintedBlock, { type: 'list' }>, place: Place): FileChild[] {
    const { left, level } = place;
    const reference = list.isOrdered ? this.#addOrdered(level, list.start) : bullets;
    const textLeft = left + firstLine + step * (level + 1);
    return list.items.flatMap((item) => {
      const [first, ...rest] = item;
      const isLed = first?.type === 'paragraph';
      const marked = new Paragraph({
        style: styleIds.listText,
        numbering: { reference, level },
        // As in the definition of the list, which knows nothing of a quote round it.
        indent: { left: textLeft, hanging: step },
        children: isLed ? writeInlines(first.content) : [],
      });
      return [marked, ...this.#writeItem(isLed ? rest : item, place, textLeft)];
    });
  }

  /** What follows in an item after its first paragraph. */
  #writeItem(blocks: readonly PrintedBlock[], place: Place, textLeft: number): FileChild[] {
    return blocks.flatMap((block) =>
      block.type === 'list'
        ? this.#writeAll([block], { ...place, level: place.level + 1 })
        : this.#writeAll([block], { ...place, left: textLeft, style: styleIds.listText }),
    );
  }

  #addOrdered(level: number, start: number): string {
    const reference = `ordered-${this.#numbering.length + 1}`;
    this.#numbering.push({ reference, levels: [buildLevel(level, LevelFormat.DECIMAL, start)] });
    return reference;
  }

  #writeTable(table: PrintedTable, widthMm: number): Table {
    const columnMm = widthMm / table.columnCount;
    const column = toTwips(columnMm);
    return new Table({
      width: { size: column * table.columnCount, type: WidthType.DXA },
      columnWidths: Array.from({ length: table.columnCount }, () => column),
      layout: TableLayoutType.FIXED,
      margins: { top: 30, bottom: 30, left: 70, right: 70 },
      rows: table.rows.map(
        (slots, index) =>
          new TableRow({
            ...(index < table.headerRowCount ? { tableHeader: true } : {}),
            cantSplit: true,
            children: slots.flatMap((slot) => this.#writeSlot(slot, columnMm)),
          }),
      ),
    });
  }

  #writeSlot(slot: PrintedSlot, columnMm: number): TableCell[] {
    if (slot.type === 'covered') return [];
    const { colspan, rowspan, isHeader, content } = slot;
    const widthMm = columnMm * colspan;
    const place = { left: 0, level: 0, widthMm, style: styleIds.cell };
    const children = this.#writeAll(isHeader ? content.map(embolden) : content, place).filter(
      (child): child is Paragraph => child instanceof Paragraph,
    );
    return [
      new TableCell({
        width: { size: toTwips(widthMm), type: WidthType.DXA },
        columnSpan: colspan,
        rowSpan: rowspan,
        children: children.length > 0 ? children : [new Paragraph({ style: styleIds.cell })],
      }),
    ];
  }
}

function embolden(block: PrintedBlock): PrintedBlock {
  if (block.type !== 'paragraph') return block;
  const content = block.content.map((inline) =>
    inline.type === 'text' ? { ...inline, bold: true } : inline,
  );
  return { ...block, content };
}

function writeParagraph(content: readonly PrintedInline[], { left, style }: Place): Paragraph {
  return new Paragraph({
    style,
    ...(left > 0 ? { indent: { left, firstLine: 0 } } : {}),
    children: writeInlines(content),
  });
}

/** After a table: Word joins two that touch, and ends a part of the document with a whole empty line. */
export function writeSpacer(): Paragraph {
  return new Paragraph({ style: styleIds.spacer });
}

function writeInlines(content: readonly PrintedInline[]): ParagraphChild[] {
  return content.map((inline) => {
    if (inline.type === 'break') return new TextRun({ break: 1 });
    const { text, bold, italic, link } = inline;
    const emphasis = { ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) };
    if (link === null) return new TextRun({ text, ...emphasis });
    const run = new TextRun({ text, ...emphasis, style: 'Hyperlink' });
    return new ExternalHyperlink({ link, children: [run] });
  });
}

function buildLevel(level: number, format: 'bullet' | 'decimal', start: number) {
  return {
    level,
    format,
    start,
    text: format === LevelFormat.BULLET ? '–' : `%${level + 1}.`,
    style: { paragraph: { indent: { left: firstLine + step * (level + 1), hanging: step } } },
  };
}
