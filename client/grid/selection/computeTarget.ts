import type { CellName } from './CellName.ts';
import type { Layout } from './Layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How far: one cell, to the edge of what is filled, to the end of the row, to a corner of the table, a screenful. */
export type Reach = 'cell' | 'edge' | 'row' | 'table' | 'page';

export type Terrain = {
  layout: Layout;
  isFilled(cell: CellName): boolean;
  /** Rows of one screenful. */
  pageRows(): number;
};

/**
 * The cell a step leads to, the same one at the end of the table. Where no row of the report stands (a
 * heading between rows), the step goes over it.
 */
export function computeTarget(
  from: CellName,
  direction: Direction,
  reach: Reach,
  { layout, isFilled, pageRows }: Terrain,
): CellName {
  const columns = layout.columns();
  const place = Math.max(0, columns.indexOf(from.column));
  const index = layout.indexOf(from.key) ?? 0;
  const isForward = direction === 'down' || direction === 'right';
  const lastColumn = columns.at(-1) ?? from.column;

  if (reach === 'row') return { ...from, column: isForward ? lastColumn : (columns[0] ?? from.column) };
  if (reach === 'table') {
    const key = isForward ? findRow(layout.rowCount() - 1, -1) : findRow(0, 1);
    return { key: key ?? from.key, column: isForward ? lastColumn : (columns[0] ?? from.column) };
  }
  if (reach === 'page') {
    const wanted = Math.min(
      layout.rowCount() - 1,
      Math.max(0, index + (isForward ? pageRows() : -pageRows())),
    );
    const key = findRow(wanted, isForward ? 1 : -1) ?? findRow(wanted, isForward ? -1 : 1);
    return { ...from, key: key ?? from.key };
  }
  const near = next(from);
  if (near === null) return from;
  return reach === 'cell' ? near : findEdge(near);

  /** As in a spreadsheet: over a run of filled cells to its last, or over empty ones to the next filled. */
  function findEdge(first: CellName): CellName {
    const isRun = isFilled(from) && isFilled(first);
    let cell = first;
    if (!isRun && isFilled(cell)) return cell;
    for (let ahead = next(cell); ahead !== null; ahead = next(cell)) {
      if (isRun && !isFilled(ahead)) return cell;
      cell = ahead;
      if (!isRun && isFilled(cell)) return cell;
    }
    return cell;
  }

  function next({ key, column }: CellName): CellName | null {
    if (direction === 'left' || direction === 'right') {
      const at = column === from.column ? place : columns.indexOf(column);
      const neighbour = columns[at + (isForward ? 1 : -1)];
      return neighbour === undefined ? null : { key, column: neighbour };
    }
    const at = layout.indexOf(key) ?? 0;
    const neighbour = findRow(at + (isForward ? 1 : -1), isForward ? 1 : -1);
    return neighbour === null ? null : { key: neighbour, column };
  }

  /** The row of the report at this place, or the first one beyond it. */
  function findRow(start: number, step: 1 | -1) {
    for (let at = start; at >= 0 && at < layout.rowCount(); at += step) {
      const key = layout.keyAt(at);
      if (key !== null) return key;
    }
    return null;
  }
}
