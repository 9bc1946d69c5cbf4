import type ExcelJS from 'exceljs';
import { type ReportUnit, unitDecimals } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { PlanSums } from '#shared/report/PlanModel.ts';
import { buildCodeCell, buildMoneyCell, buildNumberCell, buildTextCell, emptyCell } from '../tables/Cell.ts';
import { noDirection } from '../tables/Column.ts';
import { outsidePlanTitle } from '../tables/planLines.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { columnSum, moneyFormula } from './formulaCells.ts';
import { SummaryWriter } from './SummaryWriter.ts';
import type { FormulaCell } from './setCell.ts';
import { setUpPage } from './setUpPage.ts';
import { sumWhere } from './summaryFormulas.ts';
import type { Layouts } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

const widths = [6, 10, 24, 22, 11, 8, 17, 17, 17, 17, 13];

/**
 * «План»: each line of the approved plan with what its rows come to, by formulas over «Видатки», where a
 * hidden column names the line of each row. Not there while the report has no plan.
 */
export function writePlanSheet(
  workbook: ExcelJS.Workbook,
  model: WorkbookModel,
  { expenditures: layout }: Layouts,
): void {
  if (model.plan === null) return;
  const { lines, outside, grand } = model.plan;
  const sheet = workbook.addWorksheet('План');
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  const writer = new SummaryWriter(
    sheet,
    writeTitle(sheet, model.meta, 'Виконання затвердженого плану'),
    model.meta.unit,
  );
  const headerRow = writer.nextRow;
  writer.header([
    '№',
    '№ напряму',
    'Виконавець',
    'Джерело фінансування',
    'КПКВК',
    'КЕКВ',
    'Затверджено, грн',
    'Заплановано, грн',
    'Фактично, грн',
    'Залишок, грн',
    'Виконання плану',
  ]);
  const firstRow = writer.nextRow;
  for (const line of lines) {
    writer.row([
      buildNumberCell(line.position),
      buildNumberCell(line.direction.number),
      buildTextCell(line.organisation.shortName),
      buildTextCell(choiceLabels.fund[line.fund]),
      buildCodeCell(line.kpkvk),
      buildCodeCell(line.kekv),
      buildMoneyCell(line.approvedMinor),
      ...writeSums(writer.nextRow, line),
    ]);
  }
  if (outside !== null) {
    writer.row([
      buildTextCell(noDirection),
      emptyCell,
      buildTextCell(outsidePlanTitle),
      emptyCell,
      emptyCell,
      emptyCell,
      buildMoneyCell(0n),
      ...writeSums(writer.nextRow, outside),
    ]);
  }
  const lastRow = writer.nextRow - 1;
  writer.row(
    [
      buildTextCell('Усього'),
      ...Array.from({ length: 5 }, () => emptyCell),
      moneyFormula(columnSum(7, firstRow, lastRow), grand.approvedMinor),
      moneyFormula(columnSum(8, firstRow, lastRow), grand.money.plannedMinor),
      moneyFormula(columnSum(9, firstRow, lastRow), grand.money.actualMinor),
      ...deriveCells(writer.nextRow, grand, writer.unit),
    ],
    { isTotal: true },
  );
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', ySplit: headerRow, showGridLines: false }];
  setUpPage(sheet, model.meta, headerRow);

  function writeSums(row: number, sums: PlanSums): FormulaCell[] {
    const criteria = [['planPosition', `$A${row}`]] as const;
    return [
      moneyFormula(sumWhere(layout, 'planned', criteria), sums.money.plannedMinor),
      moneyFormula(sumWhere(layout, 'actual', criteria), sums.money.actualMinor),
      ...deriveCells(row, sums, writer.unit),
    ];
  }
}

/** What is left of the plan, and how much of it was spent, from columns G and I of the row. */
function deriveCells(row: number, { leftMinor, percentTenths }: PlanSums, unit: ReportUnit): FormulaCell[] {
  return [
    moneyFormula(`ROUND(G${row}-I${row},${unitDecimals[unit]})`, leftMinor),
    {
      type: 'formula',
      formula: `IF(G${row}=0,"—",ROUND(I${row}/G${row},3))`,
      result: percentTenths === null ? '—' : percentTenths / 1_000,
      format: 'percent',
    },
  ];
}
