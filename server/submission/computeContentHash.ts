import { createHash } from 'node:crypto';
import type { Row } from '#shared/model/rows.ts';
import { buildCanonicalSheet } from '#shared/submission/canonicalSheet.ts';

const hashes = new WeakMap<readonly Row[], string>();

/** What a sheet holds, as 64 hex digits: made once for an array of rows, which nobody changes. */
export function computeContentHash(rows: readonly Row[]): string {
  let hash = hashes.get(rows);
  if (hash === undefined) {
    hash = createHash('sha256').update(buildCanonicalSheet(rows), 'utf8').digest('hex');
    hashes.set(rows, hash);
  }
  return hash;
}
