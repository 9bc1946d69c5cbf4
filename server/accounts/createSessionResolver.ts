import type { Logger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Sessions } from './createSessions.ts';
import type { AnySession, HttpSessionResolver } from './SessionResolver.ts';
import { hashSecret } from './secrets.ts';

const touchAfterMs = 5 * 60_000;

type Options = {
  storage: Pick<Storage, 'users' | 'tokens' | 'secondFactors'>;
  sessions: Sessions;
  log: Logger;
  now: () => number;
  /** Whether administrators and coordinators must have a second factor. */
  requireSecondFactor?: boolean;
};

export function createSessionResolver({
  storage,
  sessions,
  log,
  now,
  requireSecondFactor = false,
}: Options): HttpSessionResolver {
  async function isUnsecured({ userId, isAdministrator, memberships }: Actor): Promise<boolean> {
    if (!requireSecondFactor) return false;
    if (!isAdministrator && !memberships.some(({ role }) => role === 'coordinator')) return false;
    return ((await storage.secondFactors.find(userId))?.confirmedAt ?? null) === null;
  }

  async function resolveAny(cookieHeader: string | null): Promise<AnySession | null> {
    const session = await sessions.find(cookieHeader);
    const actor = session && (await storage.users.findActor(session.userId));
    if (session === null || actor === null) return null;
    // A provider that has asked for a second factor itself has done what is required here.
    return { actor, sessionId: session.id, isUnsecured: !session.isStrong && (await isUnsecured(actor)) };
  }

  return {
    resolveAny,

    async resolveCookie(cookieHeader) {
      const found = await resolveAny(cookieHeader);
      return found === null || found.isUnsecured ? null : found;
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
