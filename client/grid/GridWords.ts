import type { Finding } from '#shared/checks/Finding.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellTexts } from './CellTexts.ts';
import type { CellPerson } from './cells/groupPeopleByCell.ts';
import type { GroupLineWords } from './groups/GroupLineView.ts';

/** All words the grid draws, in the reader's language. */
export type GridWords = {
  texts: CellTexts;
  columnTitle(column: Field | 'organisation' | 'deviation'): string;
  /** Of any column; one that there is none of has its own name. */
  anyColumnTitle(column: string): string;
  /** Over the row numbers. */
  numberTitle: string;
  locked(reason: 'foreign' | 'read-only', organisation: string): string;
  /** The sentence of a finding, with how grave it is. */
  finding(finding: Finding): string;
  totals(rowCount: number): string;
  /** Who is in a cell, and who of them is typing there. */
  people(people: readonly CellPerson[]): string;
  groupLine: GroupLineWords;
  noDirection: string;
  locale: Record<string, string>;
};
