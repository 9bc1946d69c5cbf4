import type { ColumnKind } from '#shared/model/extraField.ts';
import { numberScale } from '#shared/model/extraField.ts';
import type { AddedColumn } from '../tables/addedColumns.ts';
import type { ColumnTotal, SheetColumn } from './writeTableSheet.ts';

/** In characters. */
const widths: Record<ColumnKind, number> = { text: 28, number: 13, money: 17, date: 20, choice: 18 };

/** An added column with its width, and under money and numbers their sum. */
export function buildSheetColumn(column: AddedColumn): SheetColumn<Parameters<AddedColumn['cell']>[0]> {
  const { kind, sum } = column.model;
  if (sum === null) return { ...column, width: widths[kind] };
  const total: ColumnTotal =
    kind === 'money'
      ? { function: 'SUM', resultMinor: sum }
      : { function: 'SUM', result: Number(sum) / numberScale };
  return { ...column, width: widths[kind], total };
}
