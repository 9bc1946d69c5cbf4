import type * as Y from 'yjs';
import type { ExtraField, ExtraValues } from '../model/extraField.ts';
import { type OrganisationId, RowId } from '../model/ids.ts';
import {
  type ActivityField,
  type ActivityValues,
  compareRows,
  type ExpenditureField,
  type ExpenditureValues,
  findFieldSchema,
  type Row,
  type TableKind,
} from '../model/rows.ts';
import { type RawRow, readRow, sheetSchemaVersion } from './readRow.ts';
import {
  builtInCount,
  cellKey,
  cellsOf,
  isOverridable,
  overridableOf,
  rowsOf,
  writeCell,
} from './sheetMaps.ts';

/**
 * The encoding of a sheet, in two root maps of its Yjs document:
 *
 * - `rows`: row id → plain object `{ v, kind, order, ...values }`, written once when the row is made;
 * - `cells`: `<row id>/<field>` → a value that overrides the row's. `order` is overridden alike.
 *
 * A value of an added column stands under `x:<kind>:<column id>` like that of any other field. A sheet does not
 * know which columns there are.
 *
 * So two people who edit two cells of a row both keep their work, and a row costs one entry, not a
 * map of its own. Deleting a row deletes its keys in both maps; an override without its row (edited
 * by somebody who had not seen the deletion) is ignored. Nothing outside of this folder touches the maps.
 */
export type SheetChange = { rowId: RowId; row: Row | null };

export type Field = ActivityField | ExpenditureField | ExtraField;

/** What of a row can be overridden: its values, and its place. */
export type StoredField = Field | 'order';

/** A row to be put in. Values that are left out are empty. */
export type NewRow =
  | { id: RowId; kind: 'activity'; order: string; values: Partial<ActivityValues> & ExtraValues }
  | { id: RowId; kind: 'expenditure'; order: string; values: Partial<ExpenditureValues> & ExtraValues };

/** The row's id of a `cells` key; null when the key is not one of ours. */
function tryParseCellKey(key: string): { rowId: RowId; field: string } | null {
  const slash = key.indexOf('/');
  if (slash < 0) return null;
  const rowId = RowId.safeParse(key.slice(0, slash));
  return rowId.success ? { rowId: rowId.data, field: key.slice(slash + 1) } : null;
}

/** All rows of a sheet, both tables, in order. Validates; see {@link readRow}. */
export function readSheet(doc: Y.Doc, organisationId: OrganisationId): Row[] {
  const overridesByRow = readAllOverrides(doc);
  const rows: Row[] = [];
  for (const [key, raw] of rowsOf(doc).entries()) {
    const id = RowId.safeParse(key);
    if (id.success) rows.push(readRow(id.data, organisationId, raw, overridesByRow.get(key) ?? {}));
  }
  return rows.sort(compareRows);
}

function readAllOverrides(doc: Y.Doc): Map<string, RawRow> {
  const overridesByRow = new Map<string, RawRow>();
  for (const [key, value] of cellsOf(doc).entries()) {
    const cell = tryParseCellKey(key);
    if (!cell || !isOverridable(cell.field)) continue;
    const overrides = overridesByRow.get(cell.rowId) ?? {};
    overrides[cell.field] = value;
    overridesByRow.set(cell.rowId, overrides);
  }
  return overridesByRow;
}

/** One row, or null when it is not (or no longer) there. */
export function readSheetRow(doc: Y.Doc, organisationId: OrganisationId, rowId: RowId): Row | null {
  const rows = rowsOf(doc);
  if (!rows.has(rowId)) return null;
  return readRow(rowId, organisationId, rows.get(rowId), readOverrides(doc, rowId));
}

function readOverrides(doc: Y.Doc, rowId: RowId): RawRow {
  const cells = cellsOf(doc);
  const overrides: RawRow = {};
  for (const field of overridableOf(doc, rowId)) {
    const key = cellKey(rowId, field);
    if (cells.has(key)) overrides[field] = cells.get(key);
  }
  return overrides;
}

/** Rows by their ids, each null when it is not there. Many at once are read in one pass over the cells. */
function readChanges(doc: Y.Doc, organisationId: OrganisationId, rowIds: ReadonlySet<RowId>): SheetChange[] {
  const rows = rowsOf(doc);
  const isMany = rowIds.size * builtInCount > rows.size;
  const all = isMany ? readAllOverrides(doc) : null;
  return [...rowIds].map((rowId) => {
    if (!rows.has(rowId)) return { rowId, row: null };
    const overrides = all === null ? readOverrides(doc, rowId) : (all.get(rowId) ?? {});
    return { rowId, row: readRow(rowId, organisationId, rows.get(rowId), overrides) };
  });
}

