import { type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type { StoredUser, UserStore } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { insertLink, insertLinks } from './createLinkStore.ts';
import { inPieces } from './inPieces.ts';
import { insertMemberships, readMemberships, writeMemberships } from './memberships.ts';

export function createUserStore({ run, transact, dialect }: DatabaseAccess): UserStore {
  async function find(by: { id: UserId } | { login: string }): Promise<StoredUser | null> {
    return run(async (db) => {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('login', '=', by.login)))
        .executeTakeFirst();
      if (!row) return null;
      const memberships = await readMemberships(db, row.id);
      return toStoredUser(row, memberships.get(row.id) ?? []);
    });
  }

  return {
    count: () => run(countUsers),

    list: () => run(listUsers),

    findById: (id) => find({ id }),

    findByLogin: (login) => find({ login: login.toLowerCase() }),

    findActor: async (id) => {
      const user = await find({ id });
      if (!user || user.isDisabled) return null;
      return {
        userId: user.id,
        name: user.name,
        isAdministrator: user.isAdministrator,
        memberships: user.memberships,
      };
    },

    create: (user, link) =>
      transact(async (transaction) => {
        await insertUser(transaction, user);
        if (link) await insertLink(transaction, link);
      }),

    createFirst: (user) =>
      transact(async (transaction) => {
        await lockUsers(transaction, dialect);
        if ((await countUsers(transaction)) > 0) return false;
        await insertUser(transaction, user);
        return true;
      }),

    changeMany: (decide) =>
      transact(async (transaction) => {
        await lockUsers(transaction, dialect);
        const { added, changed } = decide(await listUsers(transaction));
        await insertUsers(
          transaction,
          added.map(({ user }) => user),
        );
        for (const { id, name, isAdministrator, memberships } of changed) {
          await transaction
            .updateTable('users')
            .set({ name, ...(isAdministrator && { is_administrator: 1 }) })
            .where('id', '=', id)
            .execute();
          await writeMemberships(transaction, id, memberships);
        }
        await insertLinks(
          transaction,
          added.map(({ link }) => link),
        );
      }),

    change: (id, change) =>
      transact(async (transaction) => {
        // Two administrators who dismiss each other at the same moment must not both succeed.
        await lockUsers(transaction, dialect);
        const { memberships, ...rest } = change;
        const columns = toColumns(rest);
        const row = await transaction
          .selectFrom('users')
          .select('is_administrator')
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row) throw new AppError('user.unknown');
        if (columns.is_administrator !== undefined && columns.is_administrator !== row.is_administrator) {
          // What is decided by hand is no longer the claims' doing.
          columns.is_administrator_claimed = 0;
        }
        if (Object.keys(columns).length > 0) {
          const administrators = await countAdministrators(transaction);
          await transaction.updateTable('users').set(columns).where('id', '=', id).execute();
          if (administrators > 0 && (await countAdministrators(transaction)) === 0) {
            throw new AppError('user.last-administrator');
          }
        }
        if (memberships) await writeMemberships(transaction, id, memberships);
      }),
  };
}

async function listUsers(db: Kysely<Tables>): Promise<StoredUser[]> {
  const rows = await db.selectFrom('users').selectAll().execute();
  const memberships = await readMemberships(db);
  const users = rows.map((row) => toStoredUser(row, memberships.get(row.id) ?? []));
  // Not by the database: its order of letters depends on how it was set up.
  return users.sort((a, b) => (a.login < b.login ? -1 : 1));
}

export function insertUser(transaction: Transaction<Tables>, user: StoredUser): Promise<void> {
  return insertUsers(transaction, [user]);
}

async function insertUsers(transaction: Transaction<Tables>, users: readonly StoredUser[]): Promise<void> {
  const rows = users.map((user) => ({
    id: user.id,
    name: user.name,
    login: user.login.toLowerCase(),
    password_hash: user.passwordHash ?? '',
    is_administrator: Number(user.isAdministrator),
    is_disabled: Number(user.isDisabled),
  }));
  try {
    for (const piece of inPieces(rows)) await transaction.insertInto('users').values(piece).execute();
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('user.login-taken', {}, { cause: error }) : error;
  }
  await insertMemberships(transaction, users);
}

/** Makes others who change users wait for this transaction. SQLite has one transaction at a time anyway. */
export async function lockUsers(transaction: Transaction<Tables>, dialect: DatabaseDialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`lock table users in share row exclusive mode`.execute(transaction);
  }
}

async function countUsers(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Those who can sign in by themselves: without a password one needs an invitation or a provider for it. */
export async function countAdministrators(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('is_administrator', '=', 1)
    .where('is_disabled', '=', 0)
    .where('password_hash', '<>', '')
    .executeTakeFirstOrThrow();
  return count;
}

function toColumns(
  change: Partial<Omit<StoredUser, 'id' | 'login' | 'memberships'>>,
): Updateable<Tables['users']> {
  return {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.passwordHash !== undefined && { password_hash: change.passwordHash ?? '' }),
    ...(change.isAdministrator !== undefined && { is_administrator: Number(change.isAdministrator) }),
    ...(change.isDisabled !== undefined && { is_disabled: Number(change.isDisabled) }),
  };
}

function toStoredUser(row: Selectable<Tables['users']>, memberships: Membership[]): StoredUser {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    passwordHash: row.password_hash === '' ? null : row.password_hash,
    isAdministrator: row.is_administrator === 1,
    isDisabled: row.is_disabled === 1,
    memberships,
  };
}
