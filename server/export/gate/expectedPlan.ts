import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { PlanSums } from '#shared/report/PlanModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { type ExpectedCell, type ExpectedTable, money, percent, text } from './ExpectedTable.ts';

const name = 'Виконання затвердженого плану';

/** Of each line of the approved plan, of what is outside of them, and of all; nothing without a plan. */
export function expectPlan({ plan }: ReportModel): ExpectedTable {
  const rows: ExpectedCell[][] = [];
  if (plan !== null) {
    for (const line of plan.lines) {
      const { direction, organisation, fund, kpkvk, kekv } = line;
      const title = `${direction.number}. ${organisation.shortName}, ${choiceLabels.fund[fund]}, КПКВК ${kpkvk}, КЕКВ ${kekv}`;
      rows.push([text(title), ...expectPlanSums(line)]);
    }
    if (plan.outside !== null) rows.push([text('Поза планом'), ...expectPlanSums(plan.outside)]);
    rows.push([text('Усього'), ...expectPlanSums(plan.grand)]);
  }
  return { name, columns: [0, 1, 2, 3, 4, 5], rows };
}

/** The sheet of the workbook: the sums behind the columns that name the line. */
export function expectPlanSheet(model: ReportModel): ExpectedTable {
  return {
    name: '«План»',
    columns: ['Затверджено, грн', 'Заплановано, грн', 'Фактично, грн', 'Залишок, грн', 'Виконання плану'],
    rows: expectPlan(model).rows.map(([, ...sums]) => sums),
  };
}

function expectPlanSums({ approvedMinor, money: sums, leftMinor, percentTenths }: PlanSums): ExpectedCell[] {
  return [
    money(approvedMinor),
    money(sums.plannedMinor),
    money(sums.actualMinor),
    money(leftMinor),
    percent(percentTenths),
  ];
}
