import { setImmediate } from 'node:timers/promises';
import { AppError } from '#shared/errors/AppError.ts';
import { computeEntryHash } from './journalChain.ts';
import type { JournalEntry, JournalHead, JournalStore, Storage } from './Storage.ts';

/** `sequence` is the entry to look at, or the one that should be there. */
export type JournalFinding = {
  documentName: string;
  sequence: number;
  problem: 'missing' | 'changed' | 'unreadable' | 'snapshot-ahead' | 'snapshot-damaged';
};

export type JournalVerification = { documents: number; entries: number; problems: JournalFinding[] };

const entriesAtOnce = 1_000;

/**
 * Recomputes every hash of every document from what is stored (JRN-26). Beside a running server it
 * sees each document as it stood at some moment. The newest entries of a document, cut off together
 * with their snapshot, leave a chain that is whole: compare with an older copy to see that.
 */
export async function verifyJournal(storage: Pick<Storage, 'journal'>): Promise<JournalVerification> {
  return verifyDocuments(storage.journal, await storage.journal.listDocuments());
}

/**
 * The same of some documents: in pieces, between which others are served. Rejects with the reason of
 * `signal` when that is aborted.
 */
export async function verifyDocuments(
  journal: JournalStore,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<JournalVerification> {
  const result: JournalVerification = { documents: names.length, entries: 0, problems: [] };
  for (const name of names) await verifyDocument(journal, name, result, signal);
  return result;
}

async function verifyDocument(
  journal: JournalStore,
  name: string,
  result: JournalVerification,
  signal: AbortSignal | undefined,
): Promise<void> {
  const report = (sequence: number, problem: JournalFinding['problem']) => {
    result.problems.push({ documentName: name, sequence, problem });
  };
  let head: JournalHead | null = null;
  try {
    // Before the entries, so that a snapshot taken meanwhile is not taken for one that is ahead of them.
    const snapshot = await journal.inspectSnapshot(name);
    // From below the first: an entry moved under zero must not slip out of sight.
    let page = await journal.readAfter(name, Number.MIN_SAFE_INTEGER, entriesAtOnce);
    while (page.length > 0) {
      for (const entry of page) {
        result.entries += 1;
        const expected: number = (head?.sequence ?? 0) + 1;
        // Damage may leave no number there, or numbers out of order, with which reading on has no end.
        const isInOrder = Number.isSafeInteger(entry.sequence) && (!head || entry.sequence > head.sequence);
        if (!isInOrder) return report(expected, 'unreadable');
        if (entry.sequence !== expected) report(expected, 'missing');
        else if (!isHashOf(entry, head)) report(entry.sequence, 'changed');
        head = entry;
      }
      await setImmediate();
      signal?.throwIfAborted();
      page = await journal.readAfter(name, head?.sequence ?? 0, entriesAtOnce);
    }
    if (snapshot && snapshot.sequence > (head?.sequence ?? 0)) report(snapshot.sequence, 'snapshot-ahead');
    if (snapshot && !snapshot.isIntact) report(snapshot.sequence, 'snapshot-damaged');
  } catch (error) {
    if (!isDamage(error)) throw error;
    report((head?.sequence ?? 0) + 1, 'unreadable');
  }
}

function isHashOf(entry: JournalEntry, previous: JournalHead | null): boolean {
  try {
    return Buffer.compare(computeEntryHash(entry, previous?.hash ?? null), entry.hash) === 0;
  } catch {
    // A damaged time, for one, may be no whole number any more.
    return false;
  }
}

/** The file itself cannot be read at this place. */
function isDamage(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'XX001' || code === 'XX002';
}
