import type { RowKey } from '#client/sync/RowStore.ts';
import type { CellName } from '../selection/CellName.ts';
import type { Layout } from '../selection/Layout.ts';
import type { CellBlock } from '../selection/selectionRange.ts';

/** Rows or columns beside a block, from it outwards. */
export type FillTarget = { isBackward: boolean } & ({ rows: RowKey[] } | { columns: string[] });

/** What the handle of a block is drawn over when the pointer is at this cell: along the longer way. Null inside of the block. */
export function computeFillTarget(block: CellBlock, pointer: CellName, layout: Layout): FillTarget | null {
  const columns = layout.columns();
  const places = block.rows.map((key) => layout.indexOf(key) ?? 0);
  const [top, bottom] = [places[0], places.at(-1)];
  const left = columns.indexOf(block.columns[0] ?? '');
  const right = columns.indexOf(block.columns.at(-1) ?? '');
  const row = layout.indexOf(pointer.key);
  const column = columns.indexOf(pointer.column);
  if (top === undefined || bottom === undefined || row === null || left < 0 || column < 0) return null;
  const [down, up] = [row - bottom, top - row];
  const [onward, back] = [column - right, left - column];
  const longest = Math.max(down, up, onward, back);
  if (longest <= 0) return null;
  if (longest === down) return { isBackward: false, rows: keysOf(bottom + 1, row) };
  if (longest === up) return { isBackward: true, rows: keysOf(row, top - 1).toReversed() };
  if (longest === onward) return { isBackward: false, columns: columns.slice(right + 1, column + 1) };
  return { isBackward: true, columns: columns.slice(column, left).toReversed() };

  function keysOf(first: number, last: number): RowKey[] {
    const keys: RowKey[] = [];
    for (let index = first; index <= last; index += 1) {
      const key = layout.keyAt(index);
      if (key !== null) keys.push(key);
    }
    return keys;
  }
}

/** For a double click: the rows below the block as far as the column beside it is filled without a gap. */
export function computeFillToEnd(
  block: CellBlock,
  layout: Layout,
  isFilled: (cell: CellName) => boolean,
): FillTarget | null {
  const columns = layout.columns();
  const bottom = layout.indexOf(block.rows.at(-1) ?? ('' as RowKey));
  if (bottom === null) return null;
  const left = columns.indexOf(block.columns[0] ?? '');
  const right = columns.indexOf(block.columns.at(-1) ?? '');
  for (const beside of [columns[left - 1], columns[right + 1]]) {
    if (beside === undefined) continue;
    const rows: RowKey[] = [];
    for (let index = bottom + 1; index < layout.rowCount(); index += 1) {
      const key = layout.keyAt(index);
      if (key === null || !isFilled({ key, column: beside })) break;
      rows.push(key);
    }
    if (rows.length > 0) return { isBackward: false, rows };
  }
  return null;
}
