import type { StoredLink, StoredUser } from '#server/storage/Storage.ts';
import type { UserInfo } from '#shared/api/contract.ts';
import type { UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { presentIdentity } from './presentIdentity.ts';
import { isoTime } from './presentSession.ts';
import type { Services } from './Services.ts';

/** What administrators see of accounts: no hash and no secret. */
export async function presentUsers(services: Services, users: readonly StoredUser[]): Promise<UserInfo[]> {
  const [only] = users;
  const links = await services.links.listOpen(users.length === 1 ? only?.id : undefined);
  const linkOf = new Map<UserId, StoredLink>(links.map((link) => [link.userId, link]));
  const withFactor = new Set(await services.storage.secondFactors.listConfirmed());
  const lastSeen = await services.storage.sessions.readLastSeen();
  const identities =
    services.oidc === null ? [] : await services.storage.identities.list(services.oidc.issuer);
  const identityOf = new Map(identities.map((identity) => [identity.userId, identity]));
  const claimed = await services.storage.identities.listClaimed();
  return users.map(({ id, name, login, passwordHash, isAdministrator, isDisabled, memberships }) => {
    const link = linkOf.get(id);
    const seenAt = lastSeen.get(id);
    const identity = identityOf.get(id);
    const ofClaims = claimed.get(id);
    return {
      id,
      name,
      login,
      isAdministrator,
      isDisabled,
      memberships,
      hasPassword: passwordHash !== null,
      hasSecondFactor: withFactor.has(id),
      identity: identity === undefined ? null : presentIdentity(identity),
      claimed: ofClaims === undefined ? null : { ...ofClaims, memberships: [...ofClaims.memberships] },
      link: link === undefined ? null : { purpose: link.purpose, expiresAt: isoTime(link.expiresAt) },
      lastSeenAt: seenAt === undefined ? null : isoTime(seenAt),
    };
  });
}

export async function presentUser(services: Services, user: StoredUser): Promise<UserInfo> {
  const [info] = await presentUsers(services, [user]);
  return must(info, user.id);
}
