import { createHash } from 'node:crypto';

/** SHA-256 of a snapshot's state: one that does not match is left aside, and the journal is read instead. */
export function computeStateChecksum(state: Uint8Array): Buffer {
  return createHash('sha256').update(state).digest();
}
