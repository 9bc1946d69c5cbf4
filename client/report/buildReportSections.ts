import { buildIndicatorTree, type IndicatorLine } from '#client/control/buildIndicatorTree.ts';
import type { Direction, ReportStructure } from '#shared/model/structure.ts';
import { type MoneySums, noMoney, type Totals } from '#shared/totals/Totals.ts';

/** What the report says about one direction. */
export type ReportSection = {
  direction: Direction;
  money: MoneySums;
  indicators: IndicatorLine[];
  activityCount: number;
};

/** By number. Made from totals alone, so that it costs the same over ten rows and ten thousand. */
export function buildReportSections(
  structure: Pick<ReportStructure, 'directions' | 'indicators' | 'organisations'>,
  totals: Totals,
): ReportSection[] {
  return buildIndicatorTree(structure, totals).map(({ direction, lines }) => ({
    direction,
    money: totals.byDirection.get(direction.id) ?? noMoney,
    indicators: lines,
    activityCount: totals.activityCounts.get(direction.id) ?? 0,
  }));
}
