import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { RowGrid } from '../RowGrid.ts';

/** Selects the rows and columns that were written into; others between them are left out. */
export function selectWritten(grid: Pick<RowGrid, 'selectCells'> | null, edits: readonly ReportEdit[]): void {
  const rows = new Set<RowKey>();
  const columns = new Set<string>();
  for (const edit of edits) {
    if (edit.kind === 'set') {
      rows.add(`${edit.organisationId}/${edit.rowId}`);
      columns.add(edit.field);
    } else if (edit.kind === 'insert') {
      rows.add(`${edit.organisationId}/${edit.row.id}`);
      for (const [field, value] of Object.entries(edit.row.values)) if (value !== null) columns.add(field);
    }
  }
  grid?.selectCells(rows, columns);
}
