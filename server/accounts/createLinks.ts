import type { Storage, StoredLink, StoredUser } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import type { AttemptLimiter } from './attemptLimiter.ts';
import { hashPassword } from './passwords.ts';
import { createSecret, hashSecret } from './secrets.ts';

const dayMs = 86_400_000;

export type InvitedAccount = Pick<StoredUser, 'name' | 'login' | 'isAdministrator' | 'memberships'>;
type PreparedAccount = Omit<InvitedAccount, 'memberships'> & { memberships: readonly Membership[] };
/** An account and its link, not yet written. */
export type Invitation = { user: StoredUser; link: StoredLink; secret: string };
/** `secret` goes into the link's address and is kept nowhere. */
export type MadeLink = { user: StoredUser; secret: string };
type Opened = { link: StoredLink; user: StoredUser };

/** Links by which people set their own passwords. Whoever makes one may do so already. */
export type Links = {
  /** An account without a password and its link, or neither. AppError `user.login-taken`. */
  invite(account: InvitedAccount, createdBy: UserId, days: number): Promise<MadeLink>;
  /** The same for many at once, to be written by who asks. */
  prepareInvitation(account: PreparedAccount, createdBy: UserId, days: number): Invitation;
  /** In place of the one before. AppError `user.unknown`, `link.disabled`. */
  make(userId: UserId, createdBy: UserId, days: number): Promise<MadeLink>;
  /** AppError `link.none`. */
  withdraw(userId: UserId): Promise<void>;
  listOpen(userId?: UserId): Promise<StoredLink[]>;
  /**
   * AppError `link.unknown`, and for who holds a secret that was good once `link.used`, `link.withdrawn`
   * or `link.expired`; `session.locked` after too many that were not.
   */
  inspect(secret: string, address: string): Promise<Opened>;
  /** Sets the password and ends all sessions of whose link it is, once. Rejects like `inspect`. */
  accept(secret: string, password: string, address: string): Promise<StoredUser>;
};

type Options = { storage: Pick<Storage, 'users' | 'links'>; limiter: AttemptLimiter; now: () => number };

export function createLinks({ storage, limiter, now }: Options): Links {
  const { users, links } = storage;

  function buildLink(
    userId: UserId,
    createdBy: UserId,
    made: { purpose: StoredLink['purpose']; days: number; secret: string },
  ): StoredLink {
    const createdAt = now();
    return {
      id: createId(),
      secretHash: hashSecret(made.secret),
      userId,
      purpose: made.purpose,
      createdBy,
      createdAt,
      expiresAt: createdAt + made.days * dayMs,
      usedAt: null,
      withdrawnAt: null,
    };
  }

  function prepareInvitation(
    { memberships, ...account }: PreparedAccount,
    createdBy: UserId,
    days: number,
  ): Invitation {
    const secret = createSecret();
    const id = UserId.parse(createId());
    const user = { ...account, memberships: [...memberships], id, passwordHash: null, isDisabled: false };
    return { user, secret, link: buildLink(id, createdBy, { purpose: 'invitation', days, secret }) };
  }

  async function mustFind(secret: string): Promise<Opened> {
    const link = await links.findBySecretHash(hashSecret(secret));
    const user = link && (await users.findById(link.userId));
    if (link === null || user === null) throw new AppError('link.unknown');
    if (link.usedAt !== null) throw new AppError('link.used');
    if (link.withdrawnAt !== null) throw new AppError('link.withdrawn');
    if (link.expiresAt <= now()) throw new AppError('link.expired');
    return { link, user };
  }

  /** Counted before it is looked up, as a password is: guesses are few per address, and per secret. */
  async function inspect(secret: string, address: string): Promise<Opened> {
    const guess = `link:${hashSecret(secret)}`;
    await limiter.begin(guess, address);
    const opened = await mustFind(secret);
    await limiter.succeed(guess, address);
    return opened;
  }

  return {
    async invite(account, createdBy, days) {
      const { user, link, secret } = prepareInvitation(account, createdBy, days);
      await users.create(user, link);
      return { user, secret };
    },

    prepareInvitation,

    async make(userId, createdBy, days) {
      const user = await users.findById(userId);
      if (user === null) throw new AppError('user.unknown');
      if (user.isDisabled) throw new AppError('link.disabled');
      const secret = createSecret();
      const purpose = user.passwordHash === null ? 'invitation' : 'reset';
      await links.create(buildLink(userId, createdBy, { purpose, days, secret }));
      return { user, secret };
    },

    async withdraw(userId) {
      if (!(await links.withdraw(userId, now()))) throw new AppError('link.none');
    },

    listOpen: (userId) => links.listOpen(now(), userId),
    inspect,

    async accept(secret, password, address) {
      const { link, user } = await inspect(secret, address);
      // Somebody with the same link may have been faster while the password was hashed.
      if (!(await links.use(link.id, now(), await hashPassword(password)))) {
        await mustFind(secret);
        throw new AppError('link.used');
      }
      return user;
    },
  };
}
