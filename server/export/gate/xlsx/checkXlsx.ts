import type { Comparison } from '#shared/footing/Comparison.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { expectPlanSheet } from '../expectedPlan.ts';
import { inUnit, renameHeader } from '../inUnit.ts';
import { compareFormulas } from './compareFormulas.ts';
import { readWorkbook } from './readWorkbook.ts';
import { findRow, findTable, readGrid, readValues } from './sheetTables.ts';
import {
  expectActivities,
  expectExpenditures,
  expectFunds,
  expectGrand,
  listBlocks,
} from './workbookTables.ts';

/** A workbook by its XML: every row and sum, and every formula computed anew. */
export function checkXlsx(comparison: Comparison, model: ReportModel, bytes: Uint8Array): void {
  const { sheets } = readWorkbook(bytes);
  compareFormulas(comparison, sheets);

  const hasId = (cells: readonly unknown[]) => cells.includes('Код рядка');
  const isLine = (cells: readonly unknown[]) => typeof cells[0] === 'number';
  const held = readGrid(sheets, 'Заходи');
  compareTable(comparison, inUnit(expectActivities(model), model), findTable(held, hasId, isLine));
  const spent = readGrid(sheets, 'Видатки');
  const lines = findTable(spent, hasId, isLine);
  compareTable(comparison, inUnit(expectExpenditures(model), model), lines);
  compareTable(comparison, inUnit(expectGrand(model), model), findRow(spent, 'Усього', lines?.header ?? []));

  const summary = readGrid(sheets, 'Зведення');
  for (const { heading, ...expected } of listBlocks(model)) {
    const isBelow = (_: readonly unknown[], row: number) =>
      readValues(summary, row - 1)[0] === renameHeader(heading, model.meta.unit);
    compareTable(
      comparison,
      inUnit(expected, model),
      findTable(summary, isBelow, (cells) => cells.length > 1),
    );
  }
  const funds = findTable(
    readGrid(sheets, 'Джерела'),
    (cells) => cells[0] === '№ напряму',
    (cells) => cells.length > 1,
  );
  compareTable(comparison, inUnit(expectFunds(model), model), funds);
  if (model.plan === null) return;
  const plan = findTable(
    readGrid(sheets, 'План'),
    (cells) => cells[1] === '№ напряму',
    (cells) => cells.length > 1,
  );
  compareTable(comparison, inUnit(expectPlanSheet(model), model), plan);
}
