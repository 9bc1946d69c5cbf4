import type { RowKey } from '#client/sync/RowStore.ts';

/** Which rows and columns stand where on the screen at this moment, scrolled away or not. */
export type Layout = {
  rowCount(): number;
  /** Null past the ends, and where no row of the report stands. */
  keyAt(index: number): RowKey | null;
  /** Null for a row that is not shown. */
  indexOf(key: RowKey): number | null;
  /** Those that can be selected, from the left; the row's number is none of them. */
  columns(): readonly string[];
};
