import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellTexts } from './CellTexts.ts';

/** All words the grid draws, in the reader's language. */
export type GridWords = {
  texts: CellTexts;
  columnTitle(column: Field | 'organisation' | 'deviation'): string;
  /** Over the row numbers. */
  numberTitle: string;
  locked(reason: 'foreign' | 'read-only', organisation: string): string;
  flaw: { 'wrong-type': string; 'newer-version': string };
  totals(rowCount: number): string;
  locale: Record<string, string>;
};
