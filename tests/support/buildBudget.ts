import fc from 'fast-check';
import { printBudgetKey } from '#shared/budget/budgetKey.ts';
import { orderBudget } from '#shared/budget/orderBudget.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { Fund, type Row } from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildReportStructure } from './buildReportStructure.ts';

/** A line of d1, o1, the general fund, 0210180 and 2240, save what is given. */
export function buildBudgetLine(
  amountMinor: number,
  { direction = 'd1', organisation = 'o1', ...rest }: Partial<BudgetLine> & Record<string, unknown> = {},
): BudgetLine {
  return {
    directionId: DirectionId.parse(direction),
    organisationId: OrganisationId.parse(organisation),
    fund: 'general',
    kpkvk: '0210180',
    kekv: '2240',
    amountMinor,
    ...rest,
  };
}

const line: fc.Arbitrary<BudgetLine> = fc.record({
  directionId: fc.constantFrom(...['d1', 'd2', 'd3'].map((id) => DirectionId.parse(id))),
  organisationId: fc.constantFrom(...['o1', 'o2', 'o3'].map((id) => OrganisationId.parse(id))),
  fund: fc.constantFrom(...Fund.options),
  kpkvk: fc.constantFrom('0210180', '1013242'),
  kekv: fc.constantFrom('2240', '2282'),
  amountMinor: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: maxAmountMinor })),
});

/** A plan over the structure of `buildReportStructure`, in its order; rows of `rowArbitraries` meet some of its lines. */
export const anyBudget: fc.Arbitrary<BudgetLine[]> = fc
  .uniqueArray(line, { maxLength: 12, selector: printBudgetKey })
  .map((lines) => orderBudget(buildReportStructure(), lines));

/** The rows, every other expenditure of an organisation under a line of its own where the plan has one. */
export function meetBudget(rows: readonly Row[], budget: readonly BudgetLine[]): Row[] {
  return rows.map((row, index) => {
    const own = budget.filter(({ organisationId }) => organisationId === row.organisationId);
    const line = own[index % Math.max(own.length, 1)];
    if (row.kind !== 'expenditure' || line === undefined || index % 2 === 1) return row;
    const { directionId, fund, kpkvk, kekv } = line;
    return { ...row, values: { ...row.values, directionId, fund, kpkvk: ` ${kpkvk}`, kekv } };
  });
}
