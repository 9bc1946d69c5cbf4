import type { Finding } from '#shared/checks/Finding.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellTexts } from './CellTexts.ts';
import type { CellPerson } from './cells/groupPeopleByCell.ts';

/** All words the grid draws, in the reader's language. */
export type GridWords = {
  texts: CellTexts;
  columnTitle(column: Field | 'organisation' | 'deviation'): string;
  /** Over the row numbers. */
  numberTitle: string;
  locked(reason: 'foreign' | 'read-only', organisation: string): string;
  /** The sentence of a finding, with how grave it is. */
  finding(finding: Finding): string;
  totals(rowCount: number): string;
  /** Who is in a cell, and who of them is typing there. */
  people(people: readonly CellPerson[]): string;
  locale: Record<string, string>;
};
