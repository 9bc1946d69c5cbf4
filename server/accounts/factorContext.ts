import type { UserId } from '#shared/model/ids.ts';

/** A sealed secret opens for the person it was made for: it cannot be moved to another one's row. */
export function factorContext(userId: UserId): string {
  return `second-factor/${userId}`;
}
