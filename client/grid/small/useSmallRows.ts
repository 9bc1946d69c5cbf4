import type { RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { buildNewRows } from '../newRows.ts';
import { showRowsDeleted } from '../rows/showRowsDeleted.tsx';

/** Adding and deleting rows where there is no grid. */
export function useSmallRows(table: TableKind, filter: RowFilter) {
  const { session } = useReport();
  return {
    /** Puts an empty row, of what the list is narrowed to, at the end of the sheet. Returns its id. */
    add(organisationId: OrganisationId): RowId {
      const id = RowId.parse(createId());
      const siblings = session.sheetRows(organisationId, table);
      session.insertRows(
        organisationId,
        buildNewRows({ table, siblings, after: null, filter, rows: [{ id, values: {} }] }),
      );
      return id;
    },
    /** Deletes with a way back; `onRestored` is called when that was taken. */
    remove(row: Row, onRestored: () => void): void {
      showRowsDeleted({ rows: [row], kept: null, restore: session.deleteRows([row]), onRestored });
    },
  };
}
