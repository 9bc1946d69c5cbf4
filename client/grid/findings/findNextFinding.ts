import { rowKey } from '#client/sync/RowStore.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CellName } from '../selection/CellName.ts';

type Options = {
  /** As shown, in order. */
  rows: readonly Row[];
  columns: readonly string[];
  findingsOf(row: Row): readonly Finding[];
  /** The cell one is in; null begins before the first, or after the last. */
  from: CellName | null;
  direction: 1 | -1;
};

/** The nearest cell with a finding, in the order shown, round the end; null when there is none. */
export function findNextFinding({ rows, columns, findingsOf, from, direction }: Options): CellName | null {
  const start = from === null ? -1 : rows.findIndex((row) => rowKey(row) === from.key);
  const fromPlace = start < 0 || from === null ? null : columns.indexOf(from.column);
  const first = start < 0 && direction === -1 ? rows.length : start;
  for (let distance = 0; distance <= rows.length; distance += 1) {
    const row = rows[(first + direction * distance + 2 * rows.length) % rows.length];
    if (row === undefined || (distance === 0 && fromPlace === null)) continue;
    // What is about no column that is shown is at the row's first cell.
    const places = findingsOf(row)
      .map(({ field }) => Math.max(0, columns.indexOf(field ?? '')))
      .filter((place) => distance > 0 || fromPlace === null || (place - fromPlace) * direction > 0)
      .sort((a, b) => (a - b) * direction);
    const column = columns[places[0] ?? -1];
    if (column !== undefined) return { key: rowKey(row), column };
  }
  return null;
}
