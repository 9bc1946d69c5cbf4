import type { CellName } from '#client/grid/selection/CellName.ts';
import type { Layout } from '#client/grid/selection/Layout.ts';
import type { RowKey } from '#client/sync/RowStore.ts';

/** Rows and columns by their names, in this order. A row called '' is a heading between rows. */
export function buildLayout(
  keys: readonly string[],
  columns: readonly string[] = ['a', 'b', 'c', 'd'],
): Layout {
  return {
    rowCount: () => keys.length,
    keyAt: (index) => (keys[index] as RowKey | undefined) || null,
    indexOf: (key) => (keys.includes(key) ? keys.indexOf(key) : null),
    columns: () => columns,
  };
}

export function cell(key: string, column: string): CellName {
  return { key: key as RowKey, column };
}
