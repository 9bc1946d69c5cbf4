import type ExcelJS from 'exceljs';
import { formatSignature } from '../printed/signatureLine.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { SummaryWriter } from './SummaryWriter.ts';
import { setUpPage } from './setUpPage.ts';
import { writeCodeBlocks } from './summary/writeCodeBlocks.ts';
import { writeDirectionBlock } from './summary/writeDirectionBlock.ts';
import { writeIndicatorBlock } from './summary/writeIndicatorBlock.ts';
import { writeMatrixBlock } from './summary/writeMatrixBlock.ts';
import { writeOrganisationBlock } from './summary/writeOrganisationBlock.ts';
import type { Layouts } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

/** «Зведення»: every total as a formula over the rows of the other two sheets, with the result it has now. */
export function writeSummarySheet(workbook: ExcelJS.Workbook, model: WorkbookModel, layouts: Layouts): void {
  const sheet = workbook.addWorksheet('Зведення');
  sheet.getColumn(1).width = 10;
  sheet.getColumn(2).width = 60;
  for (let column = 3; column <= Math.max(8, model.directions.length + 4); column += 1) {
    sheet.getColumn(column).width = 17;
  }
  const writer = new SummaryWriter(
    sheet,
    writeTitle(sheet, model.meta, 'Зведення', { withDecision: true }),
    model.meta.unit,
  );
  writeDirectionBlock(writer, model, layouts);
  writeOrganisationBlock(writer, model, layouts);
  writeMatrixBlock(writer, model, layouts);
  writeCodeBlocks(writer, model, layouts);
  writeIndicatorBlock(writer, model, layouts);
  const signature = formatSignature(model.meta);
  if (signature !== null) writer.signature(signature);
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 1, showGridLines: false }];
  setUpPage(sheet, model.meta, null);
}
