import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { StoredToken, TokenStore } from '../Storage.ts';
import type { Tables } from '../Tables.ts';

export function createTokenStore({ run }: DatabaseAccess): TokenStore {
  return {
    create: async (token) => {
      await run((db) =>
        db
          .insertInto('tokens')
          .values({
            id: token.id,
            token_hash: token.tokenHash,
            user_id: token.userId,
            name: token.name,
            created_at: token.createdAt,
            last_used_at: token.lastUsedAt,
          })
          .execute(),
      );
    },

    findByHash: async (tokenHash) => {
      const row = await run((db) =>
        db.selectFrom('tokens').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst(),
      );
      return row ? toStoredToken(row) : null;
    },

    touch: async (id, lastUsedAt) => {
      await run((db) =>
        db.updateTable('tokens').set({ last_used_at: lastUsedAt }).where('id', '=', id).execute(),
      );
    },

    listOfUser: async (userId) => {
      const rows = await run((db) =>
        db
          .selectFrom('tokens')
          .selectAll()
          .where('user_id', '=', userId)
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toStoredToken);
    },

    revoke: async (id, userId) => {
      const result = await run((db) =>
        db.deleteFrom('tokens').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst(),
      );
      return result.numDeletedRows > 0n;
    },
  };
}

function toStoredToken(row: Tables['tokens']): StoredToken {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    userId: row.user_id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
