import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell, buildTextCell } from '../../tables/Cell.ts';
import { noDirection } from '../../tables/Column.ts';
import { indicatorCell } from '../indicatorCell.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import type { Layouts } from '../TableLayout.ts';

export function writeIndicatorBlock(writer: SummaryWriter, { totals }: ReportModel, layouts: Layouts): void {
  if (totals.indicators.length === 0) return;
  writer.heading('Показники');
  writer.header(['№', 'Показник', 'Значення', 'Обчислення', 'У звіті', '№ напряму']);
  for (const indicator of totals.indicators) {
    writer.row(
      [
        buildNumberCell(indicator.position),
        buildTextCell(indicator.title),
        indicatorCell(indicator, indicator.value, layouts, writer.nextRow),
        buildTextCell(choiceLabels.aggregation[indicator.aggregation]),
        buildTextCell(indicator.text),
        indicator.directionNumber === null
          ? buildTextCell(noDirection)
          : buildNumberCell(indicator.directionNumber),
      ],
      { indent: indicator.depth },
    );
  }
}
