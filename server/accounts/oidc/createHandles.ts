import { createSecret, hashSecret } from '../secrets.ts';

/**
 * What a browser has begun and not yet ended, by a secret that it alone holds: each is taken once, and
 * gone after a while. Kept in this process's memory: after a restart one begins anew.
 */
export type Handles<T> = {
  /** The secret for the browser's cookie. */
  put(value: T): string;
  /** What the secret stands for, still there after; null when it is unknown, taken or too old. */
  peek(secret: string | null): T | null;
  take(secret: string | null): T | null;
};

export const handleSeconds = 15 * 60;
/** More than a city signs in within a quarter of an hour; a flood pushes out the oldest and fills no memory. */
const most = 20_000;

export function createHandles<T>(now: () => number): Handles<T> {
  const held = new Map<string, { value: T; until: number }>();

  function peek(secret: string | null): T | null {
    if (secret === null) return null;
    const found = held.get(hashSecret(secret));
    return found === undefined || found.until <= now() ? null : found.value;
  }

  return {
    peek,

    put(value) {
      // In the order in which they were put: the first that is not too old ends the search.
      for (const [key, { until }] of held) {
        if (until > now() && held.size < most) break;
        held.delete(key);
      }
      const secret = createSecret();
      held.set(hashSecret(secret), { value, until: now() + handleSeconds * 1000 });
      return secret;
    },

    take(secret) {
      const value = peek(secret);
      if (secret !== null) held.delete(hashSecret(secret));
      return value;
    },
  };
}
