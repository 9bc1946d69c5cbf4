import { setImmediate } from 'node:timers/promises';
import type * as Y from 'yjs';
import type { Snapshot, Storage } from '#server/storage/Storage.ts';
import { applyState, applyWhole } from '../updates/applyWhole.ts';

/** Entries that are read and applied in one go: others' changes wait no longer than that takes. */
const batchEntries = 500;

/**
 * A document as it stood after entry `sequence`: the newest whole state that is kept and no newer than
 * that, and the entries after it. `fill` is given one piece after the other and applies it to an empty
 * document. Rejects with UnreadableChange.
 */
export async function loadPastDocument(
  { journal, history }: Pick<Storage, 'journal' | 'history'>,
  documentName: string,
  sequence: number,
  fill: (apply: (document: Y.Doc) => void) => void,
): Promise<void> {
  const snapshot = await journal.findSnapshot(documentName);
  const checkpoint = await history.findCheckpoint(documentName, sequence);
  const start = newest(snapshot !== null && snapshot.sequence <= sequence ? snapshot : null, checkpoint);
  let last = 0;
  if (start !== null) {
    fill((document) => applyState(document, start.state));
    last = start.sequence;
  }
  while (last < sequence) {
    const entries = await journal.readAfter(documentName, last, Math.min(batchEntries, sequence - last));
    if (entries.length === 0) break;
    fill((document) =>
      document.transact(() => {
        for (const { update } of entries) applyWhole(document, update);
      }),
    );
    last += entries.length;
    await setImmediate();
  }
}

function newest(a: Snapshot | null, b: Snapshot | null): Snapshot | null {
  if (a === null || b === null) return a ?? b;
  return a.sequence > b.sequence ? a : b;
}
