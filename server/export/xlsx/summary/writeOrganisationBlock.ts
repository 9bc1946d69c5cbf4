import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell } from '../../tables/Cell.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import type { Layouts } from '../TableLayout.ts';
import { writeMoneyBlock } from './writeMoneyBlock.ts';

export function writeOrganisationBlock(writer: SummaryWriter, model: ReportModel, layouts: Layouts): void {
  const { grand, byOrganisation, activityCount } = model.totals;
  const activityCounts = new Map<string, number>();
  for (const { organisation } of model.activities) {
    activityCounts.set(organisation.id, (activityCounts.get(organisation.id) ?? 0) + 1);
  }
  writeMoneyBlock(writer, layouts, {
    heading: 'За виконавцями',
    header: 'Виконавець',
    criterionKey: 'organisationPosition',
    lines: byOrganisation.map(({ organisation, money }) => ({
      criterion: buildNumberCell(organisation.position),
      title: organisation.name,
      money,
      activityCount: organisation.id === correctionsOwner ? 0 : (activityCounts.get(organisation.id) ?? 0),
    })),
    grand,
    activityCount,
  });
}
