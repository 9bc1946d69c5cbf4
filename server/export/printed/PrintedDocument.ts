/**
 * A report as it lies on paper, whatever the file: what DOCX and PDF are both written from, so that
 * they say the same. All texts are Ukrainian and free of what a file cannot hold.
 */
export type PrintedDocument = {
  title: string;
  programmeTitle: string;
  /** What approved the programme and changed it since; null while that is not known. */
  decisionText: string | null;
  community: string;
  /** «м. Кривий Ріг, 2020 рік». */
  placeAndYear: string;
  /** Said under the title of an example. */
  exampleNote: string | null;
  /** What stands at the head and the foot of every page; null for nothing. */
  pageHead: string | null;
  pageFoot: string | null;
  /** The text, on upright pages. */
  blocks: PrintedBlock[];
  signature: PrintedSignature | null;
  annexes: PrintedAnnex[];
};

/** Position and, where it is known, name; the signature goes between them. */
export type PrintedSignature = { position: string; name: string };

/** Begins on a page of its own; its pages lie on their side when it holds wide tables. */
export type PrintedAnnex = {
  /** «Додаток 1». */
  mark: string;
  title: string;
  isLandscape: boolean;
  blocks: PrintedBlock[];
};

/** 1 is a direction, 2 to 4 stand inside its text. */
export type PrintedHeadingLevel = 1 | 2 | 3 | 4;

export type PrintedBlock =
  | { type: 'paragraph'; content: PrintedInline[] }
  | { type: 'heading'; level: PrintedHeadingLevel; content: PrintedInline[] }
  | { type: 'list'; isOrdered: boolean; start: number; items: PrintedBlock[][] }
  | { type: 'quote'; content: PrintedBlock[] }
  | PrintedTable
  | PrintedGrid
  /** The name of the grid after it, which it is never parted from. */
  | { type: 'caption'; text: string };

export type PrintedInline =
  /** `link` is an http, https or mailto address. */
  { type: 'text'; text: string; bold: boolean; italic: boolean; link: string | null } | { type: 'break' };

/** A table that authors made, squared: every row has a slot for each column. */
export type PrintedTable = {
  type: 'table';
  columnCount: number;
  /** Rows at the top that are repeated on every page. */
  headerRowCount: number;
  rows: PrintedSlot[][];
};

export type PrintedSlot =
  | { type: 'cell'; isHeader: boolean; colspan: number; rowspan: number; content: PrintedBlock[] }
  /** Taken by a cell that spans from the left or from above. */
  | { type: 'covered' };

/** Lines of data. There may be ten thousand, so they are made only when they are written. */
export type PrintedGrid = {
  type: 'grid';
  columns: PrintedColumn[];
  lineCount: number;
  /** Makes the lines anew each time. */
  lines: () => Iterable<PrintedLine>;
};

export type PrintedColumn = {
  header: string;
  /** As a share of the sum of all widths. */
  width: number;
  align: 'left' | 'right' | 'center';
};

/** A `heading` has one cell, which is as wide as the table; every other line has one for each column. */
export type PrintedLine = { role: 'line' | 'heading' | 'subtotal' | 'total'; cells: string[] };
