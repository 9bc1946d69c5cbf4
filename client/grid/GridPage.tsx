import type { TableKind } from '#shared/model/rows.ts';

/** Placeholder until the page is written. */
export function GridPage({ table }: { table: TableKind }) {
  return <div>{table}</div>;
}
