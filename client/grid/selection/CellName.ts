import type { RowKey } from '#client/sync/RowStore.ts';

/** A cell by what it is: it stays the same when rows come, go, are sorted or filtered. */
export type CellName = { key: RowKey; column: string };
