import type { MoneyModel } from '#shared/report/ReportLine.ts';
import { buildTextCell, type Cell, emptyCell } from '../../tables/Cell.ts';
import { columnSum, countFormula, derivedCells, moneyFormula } from '../formulaCells.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import { countActivities, countWhere, sumWhere } from '../summaryFormulas.ts';
import type { Layouts } from '../TableLayout.ts';

export type MoneyBlock = {
  heading: string;
  /** Header of the names. */
  header: string;
  /** The column of both tables that holds what the first cell of a line holds. */
  criterionKey: string;
  lines: readonly { criterion: Cell; title: string; money: MoneyModel; activityCount: number }[];
  grand: MoneyModel;
  activityCount: number;
};

/** A line per slice, each a formula over the rows of both tables, and the sum of the lines. */
export function writeMoneyBlock(writer: SummaryWriter, layouts: Layouts, block: MoneyBlock): void {
  const { grand } = block;
  writer.heading(block.heading);
  writer.header([
    '№',
    block.header,
    'Заплановано, грн',
    'Фактично, грн',
    'Відхилення, грн',
    'Виконання',
    'Рядків видатків',
    'Рядків заходів',
  ]);
  const firstRow = writer.nextRow;
  for (const { criterion, title, money, activityCount } of block.lines) {
    const row = writer.nextRow;
    const criteria = [[block.criterionKey, `$A${row}`]] as const;
    writer.row([
      criterion,
      buildTextCell(title),
      moneyFormula(sumWhere(layouts.expenditures, 'planned', criteria), money.plannedMinor),
      moneyFormula(sumWhere(layouts.expenditures, 'actual', criteria), money.actualMinor),
      ...derivedCells(row, money, writer.unit),
      countFormula(countWhere(layouts.expenditures, criteria), money.rowCount),
      countFormula(countActivities(layouts, criteria), activityCount),
    ]);
  }
  const lastRow = writer.nextRow - 1;
  writer.row(
    [
      emptyCell,
      buildTextCell('Усього'),
      moneyFormula(columnSum(3, firstRow, lastRow), grand.plannedMinor),
      moneyFormula(columnSum(4, firstRow, lastRow), grand.actualMinor),
      ...derivedCells(writer.nextRow, grand, writer.unit),
      countFormula(columnSum(7, firstRow, lastRow), grand.rowCount),
      countFormula(columnSum(8, firstRow, lastRow), block.activityCount),
    ],
    { isTotal: true },
  );
}
