import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell, buildTextCell } from '../../tables/Cell.ts';
import { noDirection } from '../../tables/Column.ts';
import { withoutDirectionTitle } from '../../tables/totalLines.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import type { Layouts } from '../TableLayout.ts';
import { type MoneyBlock, writeMoneyBlock } from './writeMoneyBlock.ts';

export function writeDirectionBlock(writer: SummaryWriter, model: ReportModel, layouts: Layouts): void {
  const { grand, withoutDirection, activityCount } = model.totals;
  const lines: MoneyBlock['lines'][number][] = model.directions.map((direction) => ({
    criterion: buildNumberCell(direction.number),
    title: direction.title,
    money: direction.money,
    activityCount: direction.activityCount,
  }));
  const strayActivities = model.activities.filter(({ direction }) => direction === null).length;
  if (withoutDirection || strayActivities > 0) {
    lines.push({
      criterion: buildTextCell(noDirection),
      title: withoutDirectionTitle,
      money: withoutDirection ?? nothing,
      activityCount: strayActivities,
    });
  }
  writeMoneyBlock(writer, layouts, {
    heading: 'За напрямами',
    header: 'Напрям',
    criterionKey: 'directionNumber',
    lines,
    grand,
    activityCount,
  });
}

const nothing: MoneyModel = {
  plannedMinor: 0n,
  actualMinor: 0n,
  deviationMinor: 0n,
  percentTenths: null,
  rowCount: 0,
};
