import { rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CommandPlace } from '../commands/CommandPlace.ts';

/** Each row of what is selected once, from above; the row of the focus when no more is. */
export function readSelectedRows({
  cell,
  readRanges,
}: Pick<CommandPlace, 'cell' | 'readRanges'>): readonly Row[] {
  const rows = new Map(readRanges().flatMap((range) => range.rows.map((row) => [rowKey(row), row] as const)));
  if (rows.size === 0 && cell !== null) return [cell.row];
  return [...rows.values()];
}
