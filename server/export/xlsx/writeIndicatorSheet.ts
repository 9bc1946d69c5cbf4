import type ExcelJS from 'exceljs';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { buildNumberCell, buildTextCell, type Cell, emptyCell } from '../tables/Cell.ts';
import { noDirection } from '../tables/Column.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { indicatorCell } from './indicatorCell.ts';
import { type SummaryCell, SummaryWriter } from './SummaryWriter.ts';
import { setUpPage } from './setUpPage.ts';
import type { Layouts } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

/**
 * «Показники»: each indicator with its number as a formula over the rows, under it the organisations it
 * comes from, then its parts, each level an outline group.
 */
export function writeIndicatorSheet(
  workbook: ExcelJS.Workbook,
  model: WorkbookModel,
  layouts: Layouts,
): void {
  const sheet = workbook.addWorksheet('Показники');
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  for (const [index, width] of [10, 60, 10, 10, 17, 34, 22].entries()) {
    sheet.getColumn(index + 1).width = width;
  }
  const writer = new SummaryWriter(sheet, writeTitle(sheet, model.meta, 'Показники'), model.meta.unit);
  const headerRow = writer.nextRow;
  writer.header(['№', 'Показник, виконавець', '№ напряму', '№ викон.', 'Значення', 'У звіті', 'Обчислення']);

  const writeRow = (cells: readonly SummaryCell[], level: number, isTotal: boolean): void => {
    const row = writer.nextRow;
    writer.row(cells, { isTotal, indent: level });
    // The format has eight levels, of which the first is no group.
    if (level > 0) sheet.getRow(row).outlineLevel = Math.min(level, 7);
  };

  const positions = new Map(model.organisations.map(({ id, position }) => [id, position]));
  for (const indicator of model.totals.indicators) {
    const { position, title, directionNumber, depth, value, text, aggregation, byOrganisation } = indicator;
    const direction =
      directionNumber === null ? buildTextCell(noDirection) : buildNumberCell(directionNumber);
    const number = buildNumberCell(position);
    writeRow(
      [
        number,
        buildTextCell(title),
        direction,
        emptyCell,
        indicatorCell(indicator, value, layouts, writer.nextRow),
        buildTextCell(text),
        buildTextCell(choiceLabels.aggregation[aggregation]),
      ],
      depth,
      depth === 0,
    );
    for (const share of byOrganisation) {
      const place: Cell = buildNumberCell(positions.get(share.organisationId) ?? null);
      const cell = indicatorCell(indicator, share.value, layouts, writer.nextRow, '$D');
      writeRow(
        [number, buildTextCell(share.shortName), direction, place, cell, emptyCell, emptyCell],
        depth + 1,
        false,
      );
    }
  }
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: headerRow, showGridLines: false }];
  setUpPage(sheet, model.meta, headerRow);
}
