import type { Storage, StoredUser } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, UserId } from '#shared/model/ids.ts';
import { type AttemptLimiter, createAttemptLimiter } from './attemptLimiter.ts';
import { hashPassword, isPasswordRight } from './passwords.ts';

export type NewAccount = Pick<StoredUser, 'name' | 'login' | 'isAdministrator' | 'memberships'> & {
  password: string;
};
export type AccountChange = Partial<
  Pick<StoredUser, 'name' | 'isAdministrator' | 'isDisabled' | 'memberships'>
> & {
  password?: string;
};

/** What can be done to accounts. Whoever calls has already decided whether the asking person may. */
export type Accounts = {
  /** AppError `session.wrong-credentials` (nothing tells which of the two), `session.locked`, `session.disabled`. */
  checkCredentials(login: string, password: string, address: string): Promise<StoredUser>;
  /** The first account of all. AppError `setup.done`. */
  createAdministrator(account: Pick<NewAccount, 'name' | 'login' | 'password'>): Promise<StoredUser>;
  /** AppError `user.login-taken`. */
  create(account: NewAccount): Promise<StoredUser>;
  /**
   * A new password or a disabled account ends the user's sessions and withdraws their one-time link;
   * disabling also revokes the tokens.
   */
  change(userId: UserId, change: AccountChange): Promise<StoredUser>;
  /** AppError `password.wrong-current`, `session.locked`. */
  checkOwnPassword(userId: UserId, password: string, address: string): Promise<StoredUser>;
  /** Ends all other sessions and withdraws a link. AppError `password.wrong-current`, `session.locked`. */
  changeOwnPassword(userId: UserId, passwords: OwnPasswordChange): Promise<void>;
};

type OwnPasswordChange = { current: string; next: string; address: string; keptSessionId: string | null };

type Options = {
  storage: Pick<Storage, 'users' | 'sessions' | 'tokens' | 'links'>;
  limiter?: AttemptLimiter;
  now?: () => number;
};

export function createAccounts({
  storage,
  limiter = createAttemptLimiter(),
  now = Date.now,
}: Options): Accounts {
  const { users, sessions, tokens, links } = storage;

  async function mustFind(userId: UserId): Promise<StoredUser> {
    const user = await users.findById(userId);
    if (user === null) throw new AppError('user.unknown');
    return user;
  }

  async function buildUser({ password, ...account }: NewAccount): Promise<StoredUser> {
    return {
      ...account,
      id: UserId.parse(createId()),
      passwordHash: await hashPassword(password),
      isDisabled: false,
    };
  }

  async function checkOwnPassword(userId: UserId, password: string, address: string): Promise<StoredUser> {
    const account = `password:${userId}`;
    await limiter.begin(account, address);
    const user = await mustFind(userId);
    if (!(await isPasswordRight(user.passwordHash, password))) throw new AppError('password.wrong-current');
    await limiter.succeed(account, address);
    return user;
  }

  return {
    checkOwnPassword,

    async checkCredentials(login, password, address) {
      const account = `login:${login}`;
      await limiter.begin(account, address);
      const user = await users.findByLogin(login);
      if (!(await isPasswordRight(user?.passwordHash ?? null, password)) || user === null) {
        throw new AppError('session.wrong-credentials');
      }
      await limiter.succeed(account, address);
      if (user.isDisabled) throw new AppError('session.disabled');
      return user;
    },

    async createAdministrator(account) {
      // Asked first, so that nobody can keep a finished installation busy with hashing.
      if ((await users.count()) > 0) throw new AppError('setup.done');
      const user = await buildUser({ ...account, isAdministrator: true, memberships: [] });
      if (!(await users.createFirst(user))) throw new AppError('setup.done');
      return user;
    },

    async create(account) {
      const user = await buildUser(account);
      await users.create(user);
      return user;
    },

    async change(userId, { password, ...change }) {
      await mustFind(userId);
      const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password) };
      await users.change(userId, { ...change, ...passwordHash });
      if (password !== undefined || change.isDisabled === true) {
        await links.withdraw(userId, now());
        await sessions.revokeAllOfUser(userId);
      }
      if (change.isDisabled === true) {
        for (const token of await tokens.listOfUser(userId)) await tokens.revoke(token.id, userId);
      }
      return mustFind(userId);
    },

    async changeOwnPassword(userId, { current, next, address, keptSessionId }) {
      await checkOwnPassword(userId, current, address);
      await users.change(userId, { passwordHash: await hashPassword(next) });
      await links.withdraw(userId, now());
      await sessions.revokeAllOfUser(userId, keptSessionId ?? undefined);
    },
  };
}
