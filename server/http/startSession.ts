import type { SessionOrigin } from '#server/accounts/createSessions.ts';
import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import type { SessionAnswer } from '#shared/api/contract.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Answer, Call, Caller } from './Route.ts';
import type { Services } from './Services.ts';

export async function buildSessionAnswer(
  { storage, demoAccounts, oidc }: Services,
  actor: Actor | null,
  secondFactorNeeded = false,
): Promise<SessionAnswer> {
  const setupNeeded = actor === null && (await storage.users.count()) === 0;
  return {
    actor,
    setupNeeded,
    demoAccounts: demoAccounts && [...demoAccounts],
    secondFactorNeeded,
    provider: oidc && { name: oidc.name },
  };
}

/** Opens a new session for the user and ends the one the request came with, whoever's it was. */
export async function startSession(
  call: Call<unknown, unknown, unknown, Caller | null>,
  userId: UserId,
  by?: SessionOrigin,
) {
  const { services, client, caller } = call;
  await endSession(services, caller);
  const { secret, maxAgeSeconds } = await services.sessions.open(userId, client.userAgent, by);
  const cookie = buildSessionCookie(secret, maxAgeSeconds, client.isSecure);
  const opened = await services.resolver.resolveAny(cookie.split(';', 1)[0] ?? null);
  const body = await buildSessionAnswer(services, opened?.actor ?? null, opened?.isUnsecured);
  return { body, cookie } satisfies Answer<unknown>;
}

export async function endSession({ storage, collaboration }: Services, caller: Caller | null): Promise<void> {
  if (caller?.sessionId == null) return;
  await storage.sessions.revoke(caller.sessionId, caller.actor.userId);
  collaboration.accessChanged(caller.actor.userId);
}
