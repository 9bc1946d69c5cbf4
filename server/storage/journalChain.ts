import { createHash } from 'node:crypto';
import type { JournalEntry } from './Storage.ts';

/** What the hash before the first entry of a document is taken to be. */
const genesis = new Uint8Array(32);

/**
 * SHA-256 over: the hash before (32 bytes), then the document's name and the user's id as UTF-8 each
 * behind its length (u32), the sequence and the time (u64 big endian), and the update. Lengths are in
 * the hash so that no two different entries share the same bytes.
 */
export function computeEntryHash(
  entry: Omit<JournalEntry, 'hash'>,
  previousHash: Uint8Array | null,
): Uint8Array {
  const name = Buffer.from(entry.documentName, 'utf8');
  const user = Buffer.from(entry.userId ?? '', 'utf8');
  const header = Buffer.alloc(24);
  header.writeUInt32BE(name.length, 0);
  header.writeUInt32BE(user.length, 4);
  header.writeBigUInt64BE(BigInt(entry.sequence), 8);
  header.writeBigUInt64BE(BigInt(entry.time), 16);
  return createHash('sha256')
    .update(previousHash ?? genesis)
    .update(header)
    .update(name)
    .update(user)
    .update(entry.update)
    .digest();
}
