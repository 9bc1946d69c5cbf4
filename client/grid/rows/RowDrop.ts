import type { Row } from '#shared/model/rows.ts';

/** Rows that are drawn by their numbers, and the gap on the screen they are over. */
export type RowDrop = {
  rows: readonly Row[];
  /** Null: nothing, or the line of a group. */
  above: Row | null;
  below: Row | null;
};

/** What would come of a drop, told beside the pointer while one looks for the place. */
export type DropForecast = { text: string; isAllowed: boolean };
