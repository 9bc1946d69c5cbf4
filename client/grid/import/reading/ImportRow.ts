import type { BlockCell } from '../../paste/Block.ts';
import type { ColumnReading } from './printCell.ts';

export type RowsRequest = {
  /** Rows after this one are data. */
  headerRow: number;
  columns: readonly { column: number; reading: ColumnReading }[];
  /** Gives the value of a cell merged over several rows to each of them. */
  fillsMerges: boolean;
};

/** What a row below the header is: data, a total of others, or the numbers of the columns. */
export type RowRole = 'data' | 'total' | 'column-numbers';

export type ImportRow = {
  /** As the spreadsheet numbers it, from 1. */
  number: number;
  role: RowRole;
  /** Of a total: its words, which may stand in a column that was not asked for. */
  label: string;
  isHidden: boolean;
  /** In the order of the columns asked for. */
  cells: BlockCell[];
  /** Cells that hold an error of the spreadsheet and no value: place among `cells`, which is empty there. */
  errors: { place: number; code: string }[];
};
