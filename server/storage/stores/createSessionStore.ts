import type { Kysely } from 'kysely';
import type { UserId } from '#shared/model/ids.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { SessionStore, StoredSession } from '../Storage.ts';
import type { Tables } from '../Tables.ts';

export function createSessionStore({ run, transact }: DatabaseAccess): SessionStore {
  return {
    create: async (session) => {
      await transact(async (transaction) => {
        await transaction
          .insertInto('sessions')
          .values({
            id: session.id,
            secret_hash: session.secretHash,
            user_id: session.userId,
            created_at: session.createdAt,
            last_seen_at: session.lastSeenAt,
            expires_at: session.expiresAt,
            user_agent: session.userAgent,
            issuer: session.issuer,
            is_strong: Number(session.isStrong),
          })
          .execute();
        await noteSeen(transaction, session.userId, session.lastSeenAt);
      });
    },

    findBySecretHash: async (secretHash, now) => {
      const row = await run((db) =>
        db
          .selectFrom('sessions')
          .selectAll()
          .where('secret_hash', '=', secretHash)
          .where('expires_at', '>', now)
          .executeTakeFirst(),
      );
      return row ? toStoredSession(row) : null;
    },

    touch: async (id, lastSeenAt) => {
      await transact(async (transaction) => {
        const touched = await transaction
          .updateTable('sessions')
          .set({ last_seen_at: lastSeenAt })
          .where('id', '=', id)
          .returning('user_id')
          .executeTakeFirst();
        if (touched) await noteSeen(transaction, touched.user_id, lastSeenAt);
      });
    },

    listOfUser: async (userId, now) => {
      const rows = await run((db) =>
        db
          .selectFrom('sessions')
          .selectAll()
          .where('user_id', '=', userId)
          .where('expires_at', '>', now)
          .orderBy('last_seen_at', 'desc')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toStoredSession);
    },

    revoke: async (id, userId) => {
      const result = await run((db) =>
        db.deleteFrom('sessions').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst(),
      );
      return result.numDeletedRows > 0n;
    },

    revokeAllOfUser: async (userId, exceptId) => {
      await run((db) =>
        db
          .deleteFrom('sessions')
          .where('user_id', '=', userId)
          .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
          .execute(),
      );
    },

    readLastSeen: async () => {
      const rows = await run((db) => db.selectFrom('users').select(['id', 'last_seen_at']).execute());
      return new Map(
        rows.flatMap(({ id, last_seen_at: time }) => (time === null ? [] : [[id, time] as const])),
      );
    },

    deleteExpired: async (now) => {
      await run((db) => db.deleteFrom('sessions').where('expires_at', '<=', now).execute());
    },
  };
}

async function noteSeen(db: Kysely<Tables>, userId: UserId, time: number): Promise<void> {
  await db.updateTable('users').set({ last_seen_at: time }).where('id', '=', userId).execute();
}

function toStoredSession(row: Tables['sessions']): StoredSession {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    userId: row.user_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    issuer: row.issuer,
    isStrong: row.is_strong === 1,
  };
}
