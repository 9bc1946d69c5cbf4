import type { Finding } from '#shared/checks/Finding.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellTexts } from './CellTexts.ts';
import type { CellPerson } from './cells/groupPeopleByCell.ts';
import type { GroupLineWords } from './groups/GroupLineView.ts';

/** Why a cell cannot be changed: by its row, or by its column. */
export type LockKind =
  | 'foreign'
  | 'submitted'
  | 'accepted'
  | 'finalised'
  | 'readOnly'
  | 'derived'
  | 'organisation';

/** All words the grid draws, in the reader's language. */
export type GridWords = {
  texts: CellTexts;
  columnTitle(column: Field | 'organisation' | 'deviation'): string;
  /** Of any column; one that there is none of has its own name. */
  anyColumnTitle(column: string): string;
  /** Over the row numbers. */
  numberTitle: string;
  /** How the menu of a column opens. */
  headerHint: string;
  locked(kind: LockKind, organisation: string): string;
  /** The sentence of a finding, with how grave it is. */
  finding(finding: Finding): string;
  totals(rowCount: number): string;
  /** Who is in a cell, and who of them is typing there. */
  people(people: readonly CellPerson[]): string;
  groupLine: GroupLineWords;
  noDirection: string;
  locale: Record<string, string>;
};
