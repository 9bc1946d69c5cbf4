import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { FieldSpec } from '../fields.ts';
import type { WriteContext } from './CellCheck.ts';

/** What a plan has to know of the report and the person. */
export type PlanContext = WriteContext & {
  /** What a cell shows, so that what is there already is left alone. */
  printCell(row: Row, spec: FieldSpec): string;
  /** All rows of the table, to tell what is usual in a column. */
  rows: Iterable<Row>;
  /** Columns that the block's own header says to be in thousands of hryvnias. */
  thousands: ReadonlySet<Field>;
};
