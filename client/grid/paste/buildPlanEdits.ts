import type { RowFilter } from '#client/app/RowFilter.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import type { Steps } from '#client/sync/runSteps.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { buildNewRow, computeNewOrders, type NewRowFilter } from '../newRows.ts';
import type { ResolvedPlan } from './resolvePlan.ts';

type Options = {
  table: TableKind;
  filter: Pick<RowFilter, keyof NewRowFilter>;
  /** Rows of the table of one sheet, in order. */
  sheetRows(organisationId: OrganisationId): readonly Row[];
};

/** What a decided plan writes; new rows stand at the end of their sheets. Yields how many rows are built. */
export function* planEditSteps(
  { cells, rows }: ResolvedPlan,
  { table, filter, sheetRows }: Options,
): Steps<ReportEdit[]> {
  const edits: ReportEdit[] = cells.map((cell) => ({ kind: 'set', ...cell }));
  for (const [organisationId, group] of Map.groupBy(rows, (row) => row.organisationId)) {
    const orders = computeNewOrders(sheetRows(organisationId), null, group.length);
    yield edits.length;
    for (const [index, { values }] of group.entries()) {
      const id = RowId.parse(createId());
      const row = buildNewRow({ table, filter, order: orders[index] ?? '', id, values });
      edits.push({ kind: 'insert', organisationId, row });
      yield edits.length;
    }
  }
  return edits;
}
