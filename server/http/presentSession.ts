import type { StoredSession } from '#server/storage/Storage.ts';

export const isoTime = (time: number) => new Date(time).toISOString();

/** `currentId` is the session in which it is asked; null for a token. */
export function presentSession(session: StoredSession, currentId: string | null) {
  return {
    id: session.id,
    isCurrent: session.id === currentId,
    createdAt: isoTime(session.createdAt),
    lastSeenAt: isoTime(session.lastSeenAt),
    userAgent: session.userAgent,
  };
}
