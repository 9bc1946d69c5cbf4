import type { Kysely, Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { LinkStore, StoredLink } from '../Storage.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';

export function createLinkStore({ run, transact }: DatabaseAccess): LinkStore {
  return {
    create: (link) =>
      transact(async (transaction) => {
        await withdrawOpen(transaction, link.userId, link.createdAt);
        await insertLink(transaction, link);
      }),

    findBySecretHash: async (secretHash) => {
      const row = await run((db) =>
        db.selectFrom('links').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst(),
      );
      return row ? toStoredLink(row) : null;
    },

    listOpen: async (now, userId) => {
      const rows = await run((db) =>
        db
          .selectFrom('links')
          .selectAll()
          .where('used_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', now)
          .$if(userId !== undefined, (query) => query.where('user_id', '=', userId as UserId))
          .orderBy('created_at')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toStoredLink);
    },

    withdraw: (userId, now) => run((db) => withdrawOpen(db, userId, now)),

    use: (id, now, passwordHash) =>
      transact(async (transaction) => {
        // One statement decides: of two who come at once the second finds nothing to change.
        const used = await transaction
          .updateTable('links')
          .set({ used_at: now })
          .where('id', '=', id)
          .where('used_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', now)
          .returning('user_id')
          .executeTakeFirst();
        if (!used) return false;
        const user = await transaction
          .updateTable('users')
          .set({ password_hash: passwordHash })
          .where('id', '=', used.user_id)
          .where('is_disabled', '=', 0)
          .executeTakeFirst();
        if (user.numUpdatedRows === 0n) throw new AppError('session.disabled');
        await transaction.deleteFrom('sessions').where('user_id', '=', used.user_id).execute();
        return true;
      }),
  };
}

export function insertLink(transaction: Transaction<Tables>, link: StoredLink): Promise<void> {
  return insertLinks(transaction, [link]);
}

export async function insertLinks(
  transaction: Transaction<Tables>,
  links: readonly StoredLink[],
): Promise<void> {
  const rows = links.map((link) => ({
    id: link.id,
    secret_hash: link.secretHash,
    user_id: link.userId,
    purpose: link.purpose,
    created_by: link.createdBy,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    used_at: link.usedAt,
    withdrawn_at: link.withdrawnAt,
  }));
  for (const piece of inPieces(rows)) await transaction.insertInto('links').values(piece).execute();
}

async function withdrawOpen(db: Kysely<Tables>, userId: UserId, now: number): Promise<boolean> {
  const result = await db
    .updateTable('links')
    .set({ withdrawn_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function toStoredLink(row: Tables['links']): StoredLink {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    userId: row.user_id,
    purpose: row.purpose,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    withdrawnAt: row.withdrawn_at,
  };
}
