import type * as Y from 'yjs';
import { RowId } from '../model/ids.ts';
import type { TableKind } from '../model/rows.ts';
import type { RawRow } from './readRow.ts';
import { cellKey, cellsOf, fieldsOf, isOverridable, rowsOf } from './sheetMaps.ts';

/**
 * What one transaction did to a row, as stored and before anything is believed about it: to one of its
 * cells, or to the whole of it. A row's place is no value: moving it is no change.
 */
export type StoredChange = {
  rowId: RowId;
  table: TableKind;
  /** Null for a row that came or went as a whole; `before` or `after` is then null, and the other all it held. */
  field: string | null;
  /** Of a cell: its value, null when it was empty. */
  before: unknown;
  after: unknown;
  /** The Yjs client whose value stands; null where nothing stands. */
  clientId: number | null;
};

type KeyChange = { before: unknown; clientId: number | null };

/**
 * Calls back once per transaction that changed values of rows. A value that was written and overtaken
 * within the transaction is not told. Returns the function that stops it.
 */
export function observeRowChanges(doc: Y.Doc, onChange: (changes: StoredChange[]) => void): () => void {
  const rows = rowsOf(doc);
  const cells = cellsOf(doc);
  const changedRows = new Map<RowId, KeyChange>();
  const changedCells = new Map<RowId, Map<string, KeyChange>>();

  const onRows = (event: Y.YMapEvent<unknown>) => {
    for (const [key, { oldValue }] of event.changes.keys) {
      const rowId = RowId.safeParse(key);
      if (rowId.success) changedRows.set(rowId.data, { before: oldValue, clientId: readWriter(rows, key) });
    }
  };
  const onCells = (event: Y.YMapEvent<unknown>) => {
    for (const [key, { oldValue }] of event.changes.keys) {
      const slash = key.indexOf('/');
      const rowId = RowId.safeParse(key.slice(0, Math.max(slash, 0)));
      const field = key.slice(slash + 1);
      if (!rowId.success || !isOverridable(field)) continue;
      const fields = changedCells.get(rowId.data) ?? new Map<string, KeyChange>();
      fields.set(field, { before: oldValue, clientId: readWriter(cells, key) });
      changedCells.set(rowId.data, fields);
    }
  };

  function readRow(rowId: RowId): StoredChange[] {
    const change = changedRows.get(rowId);
    const fields = changedCells.get(rowId) ?? new Map<string, KeyChange>();
    const rawAfter = rows.get(rowId);
    const rawBefore = change === undefined ? rawAfter : change.before;
    // An override whose row is not there is ignored, and shows when the row comes.
    if (rawBefore === undefined && rawAfter === undefined) return [];
    const valueAfter = (field: string) => readValue(rawAfter, cells.get(cellKey(rowId, field)), field);
    const valueBefore = (field: string) => {
      const override = fields.get(field);
      return readValue(rawBefore, override ? override.before : cells.get(cellKey(rowId, field)), field);
    };
    const table = readKind(rawAfter ?? rawBefore);
    if (rawBefore === undefined || rawAfter === undefined) {
      const isNew = rawBefore === undefined;
      const all = fieldsOf(doc, rowId, rawBefore, rawAfter);
      const whole = isNew ? readWhole(rawAfter, all, valueAfter) : readWhole(rawBefore, all, valueBefore);
      return [
        {
          rowId,
          table,
          field: null,
          before: isNew ? null : whole,
          after: isNew ? whole : null,
          clientId: isNew ? (change?.clientId ?? null) : null,
        },
      ];
    }
    const changes: StoredChange[] = [];
    for (const field of change === undefined ? fields.keys() : fieldsOf(doc, rowId, rawBefore, rawAfter)) {
      if (field === 'order') continue;
      const before = valueBefore(field);
      const after = valueAfter(field);
      if (isSame(before, after)) continue;
      const clientId = (fields.get(field) ?? change)?.clientId ?? null;
      changes.push({ rowId, table, field, before, after, clientId });
    }
    return changes;
  }

  // A transaction that touches both maps is told once, when both observers have run.
  const onTransaction = () => {
    if (changedRows.size === 0 && changedCells.size === 0) return;
    const changes = [...new Set([...changedRows.keys(), ...changedCells.keys()])].flatMap(readRow);
    changedRows.clear();
    changedCells.clear();
    if (changes.length > 0) onChange(changes);
  };
  rows.observe(onRows);
  cells.observe(onCells);
  doc.on('afterTransaction', onTransaction);
  return () => {
    rows.unobserve(onRows);
    cells.unobserve(onCells);
    doc.off('afterTransaction', onTransaction);
  };
}

function readWriter(map: Y.Map<unknown>, key: string): number | null {
  const item = map._map.get(key);
  return item === undefined || item.deleted ? null : item.id.client;
}

function readValue(raw: unknown, override: unknown, field: string): unknown {
  return (override === undefined && isRecord(raw) ? raw[field] : override) ?? null;
}

/** All a row held, with what overrode it: as it would be stored when it is put back. */
function readWhole(raw: unknown, fields: Iterable<string>, readField: (field: string) => unknown): unknown {
  if (!isRecord(raw)) return raw ?? null;
  const whole: RawRow = { ...raw };
  for (const field of fields) {
    const value = readField(field);
    if (value === null) delete whole[field];
    else whole[field] = value;
  }
  return whole;
}

function readKind(raw: unknown): TableKind {
  return isRecord(raw) && raw.kind === 'expenditure' ? 'expenditure' : 'activity';
}

function isRecord(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && printStored(a) === printStored(b));
}

/** A stored value as JSON; what JSON has no word for stands as a text, and never as an error. */
export function printStored(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null'
  );
}
