import type { StoredTransition } from '#server/storage/Storage.ts';
import type { SheetStanding } from '#shared/submission/submissionSteps.ts';

export type SheetSteps = SheetStanding & {
  last: StoredTransition | null;
  /** The last one, whatever came after it. */
  submission: StoredTransition | null;
  /** The one that stands. */
  acceptance: StoredTransition | null;
};

/** Where a sheet stands that holds what the hash says, out of all its steps, the oldest first. */
export function readSteps(transitions: readonly StoredTransition[], contentHash: string): SheetSteps {
  const last = transitions.at(-1) ?? null;
  const status = last?.to ?? 'draft';
  const acceptance = status === 'accepted' ? last : null;
  return {
    status,
    isChanged: acceptance !== null && acceptance.contentHash !== contentHash,
    last,
    submission: transitions.findLast(({ step }) => step === 'submit') ?? null,
    acceptance,
  };
}
