import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { PlanModel } from '#shared/report/PlanModel.ts';
import { buildMoneyCell, buildPercentCell } from '../tables/Cell.ts';
import { buildPlanTable, listPlanHeaders } from '../tables/planLines.ts';
import type { PrintedGrid } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

const widths = [58, 24, 24, 24, 24, 20];

/** The approved plan, line by line, with what its rows come to. */
export function buildPlanGrid(plan: PlanModel, unit: ReportUnit): PrintedGrid {
  const lines = buildPlanTable(plan);
  return {
    type: 'grid',
    columns: listPlanHeaders(unit).map((header, index) => ({
      header,
      width: widths[index] ?? 24,
      align: index === 0 ? 'left' : 'right',
    })),
    lineCount: lines.length,
    lines: () =>
      lines.map(({ title, role, sums }) => ({
        role,
        cells: [
          printCell({ type: 'text', text: title }, unit),
          printCell(buildMoneyCell(sums.approvedMinor), unit),
          printCell(buildMoneyCell(sums.money.plannedMinor), unit),
          printCell(buildMoneyCell(sums.money.actualMinor), unit),
          printCell(buildMoneyCell(sums.leftMinor), unit),
          printCell(buildPercentCell(sums.percentTenths), unit),
        ],
      })),
  };
}
