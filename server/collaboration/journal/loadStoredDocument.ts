import type * as Y from 'yjs';
import type { JournalStore } from '#server/storage/Storage.ts';
import { applyState, applyWhole } from '../updates/applyWhole.ts';

export type StoredDocument = {
  /** The whole document as it was at some entry, what was waiting then included; null before the first snapshot. */
  snapshot: Uint8Array | null;
  /** The changes after it, in order. */
  tail: Uint8Array[];
  /** The last entry among them, 0 when there is none. */
  sequence: number;
  snapshotSequence: number;
  snapshotBytes: number;
  tailBytes: number;
  tailEntries: number;
};

/** A document as the journal has it: the newest snapshot and every entry after it. */
export async function loadStoredDocument(store: JournalStore, documentName: string): Promise<StoredDocument> {
  const snapshot = await store.findSnapshot(documentName);
  const tail = await store.readAfter(documentName, snapshot?.sequence ?? 0);
  const tailUpdates = tail.map(({ update }) => update);
  return {
    snapshot: snapshot?.state ?? null,
    tail: tailUpdates,
    sequence: tail.at(-1)?.sequence ?? snapshot?.sequence ?? 0,
    snapshotSequence: snapshot?.sequence ?? 0,
    snapshotBytes: snapshot?.state.byteLength ?? 0,
    tailBytes: tailUpdates.reduce((bytes, update) => bytes + update.byteLength, 0),
    tailEntries: tail.length,
  };
}

/** Fills an empty document, in one transaction. Throws UnreadableChange. */
export function applyStored(document: Y.Doc, { snapshot, tail }: StoredDocument, origin?: unknown): void {
  document.transact(() => {
    if (snapshot) applyState(document, snapshot);
    for (const update of tail) applyWhole(document, update);
  }, origin);
}
