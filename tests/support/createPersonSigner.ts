import { randomUUID } from 'node:crypto';
import { createSessions } from '#server/accounts/createSessions.ts';
import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import { createLogger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { createId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';

export type SignedPerson = { userId: UserId; cookie: string };

/** Makes people with a session each, past the server that will run on the storage. */
export function createPersonSigner(
  storage: Pick<Storage, 'users' | 'sessions'>,
): (memberships: Membership[]) => Promise<SignedPerson> {
  const sessions = createSessions({
    store: storage.sessions,
    log: createLogger('silent'),
    sessionDays: 30,
    isAlwaysSecure: false,
    now: Date.now,
  });
  let people = 0;
  return async (memberships) => {
    const userId = UserId.parse(createId());
    people += 1;
    await storage.users.create({
      id: userId,
      name: `Людина ${people}`,
      login: `person${people}`,
      passwordHash: randomUUID(),
      isAdministrator: false,
      isDisabled: false,
      memberships,
    });
    const { secret, maxAgeSeconds } = await sessions.open(userId, 'test');
    const [cookie = ''] = buildSessionCookie(secret, maxAgeSeconds, false).split(';');
    return { userId, cookie };
  };
}
