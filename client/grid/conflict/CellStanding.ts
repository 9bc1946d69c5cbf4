import type { AppError } from '#shared/errors/AppError.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';

/** How a cell that is being edited stands now, beside how it was when its editor opened. */
export type CellStanding = {
  /** The row as it is, or as it last was. */
  row: Row;
  isDeleted: boolean;
  /** Why the sheet may not be written; null when it may. */
  lock: AppError | null;
  /** Whether the cell holds something else than when its editor opened. */
  isChanged: boolean;
  /** Who has changed it; null unless exactly one person was seen typing there. */
  author: string | null;
  /** Names of colleagues who are typing in the cell. */
  typists: readonly string[];
};

/** A value that was changed and changed back is no change. */
export function isCellChanged(before: Row, after: Row, field: Field): boolean {
  return (
    readCellValue(before, field) !== readCellValue(after, field) ||
    readCellFlaw(before, field)?.raw !== readCellFlaw(after, field)?.raw
  );
}

export function isSameStanding(a: CellStanding, b: CellStanding): boolean {
  return (
    a.row === b.row &&
    a.isDeleted === b.isDeleted &&
    a.lock?.code === b.lock?.code &&
    a.isChanged === b.isChanged &&
    a.author === b.author &&
    a.typists.join('\n') === b.typists.join('\n')
  );
}
