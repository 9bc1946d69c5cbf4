import type { Row } from '#shared/model/rows.ts';
import type { FillValue } from './continueSeries.ts';

/** What a cell is to hold, not yet judged: a value of the same column, or a text from another one. */
export type CellWish = {
  row: Row;
  column: string;
  content: { value: FillValue } | { text: string };
};
