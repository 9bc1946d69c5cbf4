import ExcelJS from 'exceljs';
import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { WorkbookModel } from './xlsx/WorkbookModel.ts';
import { writeActivitySheet } from './xlsx/writeActivitySheet.ts';
import { writeExpenditureSheet } from './xlsx/writeExpenditureSheet.ts';
import { writeFindingSheet } from './xlsx/writeFindingSheet.ts';
import { writeFundSheet } from './xlsx/writeFundSheet.ts';
import { writeIndicatorSheet } from './xlsx/writeIndicatorSheet.ts';
import { writePlanSheet } from './xlsx/writePlanSheet.ts';
import { writeSummarySheet } from './xlsx/writeSummarySheet.ts';

/**
 * The report as a workbook: «Заходи», «Видатки», «Зведення», «Джерела», «План» (where there is one), «Показники» and «Зауваження»,
 * whose totals are formulas over the rows. Amounts are hryvnias with two decimals, or thousands with five. A hidden column holds each row's id.
 * Each sheet of a draft says that it is one, on the screen and on paper.
 */
export async function writeReportXlsx(
  report: ReportModel,
  { isDraft }: { isDraft: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const model: WorkbookModel = { ...report, meta: { ...report.meta, isDraft } };
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Звіт';
  workbook.title = model.meta.title;
  const activities = writeActivitySheet(workbook, model);
  const expenditures = writeExpenditureSheet(workbook, model);
  const corrections = model.organisations.find(({ id }) => id === correctionsOwner);
  const layouts = { activities, expenditures, correctionsPosition: corrections?.position ?? null };
  writeSummarySheet(workbook, model, layouts);
  writeFundSheet(workbook, model, layouts);
  writePlanSheet(workbook, model, layouts);
  writeIndicatorSheet(workbook, model, layouts);
  writeFindingSheet(workbook, model, layouts);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
