import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import { buildMoneyCell, buildPercentCell } from '../tables/Cell.ts';
import { expenditureColumns } from '../tables/expenditureColumns.ts';
import type { PrintedColumn, PrintedGrid } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

const moneyColumns: readonly {
  column: PrintedColumn;
  print: (money: MoneyModel, unit: ReportUnit) => string;
}[] = [
  {
    column: { header: expenditureColumns.planned.header, width: 28, align: 'right' },
    print: ({ plannedMinor }, unit) => printCell(buildMoneyCell(plannedMinor), unit),
  },
  {
    column: { header: expenditureColumns.actual.header, width: 28, align: 'right' },
    print: ({ actualMinor }, unit) => printCell(buildMoneyCell(actualMinor), unit),
  },
  {
    column: { header: expenditureColumns.deviation.header, width: 28, align: 'right' },
    print: ({ deviationMinor }, unit) => printCell(buildMoneyCell(deviationMinor), unit),
  },
  {
    column: { header: 'Виконання', width: 24, align: 'right' },
    print: ({ percentTenths }, unit) => printCell(buildPercentCell(percentTenths), unit),
  },
];

export type SumLine = { title: string; money: MoneyModel; role: 'line' | 'subtotal' | 'total' };

/** Sums one under the other, each with plan, fact, deviation and share. */
export function buildSumGrid(header: string, lines: readonly SumLine[], unit: ReportUnit): PrintedGrid {
  return {
    type: 'grid',
    columns: [
      { header, width: 62, align: 'left' },
      ...moneyColumns.map((own) => ({ ...own.column, header: nameUnit(own.column.header, unit) })),
    ],
    lineCount: lines.length,
    lines: () =>
      lines.map(({ title, money, role }) => ({
        role,
        cells: [
          printCell({ type: 'text', text: title }, unit),
          ...moneyColumns.map(({ print }) => print(money, unit)),
        ],
      })),
  };
}
