import * as Y from 'yjs';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { UserId } from '#shared/model/ids.ts';

/** Writes a document's journal with times of one's own choosing, as if people had worked then. */
export class JournalScribe {
  readonly doc = new Y.Doc();
  readonly #storage: Storage;
  readonly #documentName: string;

  constructor(storage: Storage, documentName: string) {
    this.#storage = storage;
    this.#documentName = documentName;
  }

  /** One change of the document, accepted at `time`. */
  async write(time: number, userId: UserId | null, change: (doc: Y.Doc) => void): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    const deletions = Y.snapshot(this.doc);
    change(this.doc);
    if (Y.equalSnapshots(deletions, Y.snapshot(this.doc))) throw new Error('the change changes nothing');
    await this.append(time, userId, Y.encodeStateAsUpdate(this.doc, before));
  }

  /** Bytes as they are, readable or not. */
  async append(time: number, userId: UserId | null, update: Uint8Array): Promise<void> {
    const head = await this.#storage.journal.findHead(this.#documentName);
    const entry = {
      documentName: this.#documentName,
      sequence: (head?.sequence ?? 0) + 1,
      userId,
      time,
      update,
    };
    const hash = computeEntryHash(entry, head?.hash ?? null);
    await this.#storage.journal.append([{ ...entry, hash }], []);
  }

  /** A snapshot of the document as it is. */
  async takeSnapshot(): Promise<void> {
    const { sequence = 0 } = (await this.#storage.journal.findHead(this.#documentName)) ?? {};
    const state = Y.encodeStateAsUpdate(this.doc);
    await this.#storage.journal.saveSnapshot({ documentName: this.#documentName, sequence, state });
  }
}
