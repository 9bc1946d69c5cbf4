import type * as Y from 'yjs';
import type { RowId } from '../model/ids.ts';
import { fieldSchemas } from '../model/rows.ts';

/** Names of the root maps; the server refuses updates that write to any other. */
export const sheetRoots = { rows: 'rows', cells: 'cells' } as const;

/** The maps of a sheet, as `sheetDocument.ts` describes them. */
export const rowsOf = (doc: Y.Doc) => doc.getMap<unknown>(sheetRoots.rows);
export const cellsOf = (doc: Y.Doc) => doc.getMap<unknown>(sheetRoots.cells);

export const cellKey = (rowId: RowId, field: string) => `${rowId}/${field}`;

export const overridable: ReadonlySet<string> = new Set([
  'order',
  ...Object.keys(fieldSchemas.activity),
  ...Object.keys(fieldSchemas.expenditure),
]);
