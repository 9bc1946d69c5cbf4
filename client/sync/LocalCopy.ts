import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { UserId } from '#shared/model/ids.ts';
import { gatherUpdates } from './gatherUpdates.ts';

/** A document's copy in this browser: what was typed without a network outlives a reload. */
export type LocalCopy = {
  /** Resolves when the document holds what was kept; also when nothing can be kept here. */
  readonly whenLoaded: Promise<void>;
  /** Stops keeping; the copy stays. */
  close(): Promise<void>;
  /** Stops keeping and takes the copy away. */
  remove(): Promise<void>;
};

export type OpenLocalCopy = (documentName: string, doc: Y.Doc) => LocalCopy;

const prefix = 'zvit/';
const longestLoadMs = 5_000;

/** Copies in IndexedDB, apart for each person: another's unsent changes are never sent in one's own name. */
export function createLocalCopies(userId: UserId): OpenLocalCopy {
  return (documentName, doc) => {
    if (typeof indexedDB === 'undefined') return noCopy;
    const persistence = new IndexeddbPersistence(`${prefix}${userId}/${documentName}`, doc);
    // It would write each change on its own: a thousand of them a second leave the page no time.
    const store = persistence._storeUpdate;
    doc.off('update', store);
    const stopGathering = gatherUpdates(
      doc,
      (update) => store(update, null),
      (origin) => origin === persistence,
    );
    // A browser that refuses storage (private window, full disk) never answers; work goes on without.
    const gaveUp = new Promise<void>((resolve) => setTimeout(resolve, longestLoadMs));
    let closing: Promise<void> | null = null;
    const close = () => {
      if (closing === null) {
        stopGathering();
        closing = persistence.destroy().catch(() => undefined);
      }
      return closing;
    };
    return {
      whenLoaded: Promise.race([persistence.whenSynced.then(() => undefined), gaveUp]),
      close,
      async remove() {
        await close();
        await clearDocument(persistence.name).catch(() => undefined);
      },
    };
  };
}

/** Takes away the copies of everybody for whom `isGone` says so. */
export async function removeLocalCopies(isGone: (userId: string) => boolean): Promise<void> {
  if (typeof indexedDB === 'undefined' || indexedDB.databases === undefined) return;
  const databases = await indexedDB.databases().catch(() => []);
  for (const { name } of databases) {
    if (!name?.startsWith(prefix)) continue;
    const userId = name.slice(prefix.length).split('/')[0] ?? '';
    if (isGone(userId)) indexedDB.deleteDatabase(name);
  }
}

const noCopy: LocalCopy = {
  whenLoaded: Promise.resolve(),
  close: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
