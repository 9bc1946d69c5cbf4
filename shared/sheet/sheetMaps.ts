import type * as Y from 'yjs';
import { type ExtraField, isExtraField } from '../model/extraField.ts';
import type { RowId } from '../model/ids.ts';
import { fieldSchemas } from '../model/rows.ts';

/** Names of the root maps; the server refuses updates that write to any other. */
export const sheetRoots = { rows: 'rows', cells: 'cells' } as const;

/** The maps of a sheet, as `sheetDocument.ts` describes them. */
export const rowsOf = (doc: Y.Doc) => doc.getMap<unknown>(sheetRoots.rows);
export const cellsOf = (doc: Y.Doc) => doc.getMap<unknown>(sheetRoots.cells);

export const cellKey = (rowId: RowId, field: string) => `${rowId}/${field}`;

const builtIn: ReadonlySet<string> = new Set([
  'order',
  ...Object.keys(fieldSchemas.activity),
  ...Object.keys(fieldSchemas.expenditure),
]);

/** How many fields every row has, whichever columns were added. */
export const builtInCount = builtIn.size;

/** Whether a cell may override this: a value of a row, of an added column too, or its place. */
export function isOverridable(field: string): boolean {
  return builtIn.has(field) || isExtraField(field);
}

/** Every field of which this row may have an override: those that all rows have, and its added ones. */
export function overridableOf(doc: Y.Doc, rowId: RowId): Iterable<string> {
  const added = extraCellsOf(doc).get(rowId);
  return added === undefined ? builtIn : [...builtIn, ...added];
}

/** Every field that a row is made of, given what was stored as it. */
export function fieldsOf(doc: Y.Doc, rowId: RowId, ...stored: unknown[]): Iterable<string> {
  const added = new Set<string>(extraCellsOf(doc).get(rowId));
  for (const raw of stored) {
    if (typeof raw !== 'object' || raw === null) continue;
    for (const field in raw) if (isExtraField(field)) added.add(field);
  }
  return added.size === 0 ? builtIn : [...builtIn, ...added];
}

export function writeCell(doc: Y.Doc, rowId: RowId, field: string, value: unknown): void {
  cellsOf(doc).set(cellKey(rowId, field), value);
  if (isExtraField(field)) note(extraCellsOf(doc), rowId, field);
}

type ExtraCells = Map<string, Set<ExtraField>>;

const extraCells = new WeakMap<Y.Doc, ExtraCells>();

/**
 * By row, the added fields that it has or had overrides of: a map knows no "every key that begins so", and
 * to try each column there could be would cost every row without any. Kept as long as its document.
 */
function extraCellsOf(doc: Y.Doc): ExtraCells {
  let found = extraCells.get(doc);
  if (found !== undefined) return found;
  found = new Map();
  extraCells.set(doc, found);
  const fresh = found;
  const cells = cellsOf(doc);
  for (const key of cells.keys()) noteKey(fresh, key);
  cells.observe(({ keysChanged }) => {
    for (const key of keysChanged) if (typeof key === 'string') noteKey(fresh, key);
  });
  return fresh;
}

function noteKey(cells: ExtraCells, key: string): void {
  const slash = key.indexOf('/');
  const field = key.slice(slash + 1);
  if (slash > 0 && isExtraField(field)) note(cells, key.slice(0, slash), field);
}

function note(cells: ExtraCells, rowId: string, field: ExtraField): void {
  const fields = cells.get(rowId);
  if (fields === undefined) cells.set(rowId, new Set([field]));
  else fields.add(field);
}
