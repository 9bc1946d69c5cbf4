import type { ErrorCode } from '#shared/errors/catalogue.ts';

/**
 * What the page says about saving. `count` is how many of this person's changes the server has not
 * yet confirmed as stored.
 */
export type SaveState =
  | { kind: 'loading' }
  | { kind: 'saved' }
  | { kind: 'saving'; count: number }
  | { kind: 'offline'; count: number }
  /** The session ended; changes wait for the same person to sign in again. */
  | { kind: 'signed-out'; count: number }
  /** Somebody else signed in in this browser; the changes wait for their author. */
  | { kind: 'other-user'; name: string; count: number }
  /** Connected, but nothing here may be written. */
  | { kind: 'read-only'; reason: ErrorCode };

export function isSameSaveState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
