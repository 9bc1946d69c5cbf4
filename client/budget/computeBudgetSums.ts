import type { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import type { DraftLine, ReadLine } from './budgetDraft.ts';

export type BudgetSums = {
  /** Kopiykas, as all of these. */
  grandMinor: bigint;
  byDirection: ReadonlyMap<DirectionId, bigint>;
  byOrganisation: ReadonlyMap<OrganisationId, bigint>;
};

/** What the lines come to as they stand on the page; one that cannot be read yet adds nothing. */
export function computeBudgetSums(lines: readonly DraftLine[], read: ReadLine): BudgetSums {
  let grandMinor = 0n;
  const byDirection = new Map<DirectionId, bigint>();
  const byOrganisation = new Map<OrganisationId, bigint>();
  for (const { texts, isRemoved } of lines) {
    const reading = isRemoved ? null : read(texts);
    if (reading === null || 'wrong' in reading) continue;
    const { directionId, organisationId, amountMinor } = reading.line;
    const amount = BigInt(amountMinor);
    grandMinor += amount;
    byDirection.set(directionId, (byDirection.get(directionId) ?? 0n) + amount);
    byOrganisation.set(organisationId, (byOrganisation.get(organisationId) ?? 0n) + amount);
  }
  return { grandMinor, byDirection, byOrganisation };
}
