import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { ClaimRule } from '#server/config/ClaimRule.ts';
import type { Logger } from '#server/log/createLogger.ts';
import type { Storage, StoredIdentity, StoredUser } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { Identified } from './createProvider.ts';
import { type City, type MappedRights, mapClaims } from './mapClaims.ts';

/** Whom somebody known to a provider is here, and what they may. */
export type Admission = {
  /**
   * The account of this issuer and subject, with the rights that the claims give now; made at the first
   * sign-in when they give any. Never one that merely has the same login or e-mail. AppError `session.disabled`,
   * `oidc.no-rights`, `oidc.unknown-organisation`, `oidc.account-exists`.
   */
  admit(identified: Identified): Promise<UserId>;
  /** AppError `oidc.identity-taken`, `oidc.linked`. */
  link(userId: UserId, identified: Pick<Identified, 'subject' | 'label'>): Promise<void>;
};

type Options = {
  issuer: string;
  rules: readonly ClaimRule[];
  storage: Pick<Storage, 'users' | 'identities' | 'organisations' | 'reports'>;
  collaboration: Pick<Collaboration, 'accessChanged'>;
  log: Logger;
  now: () => number;
};

export function createAdmission({ issuer, rules, storage, collaboration, log, now }: Options): Admission {
  const { users, identities } = storage;

  const buildIdentity = (userId: UserId, { subject, label }: Pick<Identified, 'subject' | 'label'>) =>
    ({ issuer, subject, userId, label, linkedAt: now(), lastUsedAt: null }) satisfies StoredIdentity;

  async function mapRights(identified: Identified): Promise<MappedRights> {
    const rights = mapClaims(identified.claims, rules, await readCity(storage, rules));
    const { unknownOrganisations: organisations } = rights;
    if (organisations.length > 0) {
      log.warn(
        { issuer, subject: identified.subject, organisations },
        'claims name organisations we do not have',
      );
    }
    return rights;
  }

  /** Why nobody is let in whom nothing gives a right. */
  function refuse({ subject, label }: Identified, { unknownOrganisations }: MappedRights): AppError {
    if (unknownOrganisations.length === 0) return new AppError('oidc.no-rights', { subject, label });
    const organisations = unknownOrganisations.slice(0, 5).join(', ');
    return new AppError('oidc.unknown-organisation', { subject, label, organisations });
  }

  async function create(identified: Identified): Promise<UserId> {
    const { subject } = identified;
    const rights = await mapRights(identified);
    if (!rights.isAdministrator && rights.memberships.length === 0) throw refuse(identified, rights);
    const login = chooseLogin(identified);
    const taken = () => new AppError('oidc.account-exists', { login, subject });
    if ((await users.findByLogin(login)) !== null) throw taken();
    const user: StoredUser = {
      id: UserId.parse(createId()),
      name: identified.name,
      login,
      passwordHash: null,
      isAdministrator: false,
      isDisabled: false,
      memberships: [],
    };
    try {
      await identities.create(user, buildIdentity(user.id, identified), rights);
      return user.id;
    } catch (error) {
      // Somebody who presses twice comes back twice: the other one has made the account.
      const other = await identities.find(issuer, subject);
      if (other !== null) return other.userId;
      throw error instanceof AppError && error.code === 'user.login-taken' ? taken() : error;
    }
  }

  async function refresh(user: StoredUser, identified: Identified): Promise<void> {
    if (rules.length === 0) {
      if (!user.isAdministrator && user.memberships.length === 0) {
        throw new AppError('oidc.no-rights', { subject: identified.subject, label: identified.label });
      }
      return;
    }
    const rights = await mapRights(identified);
    const { isChanged, isKept } = await identities.applyRights(user.id, rights);
    if (isKept) log.warn({ userId: user.id }, 'no claim makes the last administrator one; kept');
    if (isChanged) collaboration.accessChanged(user.id);
    const now = must(await users.findById(user.id), user.id);
    if (!now.isAdministrator && now.memberships.length === 0) throw refuse(identified, rights);
  }

  return {
    async admit(identified) {
      const identity = await identities.find(issuer, identified.subject);
      if (identity !== null) {
        const user = must(await users.findById(identity.userId), identity.userId);
        if (user.isDisabled) throw new AppError('session.disabled');
        await refresh(user, identified);
      }
      const userId = identity?.userId ?? (await create(identified));
      await identities.noteUse({ issuer, subject: identified.subject, label: identified.label }, now());
      return userId;
    },

    link: (userId, identified) => identities.link(buildIdentity(userId, identified)),
  };
}

async function readCity(
  { organisations, reports }: Pick<Storage, 'organisations' | 'reports'>,
  rules: readonly ClaimRule[],
): Promise<City> {
  const needsOrganisations = rules.some(({ role }) => role === 'editor');
  const listed = await Promise.all(
    (await reports.list()).map(async ({ report: { id, programmeId, year } }) => {
      const structure = needsOrganisations ? await reports.findStructure(id) : null;
      return {
        id,
        programmeId,
        year,
        organisationIds: new Set(structure?.organisations.map((one) => one.id)),
      };
    }),
  );
  return { organisations: needsOrganisations ? await organisations.list() : [], reports: listed };
}

/** What people know them by there; it only names the account, nobody signs in with it. */
function chooseLogin({ claims, subject }: Identified): string {
  for (const name of ['preferred_username', 'email']) {
    const value = claims[name];
    if (typeof value === 'string' && value.trim().length >= 3)
      return value.trim().toLowerCase().slice(0, 100);
  }
  return `id:${subject}`.toLowerCase().slice(0, 100);
}
