import type { TableKind } from '#shared/model/rows.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ColumnModel, ReportModel } from '#shared/report/ReportModel.ts';
import { buildMoneyCell, buildNumberCell, buildPeriodCell, buildTextCell, type Cell } from './Cell.ts';
import { type Column, readField } from './Column.ts';

type AnyLine = ActivityLine | ExpenditureLine;

/** A column that was added to a table of this report, as every format writes it. */
export type AddedColumn = Column<AnyLine> & { model: ColumnModel };

/** Those of one table, in their order. Its key is its field, and money says its unit, as everywhere. */
export function buildAddedColumns(
  { columns }: Pick<ReportModel, 'columns'>,
  table: TableKind,
): AddedColumn[] {
  return columns
    .filter((model) => model.table === table)
    .map((model) => ({
      model,
      key: model.field,
      header: printHeader(model),
      isMoney: model.kind === 'money',
      cell: ({ values, unreadable }) =>
        readField(unreadable, model.field, () => buildCell(model, values[model.field] ?? null)),
    }));
}

function printHeader({ title, kind }: ColumnModel): string {
  return kind === 'money' && !/грн/iu.test(title) ? `${title}, грн` : title;
}

function buildCell({ kind }: ColumnModel, value: string | number | null): Cell {
  if (typeof value === 'number') return kind === 'money' ? buildMoneyCell(value) : buildNumberCell(value);
  // What may be chosen was written by people: it is a text like any other, and no code of the product's.
  return kind === 'date' ? buildPeriodCell(value) : buildTextCell(value);
}
