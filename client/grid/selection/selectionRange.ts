import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellName } from './CellName.ts';
import type { Layout } from './Layout.ts';

/** Whole rows, whole columns, or all there is, also when more comes. */
export type RangeExtent = 'cells' | 'rows' | 'columns' | 'all';

/**
 * Cells chosen in one go, from the one where it began to the one where it ended. It holds the rows
 * that stood between them then: a row that others insert there is not in it, and sorting or filtering
 * leaves it on its own rows.
 */
export type SelectionRange = CellSet & {
  readonly anchor: CellName;
  readonly head: CellName;
};

/** All cells that lie in these columns of these rows. */
export type CellSet = {
  /** Null: every row that is shown. */
  readonly rows: ReadonlySet<RowKey> | null;
  /** Null: every column that is shown. */
  readonly columns: ReadonlySet<string> | null;
};

/** Names of rows and columns in the order of the screen. */
export type CellBlock = { rows: RowKey[]; columns: string[] };

/** A row or a column that is not shown counts as the first. */
export function buildRange(
  anchor: CellName,
  head: CellName,
  extent: RangeExtent,
  layout: Layout,
): SelectionRange {
  const hasAllRows = extent === 'columns' || extent === 'all';
  const hasAllColumns = extent === 'rows' || extent === 'all';
  return {
    anchor,
    head,
    rows: hasAllRows ? null : new Set(keysBetween(anchor.key, head.key, layout)),
    columns: hasAllColumns ? null : new Set(columnsBetween(anchor.column, head.column, layout)),
  };
}

/** The same range, drawn out or in to another cell. What it has whole it keeps whole. */
export function moveHead(range: SelectionRange, head: CellName, layout: Layout): SelectionRange {
  return buildRange(findAnchor(range, layout), head, readExtent(range), layout);
}

export function readExtent({ rows, columns }: SelectionRange): RangeExtent {
  if (rows === null) return columns === null ? 'all' : 'columns';
  return columns === null ? 'rows' : 'cells';
}

export function includesCell(range: CellSet, { key, column }: CellName): boolean {
  return (range.rows?.has(key) ?? true) && (range.columns?.has(column) ?? true);
}

/** The range's cells as they stand on the screen now; no rows, or no columns, when none is shown. */
export function resolveRange({ rows, columns }: CellSet, layout: Layout): CellBlock {
  return {
    rows: rows === null ? keysFrom(0, layout.rowCount() - 1, layout) : sortByPlace(rows, layout),
    columns: layout.columns().filter((column) => columns === null || columns.has(column)),
  };
}

/** Where drawing out begins; another cell of the range when the one it began with is gone. */
function findAnchor(range: SelectionRange, layout: Layout): CellName {
  const { anchor } = range;
  const isThere = layout.indexOf(anchor.key) !== null && layout.columns().includes(anchor.column);
  if (isThere) return anchor;
  const { rows, columns } = resolveRange(range, layout);
  return { key: rows[0] ?? anchor.key, column: columns[0] ?? anchor.column };
}

function keysBetween(a: RowKey, b: RowKey, layout: Layout): RowKey[] {
  const [from, to] = [layout.indexOf(a) ?? 0, layout.indexOf(b) ?? 0];
  return keysFrom(Math.min(from, to), Math.max(from, to), layout);
}

function keysFrom(first: number, last: number, layout: Layout): RowKey[] {
  const keys: RowKey[] = [];
  for (let index = first; index <= last; index += 1) {
    const key = layout.keyAt(index);
    if (key !== null) keys.push(key);
  }
  return keys;
}

function columnsBetween(a: string, b: string, layout: Layout): string[] {
  const columns = layout.columns();
  const [from, to] = [Math.max(0, columns.indexOf(a)), Math.max(0, columns.indexOf(b))];
  return columns.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function sortByPlace(rows: ReadonlySet<RowKey>, layout: Layout): RowKey[] {
  const shown: { key: RowKey; index: number }[] = [];
  for (const key of rows) {
    const index = layout.indexOf(key);
    if (index !== null) shown.push({ key, index });
  }
  return shown.sort((a, b) => a.index - b.index).map(({ key }) => key);
}
