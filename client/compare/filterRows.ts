import type { RowDifference, RowSide } from '#shared/api/comparison.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';

export const rowChanges = ['added', 'removed', 'changed'] as const;
export type RowChange = (typeof rowChanges)[number];

/** What the list of rows shows; null does not narrow. */
export type RowDifferenceFilter = {
  change: RowChange | null;
  table: TableKind | null;
  /** A number, or `none` for rows without a direction. */
  direction: string | null;
  organisation: string | null;
};

export const noFilter: RowDifferenceFilter = {
  change: null,
  table: null,
  direction: null,
  organisation: null,
};

export function readChange({ before, after }: RowDifference): RowChange {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** As the later version has the row, or the earlier one where it is gone. */
export function readShownSide({ before, after }: RowDifference): RowSide {
  return must(after ?? before, 'a side of the row');
}

export function directionKey({ direction }: RowSide): string {
  return direction === null ? 'none' : String(direction.number);
}

/** A row that moved from one direction to another is found under both. */
export function filterRows(
  rows: readonly RowDifference[],
  { change, table, direction, organisation }: RowDifferenceFilter,
): RowDifference[] {
  return rows.filter((row) => {
    const sides = [row.before, row.after].filter((side) => side !== null);
    return (
      (change === null || readChange(row) === change) &&
      (table === null || row.table === table) &&
      (direction === null || sides.some((side) => directionKey(side) === direction)) &&
      (organisation === null || sides.some((side) => side.organisation.id === organisation))
    );
  });
}
