import { computeEntryHash } from '#server/storage/journalChain.ts';
import type { JournalEntry, JournalHead } from '#server/storage/Storage.ts';
import { UserId } from '#shared/model/ids.ts';

/** Entries that continue a chain; each has its own bytes, of the length given. */
export function buildJournalEntries(
  documentName: string,
  count: number,
  previous: JournalHead | null = null,
  bytes = 40,
): JournalEntry[] {
  const entries: JournalEntry[] = [];
  let head = previous;
  for (let index = 0; index < count; index += 1) {
    const sequence: number = (head?.sequence ?? 0) + 1;
    const entry = {
      documentName,
      sequence,
      // Every third is the server's own.
      userId: sequence % 3 === 0 ? null : UserId.parse(`writer-${sequence % 5}`),
      time: 1_606_000_000_000 + sequence,
      update: Uint8Array.from({ length: bytes }, (_, at) => (sequence * 31 + at * 7) % 256),
    };
    const hash = new Uint8Array(computeEntryHash(entry, head?.hash ?? null));
    entries.push({ ...entry, hash });
    head = { sequence, hash };
  }
  return entries;
}
