import type { Row } from '#shared/model/rows.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';

/**
 * Several ranges as one table, which needs the same columns in each, or the same rows: they then stand
 * one below the other, or side by side, in the order of the screen. Null when they have neither.
 */
export function combineRanges(
  ranges: readonly SelectedRange[],
  order: { rowIndex(row: Row): number; columns: readonly string[] },
): SelectedRange | null {
  const [first, ...others] = ranges;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  if (others.every(({ columns }) => isSame(columns, first.columns))) {
    const rows = [...new Set(ranges.flatMap((range) => range.rows))];
    return {
      rows: rows.sort((a, b) => order.rowIndex(a) - order.rowIndex(b)),
      columns: first.columns,
    };
  }
  if (others.every(({ rows }) => isSame(rows, first.rows))) {
    const columns = new Set(ranges.flatMap((range) => range.columns));
    return { rows: first.rows, columns: order.columns.filter((column) => columns.has(column)) };
  }
  return null;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
