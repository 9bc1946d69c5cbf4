import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { IndicatorModel, ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell, buildTextCell } from '../../tables/Cell.ts';
import { noDirection } from '../../tables/Column.ts';
import { countFormula } from '../formulaCells.ts';
import type { SummaryCell, SummaryWriter } from '../SummaryWriter.ts';
import { countIndicator, sumIndicator } from '../summaryFormulas.ts';
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
        buildValueCell(indicator, `$A${writer.nextRow}`, layouts),
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

/** A latest value and a number of different ones have no plain formula, so they stand as numbers. */
function buildValueCell(
  { aggregation, value }: IndicatorModel,
  cell: string,
  { activities }: Layouts,
): SummaryCell {
  switch (aggregation) {
    case 'sum':
      return countFormula(sumIndicator(activities, cell), value);
    case 'count':
      return countFormula(countIndicator(activities, cell), value);
    case 'latest':
    case 'distinct':
      return buildNumberCell(value);
  }
}
