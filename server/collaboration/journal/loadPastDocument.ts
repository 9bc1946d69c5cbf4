import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { JournalStore } from '#server/storage/Storage.ts';
import { applyWhole } from '../updates/applyWhole.ts';

/** Entries that are read and applied in one go: others' changes wait no longer than that takes. */
const batchEntries = 500;

/**
 * A document as it stood after entry `sequence`: the snapshot, when it is no newer than that, and the
 * entries after it. `fill` is given one piece after the other and applies it to an empty document.
 */
export async function loadPastDocument(
  store: JournalStore,
  documentName: string,
  sequence: number,
  fill: (apply: (document: Y.Doc) => void) => void,
): Promise<void> {
  const snapshot = await store.findSnapshot(documentName);
  let last = 0;
  if (snapshot !== null && snapshot.sequence <= sequence) {
    fill((document) => Y.applyUpdate(document, snapshot.state));
    last = snapshot.sequence;
  }
  while (last < sequence) {
    const entries = await store.readAfter(documentName, last, Math.min(batchEntries, sequence - last));
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
