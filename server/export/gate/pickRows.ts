import type { FoundTable } from './FoundTable.ts';

/** Part of a table's rows, each in its own place. */
export function pickRows(
  table: FoundTable,
  picks: (cells: FoundTable['rows'][number]) => boolean,
): FoundTable {
  const places = [...table.rows.keys()].filter((row) => picks(table.rows[row] ?? []));
  return {
    ...table,
    rows: places.map((row) => table.rows[row] ?? []),
    placeOf: (row, column) => table.placeOf(places[row] ?? row, column),
  };
}
