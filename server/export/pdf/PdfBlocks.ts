import type { Column, Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import type { PrintedBlock, PrintedInline, PrintedSlot, PrintedTable } from '../printed/PrintedDocument.ts';
import { isKeptWhole, page } from '../printed/page.ts';
import { breakLongWords, hasWideWord } from './breakLongWords.ts';
import { buildPdfGrid, buildTableLayout, computeContentWidths } from './buildPdfGrid.ts';
import { estimateTableLines } from './estimateLines.ts';
import { headingStyles } from './pdfStyles.ts';
import { toPoints } from './pdfUnits.ts';

const firstLine = toPoints(page.firstLineMm);
const step = toPoints(page.listMm);
const linkColor = '#1f4e9e';

/** Where blocks stand: in how wide a text, inside how many lists, in which style paragraphs are. */
type Place = { widthMm: number; level: number; style: string };

/** Turns blocks of the page into nodes of the PDF library. */
export class PdfBlocks {
  readonly #onBlock: () => void;
  #headings = 0;

  /** `onBlock` is called for each block as it is turned, and for each row of a grid as it is laid out. */
  constructor(onBlock: () => void) {
    this.#onBlock = onBlock;
  }

  write(blocks: readonly PrintedBlock[], widthMm: number): Content[] {
    return keepTogether(blocks, this.#writeAll(blocks, { widthMm, level: 0, style: 'body' }));
  }

  /** A heading that is a bookmark too; level 1 is outermost. */
  heading(text: Content, { level, label }: { level: 1 | 2 | 3 | 4; label: string }): ContentText {
    this.#headings += 1;
    const id = `heading-${this.#headings}`;
    this.#open.length = level - 1;
    const parent = this.#open.findLast((own) => own !== undefined);
    this.#open[level - 1] = id;
    // A bookmark without words cannot be seen, and the library fails on it.
    const bookmark =
      label.trim() === ''
        ? {}
        : { id, outline: true, outlineText: label, ...(parent ? { outlineParentId: parent } : {}) };
    return { text, style: headingStyles[level], ...bookmark };
  }

  /** The bookmark that is open at each level. */
  readonly #open: (string | undefined)[] = [];

  #writeAll(blocks: readonly PrintedBlock[], place: Place): Content[] {
    return blocks.map((block) => {
      this.#onBlock();
      return this.#writeBlock(block, place);
    });
  }

  #writeBlock(block: PrintedBlock, place: Place): Content {
    switch (block.type) {
      case 'heading':
        return this.heading(writeInlines(block.content), {
          level: block.level,
          label: block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join(''),
        });
      case 'paragraph':
        return { text: writeInlines(block.content), style: findParagraphStyle(block.content, place.style) };
      case 'caption':
        return { text: block.text, style: 'caption' };
      case 'quote': {
        const inside = { ...place, widthMm: place.widthMm - page.firstLineMm, style: 'quote' };
        return setIn(firstLine, [
          { width: toPoints(inside.widthMm), stack: this.#writeAll(block.content, inside) },
        ]);
      }
      case 'list':
        return this.#writeList(block, place);
      case 'table':
        return this.#writeTable(block, place.widthMm);
      case 'grid':
        return buildPdfGrid(block, place.widthMm, this.#onBlock);
    }
  }

  /** Marks are set by hand: those of the library are dots, and its numbers cannot follow ours in Word. */
  #writeList(list: Extract<PrintedBlock, { type: 'list' }>, place: Place): Content {
    const indentMm = place.level === 0 && place.style === 'body' ? page.firstLineMm : 0;
    const inside = { widthMm: place.widthMm - indentMm - page.listMm, level: place.level + 1, style: 'list' };
    return {
      stack: list.items.map((item, index) =>
        setIn(toPoints(indentMm), [
          { width: step, text: list.isOrdered ? `${list.start + index}.` : '–' },
          { width: toPoints(inside.widthMm), stack: this.#writeAll(item, inside) },
        ]),
      ),
    };
  }

  #writeTable(table: PrintedTable, widthMm: number): Content {
    const column = widthMm / table.columnCount;
    const content: Content = {
      table: {
        headerRows: table.headerRowCount,
        widths: computeContentWidths(Array.from({ length: table.columnCount }, () => column)),
        body: table.rows.map((slots) => slots.map((slot) => this.#writeSlot(slot, column))),
      },
      layout: buildTableLayout(),
      margin: [0, 4, 0, 4],
    };
    // The library loses words of a cell that spans rows where a page ends within these.
    const isKept = spansRows(table) && estimateTableLines(table) <= mostKeptLines;
    return isKept ? { stack: [content], unbreakable: true } : content;
  }

  #writeSlot(slot: PrintedSlot, columnMm: number): TableCell {
    if (slot.type === 'covered') return { text: '' };
    const { colspan, rowspan, isHeader, content } = slot;
    return {
      stack: this.#writeAll(content, { widthMm: columnMm * colspan, level: 0, style: 'cell' }),
      colSpan: colspan,
      rowSpan: rowspan,
      bold: isHeader,
      style: 'cell',
    };
  }
}

/**
 * Columns that begin so far from the left, by an empty one and not by a margin: after the end of a page
 * the library forgets margins round columns, and lines would run off the paper.
 */
function setIn(indent: number, columns: Column[]): Content {
  return { columns: [...(indent === 0 ? [] : [{ width: indent, text: '' }]), ...columns], columnGap: 0 };
}

function findParagraphStyle(content: readonly PrintedInline[], style: string): string {
  const isWide = content.some((inline) => inline.type === 'text' && hasWideWord(inline.text));
  return style === 'body' && isWide ? 'unindented' : style;
}

function writeInlines(content: readonly PrintedInline[]): Content[] {
  return content.map((inline) => {
    if (inline.type === 'break') return '\n';
    const { bold, italic, link } = inline;
    const text = breakLongWords(inline.text);
    const emphasis = { ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) };
    if (link === null) return bold || italic ? { text, ...emphasis } : text;
    return { text, ...emphasis, link, color: linkColor, decoration: 'underline' };
  });
}

/** Of a table's lines: what is kept on one page must be able to stand there. */
const mostKeptLines = 40;

function spansRows({ rows }: PrintedTable): boolean {
  return rows.some((slots) => slots.some((slot) => slot.type === 'cell' && slot.rowspan > 1));
}

/** What fits on half a page, however it is set: a block that is kept on one page must be able to stand there. */
const shortText = 700;

/** Headings and captions never end a page: each stands with what follows it, where that is short. */
function keepTogether(blocks: readonly PrintedBlock[], contents: readonly Content[]): Content[] {
  const kept: Content[] = [];
  let group: Content[] = [];
  for (const [index, content] of contents.entries()) {
    const block = blocks[index];
    const isTitle = block?.type === 'heading' || block?.type === 'caption';
    if (isTitle && group.length < 3) {
      group.push(content);
    } else if (group.length > 0 && block && isShort(block)) {
      kept.push({ stack: [...group, content], unbreakable: true });
      group = [];
    } else {
      kept.push(...group, content);
      group = [];
    }
  }
  return [...kept, ...group];
}

function isShort(block: PrintedBlock): boolean {
  switch (block.type) {
    case 'paragraph':
      return (
        block.content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 60), 0) <
        shortText
      );
    case 'list':
      return (
        block.items.length <= 6 &&
        block.items.every((item) => item.every((own) => own.type === 'paragraph' && isShort(own)))
      );
    case 'grid':
      return isKeptWhole(block);
    default:
      return false;
  }
}
