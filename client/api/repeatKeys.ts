import { createId } from '#shared/model/ids.ts';

type Adding = { method: string; path: string; body: unknown };

const maxKeys = 100;

/** Keys of what was sent to be added and not answered, by the request; the oldest first. */
const unanswered = new Map<string, { path: string; method: string; key: string }>();
const listeners = new Set<() => void>();

/** The key that the same request went out with when no answer came; a new one otherwise. */
export function chooseRepeatKey(request: Adding): string {
  return unanswered.get(identify(request))?.key ?? createId();
}

/** What is sent again after no answer came is the same press. */
export function keepRepeatKey(request: Adding, key: string): void {
  unanswered.delete(identify(request));
  unanswered.set(identify(request), { path: request.path, method: request.method, key });
  const [oldest] = unanswered.keys();
  if (unanswered.size > maxKeys && oldest !== undefined) unanswered.delete(oldest);
}

/**
 * Forgets the keys that an answered change makes stale: its own, and those of what stands where it was
 * made. Whoever took away what a lost answer was about, and adds it again, means it.
 */
export function forgetRepeatKeys(request: Adding): void {
  unanswered.delete(identify(request));
  for (const [id, { path, method }] of unanswered) {
    const isChangedThere = request.path === path && (request.method !== 'POST' || method !== 'POST');
    if (isChangedThere || request.path.startsWith(`${path}/`)) unanswered.delete(id);
  }
}

/** Told of each answer that was given before: it says how things stood then. Gives a function that ends it. */
export function whenRepeated(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellRepeated(): void {
  for (const listener of listeners) listener();
}

function identify({ method, path, body }: Adding): string {
  return JSON.stringify([method, path, body]);
}
