import type { Logger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { Sessions } from './createSessions.ts';
import type { SessionResolver } from './SessionResolver.ts';
import { hashSecret } from './secrets.ts';

const touchAfterMs = 5 * 60_000;

type Options = {
  storage: Pick<Storage, 'users' | 'tokens'>;
  sessions: Sessions;
  log: Logger;
  now: () => number;
};

export function createSessionResolver({ storage, sessions, log, now }: Options): SessionResolver {
  return {
    async resolveCookie(cookieHeader) {
      const session = await sessions.find(cookieHeader);
      const actor = session && (await storage.users.findActor(session.userId));
      return session && actor && { actor, sessionId: session.id };
    },

    async resolveToken(text) {
      if (!/^zvit_[0-9A-Za-z]{43}$/.test(text)) return null;
      const token = await storage.tokens.findByHash(hashSecret(text));
      const actor = token && (await storage.users.findActor(token.userId));
      if (!token || !actor) return null;
      if ((token.lastUsedAt ?? 0) + touchAfterMs < now()) {
        await storage.tokens
          .touch(token.id, now())
          .catch((error: unknown) => log.warn({ err: error }, 'token not touched'));
      }
      return { actor, tokenId: token.id };
    },
  };
}
