import type { UserId } from '#shared/model/ids.ts';

/** The part of `localStorage` that is needed. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'zvit.pending/';

/**
 * How many of a person's changes the server has not confirmed yet, kept per document and browser
 * tab so that the number is still told after a reload without a network. A tab that closes leaves
 * its number behind; the next tab that has the document in sync strikes it out.
 */
export class PendingLedger {
  readonly #store: KeyValueStore;
  readonly #userId: UserId;
  readonly #tabId: string;

  constructor(store: KeyValueStore, userId: UserId, tabId: string) {
    this.#store = store;
    this.#userId = userId;
    this.#tabId = tabId;
  }

  write(documentName: string, count: number): void {
    const key = `${prefix}${this.#userId}/${documentName}/${this.#tabId}`;
    try {
      if (count > 0) this.#store.setItem(key, String(count));
      else this.#store.removeItem(key);
    } catch {
      // A full or forbidden store loses the number over a reload, not the changes.
    }
  }

  /** What earlier tabs left for this document. The keys are for {@link strikeOut}, once all is sent. */
  readLeft(documentName: string): { count: number; keys: string[] } {
    const own = `${prefix}${this.#userId}/${documentName}/${this.#tabId}`;
    const left = readEntries(this.#store, `${prefix}${this.#userId}/${documentName}/`).filter(
      ({ key }) => key !== own,
    );
    return { count: sum(left), keys: left.map(({ key }) => key) };
  }

  strikeOut(keys: readonly string[]): void {
    for (const key of keys) remove(this.#store, key);
  }
}

/** All unsent changes of a person in this browser, of every report. */
export function countPending(store: KeyValueStore, userId: UserId): number {
  return sum(readEntries(store, `${prefix}${userId}/`));
}

/** People who have unsent changes in this browser. */
export function listPendingUsers(store: KeyValueStore): Set<string> {
  const keys = readEntries(store, prefix).filter(({ count }) => count > 0);
  return new Set(keys.map(({ key }) => key.slice(prefix.length).split('/')[0] ?? ''));
}

export function forgetPending(store: KeyValueStore, userId: UserId): void {
  for (const { key } of readEntries(store, `${prefix}${userId}/`)) remove(store, key);
}

type Entry = { key: string; count: number };

function readEntries(store: KeyValueStore, start: string): Entry[] {
  const entries: Entry[] = [];
  try {
    for (let index = 0; index < store.length; index += 1) {
      const key = store.key(index);
      if (key?.startsWith(start))
        entries.push({ key, count: Number.parseInt(store.getItem(key) ?? '', 10) || 0 });
    }
  } catch {
    // A browser that forbids storage has nothing left from earlier.
  }
  return entries;
}

function remove(store: KeyValueStore, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // As above.
  }
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}
