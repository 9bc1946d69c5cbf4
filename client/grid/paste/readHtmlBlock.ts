import type { Steps } from '#client/sync/runSteps.ts';
import type { Block, BlockCell } from './Block.ts';
import { unescapeStyle } from './readNumberFormat.ts';
import { readRawNumber } from './readRawNumber.ts';

/** A table on the clipboard spans its cells over a few others; more is a mistake, or malice. */
const mostSpan = 1_000;

type Style = { isHidden: boolean; format: string | null };

/**
 * The tables of an HTML document as one block, or null when it has none. The document is one that was
 * parsed and is not shown: nothing in it runs or loads. Yields after each line.
 */
export function* readHtmlSteps(
  document: Document,
  limits: { lines: number; cells: number },
): Steps<Block | null> {
  const tables = [...document.querySelectorAll('table')].filter(
    (table) => table.parentElement?.closest('table') === null || table.parentElement === null,
  );
  if (tables.length === 0) return null;
  const styles = readStyles(document);
  const lines: BlockCell[][] = [];
  const hiddenLines = new Set<number>();
  const hiddenColumns = new Set<number>();
  let cellCount = 0;
  for (const table of tables) {
    readHiddenColumns(table, styles, hiddenColumns);
    // Cells that reach down into lines to come: place → cell, and how many lines are left.
    const reaching = new Map<number, { cell: BlockCell; left: number }>();
    for (const row of table.rows) {
      if (row.closest('table') !== table) continue;
      const line: BlockCell[] = [];
      const takeReaching = () => {
        for (let above = reaching.get(line.length); above !== undefined; above = reaching.get(line.length)) {
          above.left -= 1;
          if (above.left === 0) reaching.delete(line.length);
          line.push({ text: '', covering: above.cell });
        }
      };
      for (const element of row.cells) {
        takeReaching();
        if (element.getAttribute('style') !== null || element.className !== '') {
          if (readStyle(element, styles).isHidden) hiddenColumns.add(line.length);
        }
        const cell = readCell(element, styles);
        const width = Math.min(mostSpan, Math.max(1, element.colSpan));
        const height = Math.min(mostSpan, Math.max(1, element.rowSpan));
        for (let place = 0; place < width; place += 1) {
          if (height > 1) reaching.set(line.length, { cell, left: height - 1 });
          line.push(place === 0 ? cell : { text: '', covering: cell });
        }
        cellCount += width;
      }
      takeReaching();
      if (readStyle(row, styles).isHidden) hiddenLines.add(lines.length);
      lines.push(line);
      if (lines.length > limits.lines || cellCount > limits.cells)
        return { lines, hiddenLines, hiddenColumns };
      yield lines.length;
    }
  }
  return { lines, hiddenLines, hiddenColumns };
}

function readCell(element: HTMLTableCellElement, styles: ReadonlyMap<string, Style>): BlockCell {
  const text = readText(element);
  const number = readRawNumber({
    getAttribute: (name) => element.getAttribute(name),
    styleFormat: readStyle(element, styles).format,
    text,
  });
  const link = element.querySelector('a[href]')?.getAttribute('href') ?? null;
  return { text, ...(number === undefined ? {} : { number }), ...(link === null ? {} : { link }) };
}

const unseen = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'OBJECT', 'TABLE']);
const paragraphs = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR', 'UL', 'OL']);

/** What a person reads in a cell: line breaks where it has them, and single spaces elsewhere. */
function readText(element: Element): string {
  let text = '';
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const words = (child.nodeValue ?? '').replaceAll(/[ \t\r\n\f]+/g, ' ');
        text += text === '' || text.endsWith('\n') || text.endsWith(' ') ? words.trimStart() : words;
      } else if (child instanceof Element && !unseen.has(child.tagName)) {
        if (child.tagName === 'BR') {
          text = `${text.trimEnd()}\n`;
          continue;
        }
        const isParagraph = paragraphs.has(child.tagName);
        if (isParagraph) breakLine();
        walk(child);
        if (isParagraph) breakLine();
      }
    }
  };
  walk(element);
  return text.replaceAll('\u00A0', ' ').trim();
}

/** Classes of the style sheet that hide, or say a number's format: Excel keeps both there. */
function readStyles(document: Document): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const element of document.querySelectorAll('style')) {
    for (const [, name, body] of (element.textContent ?? '').matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      if (name !== undefined && body !== undefined) styles.set(name, readDeclarations(body));
    }
  }
  return styles;
}

function readStyle(element: Element, styles: ReadonlyMap<string, Style>): Style {
  const own = readDeclarations(element.getAttribute('style') ?? '');
  let { isHidden, format } = own;
  for (const name of element.classList) {
    const style = styles.get(name);
    if (style === undefined) continue;
    isHidden ||= style.isHidden;
    format ??= style.format;
  }
  return { isHidden, format };
}

/** Read as text: applying a foreign style, even out of sight, is the browser's business and not ours. */
function readDeclarations(style: string): Style {
  const format = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;]+)/i.exec(style)?.[1];
  return {
    isHidden: /(?:^|[;\s])display\s*:\s*none/i.test(style),
    format: format === undefined ? null : unescapeStyle(format),
  };
}

function readHiddenColumns(
  table: HTMLTableElement,
  styles: ReadonlyMap<string, Style>,
  hidden: Set<number>,
): void {
  let place = 0;
  for (const column of table.querySelectorAll('col')) {
    if (column.closest('table') !== table) continue;
    const span = Math.min(mostSpan, Math.max(1, column.span));
    if (readStyle(column, styles).isHidden)
      for (let index = 0; index < span; index += 1) hidden.add(place + index);
    place += span;
  }
}
