import type { PlanModel } from '#shared/report/PlanModel.ts';
import { buildMoneyCell, buildPercentCell } from '../tables/Cell.ts';
import { buildPlanTable, planHeaders } from '../tables/planLines.ts';
import type { PrintedGrid } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

const widths = [58, 24, 24, 24, 24, 20];

/** The approved plan, line by line, with what its rows come to. */
export function buildPlanGrid(plan: PlanModel): PrintedGrid {
  const lines = buildPlanTable(plan);
  return {
    type: 'grid',
    columns: planHeaders.map((header, index) => ({
      header,
      width: widths[index] ?? 24,
      align: index === 0 ? 'left' : 'right',
    })),
    lineCount: lines.length,
    lines: () =>
      lines.map(({ title, role, sums }) => ({
        role,
        cells: [
          printCell({ type: 'text', text: title }),
          printCell(buildMoneyCell(sums.approvedMinor)),
          printCell(buildMoneyCell(sums.money.plannedMinor)),
          printCell(buildMoneyCell(sums.money.actualMinor)),
          printCell(buildMoneyCell(sums.leftMinor)),
          printCell(buildPercentCell(sums.percentTenths)),
        ],
      })),
  };
}
