import type { Logger } from '#server/log/createLogger.ts';
import type { SessionStore, StoredSession } from '#server/storage/Storage.ts';
import { createId, type UserId } from '#shared/model/ids.ts';
import { createSecret, hashSecret } from './secrets.ts';
import { tryParseSessionCookie } from './sessionCookie.ts';

const dayMs = 86_400_000;
/** How old the noted last use may get: one write in five minutes per session, not one per request. */
const touchAfterMs = 5 * 60_000;
const longestUserAgent = 300;
const freshMs = 10 * 60_000;

/** By whose word a session is opened. */
export type SessionOrigin = Pick<StoredSession, 'issuer' | 'isStrong'>;

const ownWord: SessionOrigin = { issuer: null, isStrong: false };

/** Opaque sessions: the browser holds a random secret, the storage its hash and who it stands for. */
export type Sessions = {
  /** Always a new session; `secret` goes into the cookie and is kept nowhere. */
  open(
    userId: UserId,
    userAgent: string,
    by?: SessionOrigin,
  ): Promise<{ session: StoredSession; secret: string; maxAgeSeconds: number }>;
  /** The live session behind a `Cookie` header; null when it is forged, ended, revoked or idle for too long. */
  find(cookieHeader: string | null): Promise<StoredSession | null>;
  /** True of a session that a provider opened within the last ten minutes: for who has no password to say again. */
  isFresh(userId: UserId, sessionId: string | null): Promise<boolean>;
  /** Live sessions, the last used first. */
  list(userId: UserId): Promise<StoredSession[]>;
};

type Options = {
  store: SessionStore;
  log: Logger;
  sessionDays: number;
  isAlwaysSecure: boolean;
  now: () => number;
};

export function createSessions({ store, log, sessionDays, isAlwaysSecure, now }: Options): Sessions {
  const idleMs = sessionDays * dayMs;
  const longestMs = 3 * idleMs;
  const isLive = (session: StoredSession) => session.lastSeenAt + idleMs > now();

  return {
    async open(userId, userAgent, by = ownWord) {
      const secret = createSecret();
      const createdAt = now();
      const session: StoredSession = {
        id: createId(),
        secretHash: hashSecret(secret),
        userId,
        createdAt,
        lastSeenAt: createdAt,
        expiresAt: createdAt + longestMs,
        userAgent: userAgent.slice(0, longestUserAgent),
        ...by,
      };
      await store.create(session);
      return { session, secret, maxAgeSeconds: longestMs / 1000 };
    },

    async find(cookieHeader) {
      const secret = tryParseSessionCookie(cookieHeader, isAlwaysSecure);
      if (secret === null) return null;
      const session = await store.findBySecretHash(hashSecret(secret), now());
      if (session === null || !isLive(session)) return null;
      if (session.lastSeenAt + touchAfterMs < now()) {
        // A full disk must not keep people from reading what is there.
        await store
          .touch(session.id, now())
          .catch((error: unknown) => log.warn({ err: error }, 'session not touched'));
      }
      return session;
    },

    async isFresh(userId, sessionId) {
      const sessions = await store.listOfUser(userId, now());
      const session = sessions.find(({ id }) => id === sessionId);
      return session !== undefined && session.issuer !== null && session.createdAt + freshMs > now();
    },

    async list(userId) {
      const sessions = await store.listOfUser(userId, now());
      return sessions.filter(isLive).sort((a, b) => b.lastSeenAt - a.lastSeenAt);
    },
  };
}
