import type { MoneyModel } from '#shared/report/ReportLine.ts';
import { buildMoneyCell, buildPercentCell } from '../tables/Cell.ts';
import { expenditureColumns } from '../tables/expenditureColumns.ts';
import type { PrintedColumn, PrintedGrid } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

const moneyColumns: readonly { column: PrintedColumn; print: (money: MoneyModel) => string }[] = [
  {
    column: { header: expenditureColumns.planned.header, width: 28, align: 'right' },
    print: ({ plannedMinor }) => printCell(buildMoneyCell(plannedMinor)),
  },
  {
    column: { header: expenditureColumns.actual.header, width: 28, align: 'right' },
    print: ({ actualMinor }) => printCell(buildMoneyCell(actualMinor)),
  },
  {
    column: { header: expenditureColumns.deviation.header, width: 28, align: 'right' },
    print: ({ deviationMinor }) => printCell(buildMoneyCell(deviationMinor)),
  },
  {
    column: { header: 'Виконання', width: 24, align: 'right' },
    print: ({ percentTenths }) => printCell(buildPercentCell(percentTenths)),
  },
];

export type SumLine = { title: string; money: MoneyModel; role: 'line' | 'subtotal' | 'total' };

/** Sums one under the other, each with plan, fact, deviation and share. */
export function buildSumGrid(header: string, lines: readonly SumLine[]): PrintedGrid {
  return {
    type: 'grid',
    columns: [{ header, width: 62, align: 'left' }, ...moneyColumns.map((own) => own.column)],
    lineCount: lines.length,
    lines: () =>
      lines.map(({ title, money, role }) => ({
        role,
        cells: [printCell({ type: 'text', text: title }), ...moneyColumns.map(({ print }) => print(money))],
      })),
  };
}
