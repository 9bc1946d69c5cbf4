import * as Y from 'yjs';
import type { OpenLocalCopy } from '#client/sync/LocalCopy.ts';
import type { KeyValueStore } from '#client/sync/PendingLedger.ts';
import { createMemoryStorage } from '#tests/support/createMemoryStorage.ts';

/** What a browser keeps over a reload: the copy of the document, and how many changes were not confirmed. */
export class BrowserProfile {
  readonly storage: KeyValueStore = createMemoryStorage();
  /** Yjs client ids this browser has written under. */
  readonly clientIds = new Set<number>();
  readonly #kept: Uint8Array[] = [];
  #unkept: Uint8Array[] = [];

  readonly openLocalCopy: OpenLocalCopy = (_name, doc) => {
    const profile = this;
    const origin = {};
    const note = (update: Uint8Array, from: unknown) => {
      if (from !== origin) this.#unkept.push(update);
    };
    doc.on('update', note);
    return {
      whenLoaded: Promise.resolve().then(() => {
        for (const update of this.#kept) Y.applyUpdate(doc, update, origin);
      }),
      async close() {
        doc.off('update', note);
      },
      async remove() {
        doc.off('update', note);
        profile.#kept.length = 0;
        profile.#unkept = [];
      },
    };
  };

  /** IndexedDB writes a moment after the edit. */
  flush(): void {
    this.#kept.push(...this.#unkept);
    this.#unkept = [];
  }

  /** The tab dies: what was not written yet is gone, from the `survivors`-th change on. */
  lose(survivors: number): void {
    this.#kept.push(...this.#unkept.slice(0, survivors));
    this.#unkept = [];
  }
}
