import { z } from 'zod';
import { MoneyMinor } from '../money/money.ts';
import { DirectionId, OrganisationId } from './ids.ts';
import { Fund } from './rows.ts';

/** More would make the structure of a report too large to be sent whenever something of it changes. */
export const maxBudgetLines = 20_000;

/** What names a line of the approved plan; a report has one line of each. */
export const BudgetKey = z.object({
  directionId: DirectionId,
  organisationId: OrganisationId,
  fund: Fund,
  /** Programme classification of local budgets. */
  kpkvk: z.string().regex(/^\d{7}$/),
  /** Economic classification. */
  kekv: z.string().regex(/^\d{4}$/),
});
export type BudgetKey = z.infer<typeof BudgetKey>;

/** A line of the approved plan: what may be spent, in kopiykas. */
export const BudgetLine = BudgetKey.extend({ amountMinor: MoneyMinor });
export type BudgetLine = z.infer<typeof BudgetLine>;
