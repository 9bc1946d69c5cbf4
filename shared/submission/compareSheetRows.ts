import { isExtraField } from '../model/extraField.ts';
import type { RowId } from '../model/ids.ts';
import { compareRows, fieldSchemas, type Row, type TableKind } from '../model/rows.ts';
import { type CanonicalCell, readCanonicalCell } from './canonicalSheet.ts';

/** One cell that shows something else than it did. */
export type CellDifference = { field: string; before: CanonicalCell; after: CanonicalCell };

/** A row that came, went, or has cells that differ. */
export type SheetRowDifference = {
  table: TableKind;
  rowId: RowId;
  kind: 'added' | 'removed' | 'changed';
  /** Every filled cell of a row that came or went. In the order of the columns. */
  cells: CellDifference[];
};

/**
 * What differs between two contents of one sheet, in the order of the table: what is there first, what
 * is gone after it. Empty exactly when the two have the same canonical text. Rule SUB-13.
 */
export function compareSheetRows(before: readonly Row[], after: readonly Row[]): SheetRowDifference[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const differences: SheetRowDifference[] = [];
  for (const row of after.toSorted(compareRows)) {
    const previous = old.get(keyOf(row)) ?? null;
    old.delete(keyOf(row));
    const difference = compareRow(previous, row);
    if (difference !== null) differences.push(difference);
  }
  for (const row of [...old.values()].sort(compareRows)) {
    const difference = compareRow(row, null);
    if (difference !== null) differences.push(difference);
  }
  return differences;
}

/** Null when both show the same. The two are one row of one table. */
export function compareRow(before: Row | null, after: Row | null): SheetRowDifference | null {
  const row = after ?? before;
  if (row === null) return null;
  const cells = listFields(row.kind, before, after).flatMap((field): CellDifference[] => {
    const old = before === null ? null : readCanonicalCell(before, field);
    const young = after === null ? null : readCanonicalCell(after, field);
    return isSameCell(old, young) ? [] : [{ field, before: old, after: young }];
  });
  const base = { table: row.kind, rowId: row.id, cells };
  if (before === null) return { ...base, kind: 'added' };
  if (after === null) return { ...base, kind: 'removed' };
  return cells.length === 0 ? null : { ...base, kind: 'changed' };
}

/** Added columns behind the others, by name: which there are, and in what order, is not told by a sheet. */
function listFields(table: TableKind, before: Row | null, after: Row | null): string[] {
  const added = new Set<string>();
  for (const row of [before, after]) {
    if (row === null) continue;
    for (const field in row.values) if (isExtraField(field)) added.add(field);
    for (const field in row.flaws) if (isExtraField(field)) added.add(field);
  }
  return [...Object.keys(fieldSchemas[table]), ...[...added].sort()];
}

/** A row whose table cannot be told any more stands in another one, and is another row there. */
function keyOf({ kind, id }: Row): string {
  return `${kind} ${id}`;
}

function isSameCell(a: CanonicalCell, b: CanonicalCell): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.unreadable === b.unreadable;
}
