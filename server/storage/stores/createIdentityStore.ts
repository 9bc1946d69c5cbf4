import type { Selectable, Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { ClaimedRights, IdentityStore, StoredIdentity } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { countAdministrators, insertUser, lockUsers } from './createUserStore.ts';
import { toMembership, writeClaimedMemberships } from './memberships.ts';

export function createIdentityStore({ run, transact, dialect }: DatabaseAccess): IdentityStore {
  async function apply(transaction: Transaction<Tables>, userId: UserId, rights: ClaimedRights) {
    const isChanged = await writeClaimedMemberships(transaction, userId, rights.memberships);
    const administration = await applyAdministration(transaction, userId, rights.isAdministrator);
    return { isChanged: isChanged || administration === 'changed', isKept: administration === 'kept' };
  }

  return {
    find: async (issuer, subject) => {
      const row = await run((db) =>
        db
          .selectFrom('identities')
          .selectAll()
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .executeTakeFirst(),
      );
      return row ? toStoredIdentity(row) : null;
    },

    list: async (issuer) => {
      const rows = await run((db) =>
        db.selectFrom('identities').selectAll().where('issuer', '=', issuer).orderBy('subject').execute(),
      );
      return rows.map(toStoredIdentity);
    },

    link: (identity) =>
      transact(async (transaction) => {
        await lockUsers(transaction, dialect);
        const user = await transaction
          .selectFrom('users')
          .select('id')
          .where('id', '=', identity.userId)
          .executeTakeFirst();
        if (!user) throw new AppError('user.unknown');
        const own = await transaction
          .selectFrom('identities')
          .select('subject')
          .where('issuer', '=', identity.issuer)
          .where('user_id', '=', identity.userId)
          .executeTakeFirst();
        if (own) throw new AppError('oidc.linked');
        await insertIdentity(transaction, identity);
      }),

    create: (user, identity, rights) =>
      transact(async (transaction) => {
        await insertUser(transaction, user);
        await insertIdentity(transaction, identity);
        await apply(transaction, user.id, rights);
      }),

    unlink: async (userId, issuer) => {
      const result = await run((db) =>
        db
          .deleteFrom('identities')
          .where('user_id', '=', userId)
          .where('issuer', '=', issuer)
          .executeTakeFirst(),
      );
      return result.numDeletedRows > 0n;
    },

    applyRights: (userId, rights) =>
      transact(async (transaction) => {
        // Claims that dismiss two administrators at the same moment must not both be heard.
        await lockUsers(transaction, dialect);
        return apply(transaction, userId, rights);
      }),

    noteUse: async ({ issuer, subject, label }, now) => {
      await run((db) =>
        db
          .updateTable('identities')
          .set({ label, last_used_at: now })
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .execute(),
      );
    },

    listClaimed: () =>
      run(async (db) => {
        const rows = await db
          .selectFrom('memberships')
          .selectAll()
          .where('is_claimed', '=', 1)
          .orderBy('user_id')
          .orderBy('position')
          .execute();
        const administrators = await db
          .selectFrom('users')
          .select('id')
          .where('is_administrator_claimed', '=', 1)
          .execute();
        const claimed = new Map<UserId, { isAdministrator: boolean; memberships: Membership[] }>();
        const of = (userId: UserId) => {
          const found = claimed.get(userId) ?? { isAdministrator: false, memberships: [] };
          claimed.set(userId, found);
          return found;
        };
        for (const row of rows) of(row.user_id).memberships.push(toMembership(row));
        for (const { id } of administrators) of(id).isAdministrator = true;
        return claimed;
      }),
  };
}

/** What was decided by hand stays as it is. */
async function applyAdministration(
  transaction: Transaction<Tables>,
  userId: UserId,
  isAdministrator: boolean,
): Promise<'same' | 'changed' | 'kept'> {
  const user = await transaction
    .selectFrom('users')
    .select(['is_administrator', 'is_administrator_claimed'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user) throw new AppError('user.unknown');
  const stands = user.is_administrator === 1;
  if (stands === isAdministrator || (stands && user.is_administrator_claimed === 0)) return 'same';
  const before = await countAdministrators(transaction);
  const set = (isSet: number) =>
    transaction
      .updateTable('users')
      .set({ is_administrator: isSet, is_administrator_claimed: isSet })
      .where('id', '=', userId)
      .execute();
  await set(Number(isAdministrator));
  if (isAdministrator || before === 0 || (await countAdministrators(transaction)) > 0) return 'changed';
  await set(1);
  return 'kept';
}

async function insertIdentity(transaction: Transaction<Tables>, identity: StoredIdentity): Promise<void> {
  try {
    await transaction
      .insertInto('identities')
      .values({
        issuer: identity.issuer,
        subject: identity.subject,
        user_id: identity.userId,
        label: identity.label,
        linked_at: identity.linkedAt,
        last_used_at: identity.lastUsedAt,
      })
      .execute();
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('oidc.identity-taken', {}, { cause: error }) : error;
  }
}

function toStoredIdentity(row: Selectable<Tables['identities']>): StoredIdentity {
  return {
    issuer: row.issuer,
    subject: row.subject,
    userId: row.user_id,
    label: row.label,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  };
}
