import type { RowKey } from '#client/sync/RowStore.ts';
import type { FindOptions } from './findMatches.ts';

/** Cells one looks in: of each row, by its key, the columns. */
export type FindScope = ReadonlyMap<RowKey, ReadonlySet<string>>;

export type FindQuery = FindOptions & {
  text: string;
  /** Null: in every column that is shown. */
  column: string | null;
  /** Null: in every row. */
  scope: FindScope | null;
};
