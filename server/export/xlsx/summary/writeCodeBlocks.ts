import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildCodeCell, type Cell, emptyCell } from '../../tables/Cell.ts';
import { countFormula, derivedCells, moneyFormula } from '../formulaCells.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import { countWhereExactly, sumWhereExactly } from '../summaryFormulas.ts';
import type { Layouts } from '../TableLayout.ts';

/** By fund, КПКВК and КЕКВ. Without a sum under them: rows that have no code are in none of the lines. */
export function writeCodeBlocks(writer: SummaryWriter, { totals }: ReportModel, layouts: Layouts): void {
  const funds = totals.byFund.map(({ fund, money }) => ({
    cell: buildCodeCell(choiceLabels.fund[fund]),
    money,
  }));
  writeBlock(
    writer,
    layouts,
    { key: 'fund', heading: 'За джерелами фінансування', header: 'Джерело' },
    funds,
  );
  const kpkvk = totals.byKpkvk.map(({ code, money }) => ({ cell: buildCodeCell(code), money }));
  writeBlock(writer, layouts, { key: 'kpkvk', heading: 'За КПКВК', header: 'КПКВК' }, kpkvk);
  const kekv = totals.byKekv.map(({ code, money }) => ({ cell: buildCodeCell(code), money }));
  writeBlock(writer, layouts, { key: 'kekv', heading: 'За КЕКВ', header: 'КЕКВ' }, kekv);
}

function writeBlock(
  writer: SummaryWriter,
  { expenditures }: Layouts,
  { key, heading, header }: { key: string; heading: string; header: string },
  lines: readonly { cell: Cell; money: MoneyModel }[],
): void {
  if (lines.length === 0) return;
  writer.heading(heading);
  writer.header([
    '',
    header,
    'Заплановано, грн',
    'Фактично, грн',
    'Відхилення, грн',
    'Виконання',
    'Рядків видатків',
  ]);
  for (const { cell, money } of lines) {
    const row = writer.nextRow;
    const code = `$B${row}`;
    writer.row([
      emptyCell,
      cell,
      moneyFormula(sumWhereExactly(expenditures, 'planned', key, code), money.plannedMinor),
      moneyFormula(sumWhereExactly(expenditures, 'actual', key, code), money.actualMinor),
      ...derivedCells(row, money, writer.unit),
      countFormula(countWhereExactly(expenditures, key, code), money.rowCount),
    ]);
  }
}
