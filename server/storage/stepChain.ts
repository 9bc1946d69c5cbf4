import { createHash } from 'node:crypto';
import type { StoredReportStep } from './FinalisingStore.ts';
import type { StoredTransition } from './Storage.ts';

/**
 * SHA-256, in hex, of a JSON array in UTF-8 without spaces: what kind it is, the hash of the step before (null
 * before the first that is bound), and every field of the step; of a sheet's step, last, the hash of the entry
 * that stands for it in the sheet's journal, in hex. By it the step is bound to all that was written before.
 */
export function computeTransitionHash(
  step: Omit<StoredTransition, 'hash'>,
  entryHash: Uint8Array,
  previousHash: string | null,
): string {
  return hash([
    'zvit-sheet-step-1',
    previousHash,
    step.reportId,
    step.organisationId,
    step.number,
    step.step,
    step.from,
    step.to,
    step.userId,
    step.time,
    step.note,
    step.contentHash,
    step.sequence,
    Buffer.from(entryHash).toString('hex'),
  ]);
}

/** The same of a report's step, last the SHA-256 of the manifest of the version that it made or left. */
export function computeReportStepHash(
  step: Omit<StoredReportStep, 'hash'>,
  manifestSha256: string,
  previousHash: string | null,
): string {
  return hash([
    'zvit-report-step-1',
    previousHash,
    step.reportId,
    step.number,
    step.step,
    step.version,
    step.userId,
    step.time,
    step.note,
    manifestSha256,
  ]);
}

function hash(fields: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest('hex');
}
