import type { KeyValueStore } from '#client/sync/PendingLedger.ts';

/** As much of `localStorage` as the client needs. */
export function createMemoryStorage(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
