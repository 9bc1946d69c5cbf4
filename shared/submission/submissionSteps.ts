import { z } from 'zod';
import type { SheetStatus } from '../model/structure.ts';

/** What moves a sheet from one state to the next: подати, відкликати, повернути, прийняти. */
export const SubmissionStep = z.enum(['submit', 'withdraw', 'return', 'accept']);
export type SubmissionStep = z.infer<typeof SubmissionStep>;

/** What the machine goes by. */
export type SheetStanding = {
  status: SheetStatus;
  /** Of an accepted sheet: its content is another than the accepted one. Means nothing in other states. */
  isChanged: boolean;
};

/**
 * Every step there is, with the states it may be taken from and the one it leads to. The database holds
 * the same table: `server/storage/migrations/createSubmissionTables.ts`.
 */
export const submissionSteps: Readonly<
  Record<SubmissionStep, { from: readonly SheetStatus[]; to: SheetStatus }>
> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { from: ['submitted'], to: 'draft' },
  return: { from: ['submitted', 'accepted'], to: 'returned' },
  accept: { from: ['submitted', 'accepted'], to: 'accepted' },
};

/** The state after a step; null when it cannot be taken now, whoever asks. Rules SUB-1 to SUB-4. */
export function tryTakeStep({ status, isChanged }: SheetStanding, step: SubmissionStep): SheetStatus | null {
  const { from, to } = submissionSteps[step];
  if (!from.includes(status)) return null;
  // Accepting again what is accepted would only say a second time what is said already.
  return status === to && !isChanged ? null : to;
}
