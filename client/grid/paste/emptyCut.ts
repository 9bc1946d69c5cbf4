import type { CellChange } from '#client/sync/ReportSession.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CutCells } from '../clipboard/CutCells.ts';
import { findFieldSpec } from '../fields.ts';
import type { PreparedPaste } from './PreparedPaste.ts';
import type { ResolvedPlan } from './resolvePlan.ts';

/**
 * What empties the cells a paste was cut from; null when they are kept, because not all of it has come
 * to where it goes. A cell the paste goes over is never emptied, also when its value is there already.
 */
export function emptyCut(
  cut: CutCells,
  { lines, plan, notes }: PreparedPaste,
  { leftCount }: ResolvedPlan,
  find: (row: Row) => Row | undefined,
): { changes: CellChange[]; changedCount: number } | null {
  if (leftCount + notes.length + plan.notes.length > 0) return null;
  const covered = lines.flatMap(({ row, columns }): CellChange[] => {
    if (row === null) return [];
    const { organisationId, id: rowId, kind } = row;
    return columns.flatMap((column) => {
      const field = column === null ? undefined : findFieldSpec(kind, column)?.field;
      return field === undefined ? [] : [{ organisationId, rowId, field, value: null }];
    });
  });
  return cut.buildChanges(covered, find);
}
