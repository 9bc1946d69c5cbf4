import { printBudgetKey } from '../budget/budgetKey.ts';
import { describeBudgetKey } from '../budget/describeBudgetKey.ts';
import { orderBudget } from '../budget/orderBudget.ts';
import { AppError } from '../errors/AppError.ts';
import { type BudgetLine, maxBudgetLines } from '../model/budget.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { BudgetLineChange } from './StructureEdit.ts';

/**
 * The structure with all of the changes made to its approved plan; what one takes away another may put
 * in its place. AppError `structure.changed` when a line stands otherwise than its change says,
 * `structure.not-in-report` for a direction or an organisation that is not there, `budget.taken`,
 * `structure.too-many`.
 */
export function applyBudgetChanges(
  now: ReportStructure,
  changes: readonly BudgetLineChange[],
): ReportStructure {
  const lines = new Map<string, BudgetLine>(now.budget.map((line) => [printBudgetKey(line), line]));
  const added: BudgetLine[] = [];
  for (const { from, to } of changes) {
    if (from !== null) {
      const key = printBudgetKey(from);
      if (lines.get(key)?.amountMinor !== from.amountMinor) throw new AppError('structure.changed');
      lines.delete(key);
    }
    if (to !== null) added.push(to);
  }
  const directions = new Set<string>(now.directions.map(({ id }) => id));
  const organisations = new Map<string, string>(
    now.organisations.map(({ id, shortName }) => [id, shortName]),
  );
  for (const line of added) {
    const organisation = organisations.get(line.organisationId);
    if (organisation === undefined || !directions.has(line.directionId)) {
      throw new AppError('structure.not-in-report');
    }
    const key = printBudgetKey(line);
    if (lines.has(key)) {
      throw new AppError('budget.taken', { organisation, line: describeBudgetKey(now, line) });
    }
    lines.set(key, line);
  }
  if (lines.size > maxBudgetLines) throw new AppError('structure.too-many', { limit: maxBudgetLines });
  return { ...now, budget: orderBudget(now, [...lines.values()]) };
}
