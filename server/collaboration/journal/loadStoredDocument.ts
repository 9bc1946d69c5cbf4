import type { JournalStore } from '#server/storage/Storage.ts';

export type StoredDocument = {
  /** In order; to be applied in one transaction. Empty for a document nobody has written to. */
  updates: Uint8Array[];
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
    updates: snapshot ? [snapshot.state, ...tailUpdates] : tailUpdates,
    sequence: tail.at(-1)?.sequence ?? snapshot?.sequence ?? 0,
    snapshotSequence: snapshot?.sequence ?? 0,
    snapshotBytes: snapshot?.state.byteLength ?? 0,
    tailBytes: tailUpdates.reduce((bytes, update) => bytes + update.byteLength, 0),
    tailEntries: tail.length,
  };
}
