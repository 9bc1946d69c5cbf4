import type * as Y from 'yjs';
import type { RowId } from '../model/ids.ts';
import type { TableKind } from '../model/rows.ts';
import type { StoredField } from './sheetDocument.ts';
import { cellKey, cellsOf, overridableOf, rowsOf, writeCell } from './sheetMaps.ts';

/** A row as it stands in the document, before anything is believed about it: enough to put it back. */
export type StoredRow = { readonly raw: unknown; readonly overrides: ReadonlyMap<StoredField, unknown> };

/** Null when the row is not (or no longer) there. */
export function readStoredRow(doc: Y.Doc, rowId: RowId): StoredRow | null {
  const rows = rowsOf(doc);
  if (!rows.has(rowId)) return null;
  const cells = cellsOf(doc);
  const overrides = new Map<StoredField, unknown>();
  for (const field of overridableOf(doc, rowId)) {
    const key = cellKey(rowId, field);
    if (cells.has(key)) overrides.set(field as StoredField, cells.get(key));
  }
  return { raw: rows.get(rowId), overrides };
}

/** Puts a row back. What somebody wrote into it while it was gone stays. Does nothing when it is there. */
export function restoreStoredRow(doc: Y.Doc, rowId: RowId, { raw, overrides }: StoredRow): boolean {
  if (rowsOf(doc).has(rowId)) return false;
  rowsOf(doc).set(rowId, raw);
  for (const [field, value] of overrides) {
    const key = cellKey(rowId, field);
    if (!cellsOf(doc).has(key)) writeCell(doc, rowId, field, value);
  }
  return true;
}

/** The value of a cell as stored; undefined for an empty one, and when the row is not there. */
export function readStoredCell(doc: Y.Doc, rowId: RowId, field: StoredField): unknown {
  const raw = rowsOf(doc).get(rowId);
  if (raw === undefined) return undefined;
  const key = cellKey(rowId, field);
  if (cellsOf(doc).has(key)) return cellsOf(doc).get(key);
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;
}

/** Sets a cell to a value that stood in it before, whatever it is. */
export function restoreStoredCell(doc: Y.Doc, rowId: RowId, field: StoredField, value: unknown): void {
  if (rowsOf(doc).has(rowId)) writeCell(doc, rowId, field, value ?? null);
}

/** The table a row stands in, as `readRow` sees it. */
export function readTable(doc: Y.Doc, rowId: RowId): TableKind {
  const raw = rowsOf(doc).get(rowId);
  const kind = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>).kind : null;
  return kind === 'expenditure' ? 'expenditure' : 'activity';
}

/** Which client wrote the row itself; null when it is not there. */
export function readRowWriter(doc: Y.Doc, rowId: RowId): number | null {
  return readWriter(rowsOf(doc), rowId);
}

/** Which client wrote the cell's override; null when it has none. */
export function readOverrideWriter(doc: Y.Doc, rowId: RowId, field: StoredField): number | null {
  return readWriter(cellsOf(doc), cellKey(rowId, field));
}

/** The newest item under a key is the one that counts, and carries its writer. */
function readWriter(map: Y.Map<unknown>, key: string): number | null {
  const item = map._map.get(key);
  return item === undefined || item.deleted ? null : item.id.client;
}
