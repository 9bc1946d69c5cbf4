import * as Y from 'yjs';
import type {
  HeadingLevel,
  Narrative,
  NarrativeBlock,
  NarrativeInline,
  NarrativeTableCell,
  TextMarks,
} from './Narrative.ts';
import {
  figureAttributes,
  narrativeMarks,
  narrativeNodes,
  narrativeRoot,
  readInlineSpec,
  readLink,
  readTableSpec,
} from './narrativeNodes.ts';

/** Deeper than anybody writes; below it a text is read as plain paragraphs. */
const deepest = 12;
const widestSpan = 50;
const plain: TextMarks = { bold: false, italic: false, link: null };

/** These count as written, whatever is in them, and may hold a whole text. */
const filledByTheirKind: ReadonlySet<string> = new Set([
  narrativeNodes.bulletList,
  narrativeNodes.orderedList,
  narrativeNodes.quote,
  narrativeNodes.table,
  narrativeNodes.rows,
]);

type XmlNode = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * The text of a direction as it stands. Validates: an element that is not known gives its text as a
 * paragraph, a figure that cannot be read stays as a figure without a spec, and nothing throws.
 */
export function readNarrative(doc: Y.Doc): Narrative {
  return readBlocks(doc.getXmlFragment(narrativeRoot), 0);
}

/** True when nobody has written a letter, a figure or a table. */
export function isEmptyNarrative(narrative: Narrative): boolean {
  return narrative.every(
    (block) => (block.type === 'paragraph' || block.type === 'heading') && block.content.length === 0,
  );
}

/**
 * {@link isEmptyNarrative} of what {@link readNarrative} would read, without reading more than it takes
 * to know: it is asked with each key, and a text may have hundreds of pages.
 */
export function isNarrativeEmpty(doc: Y.Doc): boolean {
  return childrenOf(doc.getXmlFragment(narrativeRoot)).every((node) => {
    if (!(node instanceof Y.XmlElement)) return readInline(node, 0).length === 0;
    if (filledByTheirKind.has(node.nodeName)) return false;
    const block = readBlock(node, 0);
    return block === null ? readInline(node, 0).length === 0 : isEmptyNarrative([block]);
  });
}

function readBlocks(parent: Y.XmlFragment, depth: number): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  /** Text or figures that stand where blocks should. */
  let loose: NarrativeInline[] = [];
  const closeLoose = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', content: loose });
    loose = [];
  };
  for (const child of childrenOf(parent)) {
    const block = child instanceof Y.XmlElement ? readBlock(child, depth) : null;
    if (block === null) loose.push(...readInline(child, depth));
    else {
      closeLoose();
      blocks.push(block);
    }
  }
  closeLoose();
  return blocks;
}

/** Null for what stands inside a line. */
function readBlock(element: Y.XmlElement, depth: number): NarrativeBlock | null {
  if (depth > deepest) return null;
  const inner = depth + 1;
  switch (element.nodeName) {
    case narrativeNodes.paragraph:
      return { type: 'paragraph', content: readLine(element, inner) };
    case narrativeNodes.heading:
      return {
        type: 'heading',
        level: readLevel(attributeOf(element, 'level')),
        content: readLine(element, inner),
      };
    case narrativeNodes.bulletList:
      return { type: 'list', isOrdered: false, start: 1, items: readItems(element, inner) };
    case narrativeNodes.orderedList:
      return {
        type: 'list',
        isOrdered: true,
        start: readWhole(attributeOf(element, 'start'), 1, 1_000_000),
        items: readItems(element, inner),
      };
    case narrativeNodes.quote:
      return { type: 'quote', content: readBlocks(element, inner) };
    case narrativeNodes.table:
      return { type: 'table', rows: readTableRows(element, inner) };
    case narrativeNodes.rows:
      return { type: 'rows', spec: readTableSpec(attributeOf(element, figureAttributes.spec)) };
    case narrativeNodes.figure:
    case narrativeNodes.break:
      return null;
    default:
      return { type: 'paragraph', content: readLine(element, inner) };
  }
}

function readItems(list: Y.XmlElement, depth: number): NarrativeBlock[][] {
  return childrenOf(list).map((child) =>
    child instanceof Y.XmlElement
      ? readBlocks(child, depth)
      : [{ type: 'paragraph', content: readInline(child, depth) }],
  );
}

function readTableRows(table: Y.XmlElement, depth: number): { cells: NarrativeTableCell[] }[] {
  return childrenOf(table).flatMap((row) =>
    row instanceof Y.XmlElement ? [{ cells: childrenOf(row).flatMap((cell) => readCell(cell, depth)) }] : [],
  );
}

function readCell(cell: XmlNode, depth: number): NarrativeTableCell[] {
  if (!(cell instanceof Y.XmlElement)) return [];
  return [
    {
      isHeader: cell.nodeName === narrativeNodes.tableHeader,
      colspan: readWhole(attributeOf(cell, 'colspan'), 1, widestSpan),
      rowspan: readWhole(attributeOf(cell, 'rowspan'), 1, widestSpan),
      content: readBlocks(cell, depth),
    },
  ];
}

function readLine(element: Y.XmlElement, depth: number): NarrativeInline[] {
  return childrenOf(element).flatMap((child) => readInline(child, depth));
}

function readInline(node: XmlNode, depth: number): NarrativeInline[] {
  if (node instanceof Y.XmlText) return readRuns(node);
  if (!(node instanceof Y.XmlElement)) return [];
  if (node.nodeName === narrativeNodes.break) return [{ type: 'break' }];
  if (node.nodeName === narrativeNodes.figure) {
    return [
      {
        type: 'figure',
        spec: readInlineSpec(attributeOf(node, figureAttributes.spec)),
        bold: attributeOf(node, figureAttributes.bold) === true,
        italic: attributeOf(node, figureAttributes.italic) === true,
        link: null,
      },
    ];
  }
  // A block inside of a line: the encoding of another version. Its words are kept.
  return depth > deepest ? [{ type: 'text', text: textOf(node), ...plain }] : readLine(node, depth + 1);
}

function readRuns(text: Y.XmlText): NarrativeInline[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }): NarrativeInline[] => {
    if (typeof insert !== 'string' || insert === '') return [];
    return [
      {
        type: 'text',
        text: insert,
        bold: isSet(attributes[narrativeMarks.bold]),
        italic: isSet(attributes[narrativeMarks.italic]),
        link: readHref(attributes[narrativeMarks.link]),
      },
    ];
  });
}

function isSet(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

function readHref(mark: unknown): string | null {
  return typeof mark === 'object' && mark !== null && 'href' in mark ? readLink(mark.href) : null;
}

/** All words below an element, however deep; without recursion, since the depth is the sender's choice. */
function textOf(element: Y.XmlElement): string {
  const words: string[] = [];
  const waiting: XmlNode[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node instanceof Y.XmlText) {
      for (const run of readRuns(node)) if (run.type === 'text') words.push(run.text);
    } else waiting.push(...childrenOf(node).reverse());
  }
  return words.join(' ');
}

function childrenOf(parent: Y.XmlFragment | Y.XmlHook): XmlNode[] {
  return parent instanceof Y.XmlFragment ? (parent.toArray() as XmlNode[]) : [];
}

/** The types of Yjs say text; an attribute holds whatever was set. */
function attributeOf(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name);
}

function readLevel(stored: unknown): HeadingLevel {
  return stored === 1 || stored === 2 || stored === 3 ? stored : 1;
}

function readWhole(stored: unknown, least: number, most: number): number {
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= least && stored <= most
    ? stored
    : least;
}
