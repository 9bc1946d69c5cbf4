/** One value that changes and can be watched: the shape `useSyncExternalStore` takes. */
export type Signal<T> = {
  get(): T;
  subscribe(listener: () => void): () => void;
};

export type WritableSignal<T> = Signal<T> & { set(value: T): void };

/** Listeners are told only when `isEqual` finds a difference. */
export function createSignal<T>(initial: T, isEqual: (a: T, b: T) => boolean = Object.is): WritableSignal<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (isEqual(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
