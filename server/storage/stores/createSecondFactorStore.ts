import type { Transaction } from 'kysely';
import type { UserId } from '#shared/model/ids.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { SecondFactorStore } from '../Storage.ts';
import type { Tables } from '../Tables.ts';

export function createSecondFactorStore({ run, transact }: DatabaseAccess): SecondFactorStore {
  return {
    find: async (userId) => {
      const row = await run((db) =>
        db.selectFrom('second_factors').selectAll().where('user_id', '=', userId).executeTakeFirst(),
      );
      if (!row) return null;
      const { secret, created_at: createdAt, confirmed_at: confirmedAt, last_step: lastStep } = row;
      return { userId, secret, createdAt, confirmedAt, lastStep };
    },

    listConfirmed: async () => {
      const rows = await run((db) =>
        db
          .selectFrom('second_factors')
          .select('user_id')
          .where('confirmed_at', 'is not', null)
          .orderBy('user_id')
          .execute(),
      );
      return rows.map(({ user_id: userId }) => userId);
    },

    propose: (userId, secret, now) =>
      transact(async (transaction) => {
        await transaction
          .deleteFrom('second_factors')
          .where('user_id', '=', userId)
          .where('confirmed_at', 'is', null)
          .execute();
        const added = await transaction
          .insertInto('second_factors')
          .values({ user_id: userId, secret, created_at: now, confirmed_at: null, last_step: 0 })
          .onConflict((conflict) => conflict.column('user_id').doNothing())
          .executeTakeFirst();
        return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    confirm: (userId, { secret, step, now, codeHashes }) =>
      transact(async (transaction) => {
        // The secret is named: it is not to confirm one that another page has proposed meanwhile.
        const confirmed = await transaction
          .updateTable('second_factors')
          .set({ confirmed_at: now, last_step: step })
          .where('user_id', '=', userId)
          .where('secret', '=', secret)
          .where('confirmed_at', 'is', null)
          .executeTakeFirst();
        if (confirmed.numUpdatedRows === 0n) return false;
        await replaceCodes(transaction, userId, codeHashes);
        return true;
      }),

    takeStep: async (userId, step) => {
      // One statement decides: of two who send the same code at once the second finds it used.
      const result = await run((db) =>
        db
          .updateTable('second_factors')
          .set({ last_step: step })
          .where('user_id', '=', userId)
          .where('confirmed_at', 'is not', null)
          .where('last_step', '<', step)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows > 0n;
    },

    takeRecoveryCode: async (userId, codeHash) => {
      const result = await run((db) =>
        db
          .deleteFrom('recovery_codes')
          .where('user_id', '=', userId)
          .where('code_hash', '=', codeHash)
          .executeTakeFirst(),
      );
      return result.numDeletedRows > 0n;
    },

    countRecoveryCodes: async (userId: UserId) => {
      const { count } = await run((db) =>
        db
          .selectFrom('recovery_codes')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('user_id', '=', userId)
          .executeTakeFirstOrThrow(),
      );
      return count;
    },

    replaceRecoveryCodes: (userId, codeHashes) =>
      transact(async (transaction) => {
        const factor = await transaction
          .selectFrom('second_factors')
          .select('user_id')
          .where('user_id', '=', userId)
          .where('confirmed_at', 'is not', null)
          .executeTakeFirst();
        if (!factor) return false;
        await replaceCodes(transaction, userId, codeHashes);
        return true;
      }),

    listSecrets: async () => {
      const rows = await run((db) =>
        db.selectFrom('second_factors').select(['user_id', 'secret']).orderBy('user_id').execute(),
      );
      return rows.map(({ user_id: userId, secret }) => ({ userId, secret }));
    },

    replaceSecret: async (userId, old, next) => {
      await run((db) =>
        db
          .updateTable('second_factors')
          .set({ secret: next })
          .where('user_id', '=', userId)
          .where('secret', '=', old)
          .execute(),
      );
    },

    remove: (userId) =>
      transact(async (transaction) => {
        await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
        const result = await transaction
          .deleteFrom('second_factors')
          .where('user_id', '=', userId)
          .executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

async function replaceCodes(
  transaction: Transaction<Tables>,
  userId: UserId,
  codeHashes: readonly string[],
): Promise<void> {
  await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await transaction
    .insertInto('recovery_codes')
    .values(codeHashes.map((hash) => ({ user_id: userId, code_hash: hash })))
    .execute();
}
