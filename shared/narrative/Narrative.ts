import type { InlineFigure, TableFigure } from '../figures/FigureSpec.ts';

/**
 * The text of one direction as it stands in its document, read and validated: what could not be
 * read is kept as a flawed figure or as plain text, never dropped.
 */
export type Narrative = readonly NarrativeBlock[];

export type NarrativeBlock =
  | { type: 'paragraph'; content: NarrativeInline[] }
  | { type: 'heading'; level: HeadingLevel; content: NarrativeInline[] }
  | { type: 'list'; isOrdered: boolean; start: number; items: NarrativeBlock[][] }
  | { type: 'quote'; content: NarrativeBlock[] }
  | { type: 'table'; rows: NarrativeTableRow[] }
  /** A whole table of rows; null when what is stored cannot be read. */
  | { type: 'rows'; spec: TableFigure | null };

/** Below the direction's own title, which is no part of its text. */
export type HeadingLevel = 1 | 2 | 3;

export type NarrativeTableRow = { cells: NarrativeTableCell[] };

export type NarrativeTableCell = {
  isHeader: boolean;
  colspan: number;
  rowspan: number;
  content: NarrativeBlock[];
};

/** Emphasis of a run; `link` is an http, https or mailto address. */
export type TextMarks = { bold: boolean; italic: boolean; link: string | null };

export type NarrativeInline =
  | ({ type: 'text'; text: string } & TextMarks)
  | { type: 'break' }
  /** Null when what is stored cannot be read. */
  | ({ type: 'figure'; spec: InlineFigure | null } & TextMarks);
