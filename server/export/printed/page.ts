import type { PrintedGrid } from './PrintedDocument.ts';

/** The page of an official document after ДСТУ 4163:2020, in millimetres and points. */
export const page = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { left: 30, right: 10, top: 20, bottom: 20 },
  /** From the edge of the sheet to the page number above, and to the note below. */
  headMm: 9,
  footMm: 9,
  fontSize: 14,
  lineSpacing: 1.5,
  firstLineMm: 12.5,
  /** Of the text beside the mark of a list, and of each list inside another. */
  listMm: 8,
  headFontSize: 12,
  footFontSize: 9,
  tableFontSize: 11,
  /** Of a table with more columns than upright paper has room for. */
  smallTableFontSize: 9,
} as const;

export function computeTextWidthMm(isLandscape: boolean): number {
  const { left, right } = page.marginsMm;
  return (isLandscape ? page.heightMm : page.widthMm) - left - right;
}

const mostWideColumns = 7;

export function isSmall({ columns }: Pick<PrintedGrid, 'columns'>): boolean {
  return columns.length > mostWideColumns;
}

/** More lines than these would leave too much of a page empty. */
const mostLinesKept = 14;

/** Whether a table is never parted by the end of a page. */
export function isKeptWhole({ lineCount }: Pick<PrintedGrid, 'lineCount'>): boolean {
  return lineCount <= mostLinesKept;
}
