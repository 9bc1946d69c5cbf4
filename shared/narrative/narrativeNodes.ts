import { InlineFigure, TableFigure } from '../figures/FigureSpec.ts';

/**
 * How the text of a direction stands in its Yjs document: one XML fragment, whose elements are named
 * as the editor's nodes are. The editor binds to the fragment by itself, so the names here and those
 * of its schema are one agreement; a test compares them.
 */
export const narrativeRoot = 'text';

/** Raised with every change of the elements or of what a figure stores; a fingerprint test guards it. */
export const narrativeSchemaVersion = 1;

export const narrativeNodes = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'bulletList',
  orderedList: 'orderedList',
  listItem: 'listItem',
  quote: 'blockquote',
  table: 'table',
  tableRow: 'tableRow',
  tableHeader: 'tableHeader',
  tableCell: 'tableCell',
  break: 'hardBreak',
  figure: 'figure',
  rows: 'rowsTable',
} as const;

export const narrativeMarks = { bold: 'bold', italic: 'italic', link: 'link' } as const;

/** What the server lets into a narrative's document. */
export const narrativeNodeNames: ReadonlySet<string> = new Set(Object.values(narrativeNodes));
export const narrativeMarkNames: ReadonlySet<string> = new Set(Object.values(narrativeMarks));

/**
 * A figure keeps its emphasis in attributes of its own: the binding of the editor to the document
 * has no place for a mark on anything but text.
 */
export const figureAttributes = { spec: 'spec', bold: 'bold', italic: 'italic' } as const;

/** As an attribute holds it: text, which the editor and the document compare as one value. */
export function writeSpec(spec: InlineFigure | TableFigure): string {
  return JSON.stringify(spec);
}

/** Null for what this version cannot read. */
export function readInlineSpec(stored: unknown): InlineFigure | null {
  return InlineFigure.safeParse(parseJson(stored)).data ?? null;
}

/** Null for what this version cannot read. */
export function readTableSpec(stored: unknown): TableFigure | null {
  return TableFigure.safeParse(parseJson(stored)).data ?? null;
}

function parseJson(stored: unknown): unknown {
  if (typeof stored !== 'string' || stored.length > 5_000) return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

const linkPattern = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** The address if it is one that a report may lead to (http, https, mailto); null for any other. */
export function readLink(stored: unknown): string | null {
  return typeof stored === 'string' && stored.length <= 2_000 && linkPattern.test(stored) ? stored : null;
}
