import type { BudgetKey } from '../model/budget.ts';
import { Fund } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';

/** By direction, organisation, fund and codes, as the report has them. */
export function orderBudget<Line extends BudgetKey>(
  { directions, organisations }: Pick<ReportStructure, 'directions' | 'organisations'>,
  lines: readonly Line[],
): Line[] {
  const places = new Map<string, number>([
    ...directions.map(({ id }, index) => [`d ${id}`, index] as const),
    ...organisations.map(({ id }, index) => [`o ${id}`, index] as const),
  ]);
  const funds = Fund.options;
  const placeOf = (key: string) => places.get(key) ?? places.size;
  return lines.toSorted(
    (a, b) =>
      placeOf(`d ${a.directionId}`) - placeOf(`d ${b.directionId}`) ||
      placeOf(`o ${a.organisationId}`) - placeOf(`o ${b.organisationId}`) ||
      funds.indexOf(a.fund) - funds.indexOf(b.fund) ||
      compareTexts(a.kpkvk, b.kpkvk) ||
      compareTexts(a.kekv, b.kekv),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
