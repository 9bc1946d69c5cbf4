import { type ExtraColumn, extraFieldOf } from '../model/columns.ts';
import { isSummedField, toSummand } from '../model/extraField.ts';
import type { Row } from '../model/rows.ts';
import type { ColumnModel } from './ReportModel.ts';

/** The columns that were added to both tables, with what adds up in them. Rows are those of the report. */
export function buildColumnModels(columns: readonly ExtraColumn[], rows: readonly Row[]): ColumnModel[] {
  return columns.map((column) => {
    const { id, table, title, kind, options, isRequired } = column;
    const field = extraFieldOf(column);
    const isSummed = isSummedField(field);
    let sum = 0n;
    for (const row of isSummed ? rows : []) {
      const value = row.kind === table ? row.values[field] : null;
      if (typeof value === 'number') sum += toSummand(field, value);
    }
    return { id, field, table, title, kind, options, isRequired, sum: isSummed ? sum : null };
  });
}