/**
 * Calls back once per transaction that changed rows, local or remote, with each changed row as it
 * is now. `origin` is the transaction's. Returns the function that stops it.
 */
export function observeSheet(
  doc: Y.Doc,
  organisationId: OrganisationId,
  onChange: (changes: SheetChange[], origin: unknown) => void,
): () => void {
  const touched = new Set<RowId>();
  const onRows = (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) {
      const id = RowId.safeParse(key);
      if (id.success) touched.add(id.data);
    }
  };
  const onCells = (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) {
      const cell = tryParseCellKey(key);
      if (cell) touched.add(cell.rowId);
    }
  };
  // A transaction that touches both maps is told once, when both observers have run.
  const onTransaction = (transaction: Y.Transaction) => {
    if (touched.size === 0) return;
    const changes = readChanges(doc, organisationId, touched);
    touched.clear();
    onChange(changes, transaction.origin);
  };
  rowsOf(doc).observe(onRows);
  cellsOf(doc).observe(onCells);
  doc.on('afterTransaction', onTransaction);
  return () => {
    rowsOf(doc).unobserve(onRows);
    cellsOf(doc).unobserve(onCells);
    doc.off('afterTransaction', onTransaction);
  };
}

/** Puts rows in, as one transaction. An id that is there already is replaced, overrides and all. */
export function insertRows(doc: Y.Doc, newRows: readonly NewRow[], origin: unknown = null): void {
  doc.transact(() => {
    for (const { id, kind, order, values } of newRows) {
      if (rowsOf(doc).has(id)) removeRow(doc, id);
      const present = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
      rowsOf(doc).set(id, { v: sheetSchemaVersion, kind, order, ...Object.fromEntries(present) });
    }
  }, origin);
}

export function insertRow(doc: Y.Doc, newRow: NewRow, origin: unknown = null): void {
  insertRows(doc, [newRow], origin);
}

export type CellEdit = { rowId: RowId; field: Field; value: unknown };

/**
 * Sets cells, as one transaction. Rows that are not there are passed over, and nothing is written
 * where the value is already so. Returns how many cells changed.
 *
 * @throws RangeError for a value its field does not take: the caller parses what people type.
 */
export function setCells(doc: Y.Doc, edits: readonly CellEdit[], origin: unknown = null): number {
  let changed = 0;
  doc.transact(() => {
    for (const { rowId, field, value } of edits) {
      const raw = rowsOf(doc).get(rowId) as RawRow | undefined;
      if (raw === undefined) continue;
      assertFits(raw.kind, field, value);
      const key = cellKey(rowId, field);
      const current = cellsOf(doc).has(key) ? cellsOf(doc).get(key) : raw[field];
      if ((current ?? null) === (value ?? null)) continue;
      writeCell(doc, rowId, field, value ?? null);
      changed += 1;
    }
  }, origin);
  return changed;
}

export function setCell(
  doc: Y.Doc,
  rowId: RowId,
  field: Field,
  value: unknown,
  origin: unknown = null,
): void {
  setCells(doc, [{ rowId, field, value }], origin);
}

/** A row's new index; it comes from `ordersBetween`. */
export type RowPlace = { rowId: RowId; order: string };

/** Moves rows, as one transaction. Rows that are not there are passed over. */
export function moveRows(doc: Y.Doc, places: readonly RowPlace[], origin: unknown = null): void {
  doc.transact(() => {
    for (const { rowId, order } of places) {
      if (rowsOf(doc).has(rowId)) writeCell(doc, rowId, 'order', order);
    }
  }, origin);
}

export function moveRow(doc: Y.Doc, rowId: RowId, order: string, origin: unknown = null): void {
  moveRows(doc, [{ rowId, order }], origin);
}

/** Deletes rows with all their overrides, as one transaction. */
export function deleteRows(doc: Y.Doc, rowIds: readonly RowId[], origin: unknown = null): void {
  doc.transact(() => {
    for (const rowId of rowIds) removeRow(doc, rowId);
  }, origin);
}

export function deleteRow(doc: Y.Doc, rowId: RowId, origin: unknown = null): void {
  deleteRows(doc, [rowId], origin);
}

function removeRow(doc: Y.Doc, rowId: RowId): void {
  rowsOf(doc).delete(rowId);
  for (const field of overridableOf(doc, rowId)) {
    const key = cellKey(rowId, field);
    if (cellsOf(doc).has(key)) cellsOf(doc).delete(key);
  }
}

function assertFits(kind: unknown, field: Field, value: unknown): void {
  const table: TableKind = kind === 'expenditure' ? 'expenditure' : 'activity';
  if (!findFieldSchema(table, field)?.safeParse(value ?? null).success) {
    throw new RangeError(`field ${table}.${field} does not take ${typeof value}`);
  }
}
