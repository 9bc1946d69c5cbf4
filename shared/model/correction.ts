import { z } from 'zod';
import { maxAmountMinor } from '../money/money.ts';
import { BudgetKey } from './budget.ts';
import { CorrectionId, DirectionId, IndicatorId, OrganisationId, UserId } from './ids.ts';
import { Fund } from './rows.ts';

/** More would be a second table of rows, which is what sheets are for. */
export const maxCorrections = 500;

/** Not of a cell: what is taken away stands below zero. In kopiykas. */
const SignedMinor = z.int().min(-maxAmountMinor).max(maxAmountMinor);
const maxQuantity = 1_000_000_000;

/** What is corrected: an indicator by a signed count of what it counts. */
const OfIndicator = z.object({
  of: z.literal('indicator'),
  indicatorId: IndicatorId,
  quantity: z
    .int()
    .min(-maxQuantity)
    .max(maxQuantity)
    .refine((quantity) => quantity !== 0),
});

/** Or money of a direction, under the names that an expenditure has; null for what it does not say. */
const OfMoney = z
  .object({
    of: z.literal('money'),
    fund: Fund.nullable(),
    kpkvk: BudgetKey.shape.kpkvk.nullable(),
    kekv: BudgetKey.shape.kekv.nullable(),
    plannedMinor: SignedMinor.nullable(),
    actualMinor: SignedMinor.nullable(),
  })
  .refine(({ plannedMinor, actualMinor }) => (plannedMinor ?? 0) !== 0 || (actualMinor ?? 0) !== 0);

/** What the coordinator says in a correction. */
export const CorrectionFields = z.object({
  directionId: DirectionId,
  subject: z.discriminatedUnion('of', [OfIndicator, OfMoney]),
  /** Why: it is printed wherever the rows are. */
  reason: z.string().trim().min(1).max(2_000),
  /** Those that it concerns, in the order of the report; none when it concerns no single one. */
  organisationIds: z.array(OrganisationId).max(50),
});
export type CorrectionFields = z.infer<typeof CorrectionFields>;

/**
 * An explicit change of totals that belongs to no organisation: two of them counted the same people, say.
 * Totals themselves are never edited.
 */
export const Correction = CorrectionFields.extend({
  id: CorrectionId,
  /** Whoever said it so last, and when. */
  madeBy: z.object({ id: UserId, name: z.string() }),
  madeAt: z.iso.datetime(),
});
export type Correction = z.infer<typeof Correction>;
