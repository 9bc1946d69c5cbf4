import { versionCountLimit } from '#shared/api/versions.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import type { StoredVersion, VersionStore } from '../VersionStore.ts';

export function createVersionStore({ run, transact }: DatabaseAccess): VersionStore {
  return {
    list: (reportId) =>
      run(async (db) => {
        const rows = await db
          .selectFrom('versions')
          .selectAll()
          .where('report_id', '=', reportId)
          .orderBy('moment', 'desc')
          .orderBy('id')
          .execute();
        return rows.map(toVersion);
      }),

    create: (version) =>
      transact(async (transaction) => {
        const { count } = await transaction
          .selectFrom('versions')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('report_id', '=', version.reportId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= versionCountLimit) {
          throw new AppError('version.too-many', { limit: versionCountLimit });
        }
        try {
          await transaction
            .insertInto('versions')
            .values({
              id: version.id,
              report_id: version.reportId,
              name: version.name,
              name_key: version.name.normalize('NFC').toLowerCase(),
              note: version.note,
              moment: version.moment,
              user_id: version.userId,
              created_at: version.createdAt,
              removed_by: null,
              removed_at: null,
            })
            .execute();
        } catch (error) {
          if (!isUniqueViolation(error)) throw error;
          throw new AppError('version.name-taken', { name: version.name }, { cause: error });
        }
      }),

    remove: (reportId, id, { userId, time }) =>
      run(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('versions')
          .set({ removed_by: userId, removed_at: time })
          .where('id', '=', id)
          .where('report_id', '=', reportId)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
  };
}

function toVersion(row: Tables['versions']): StoredVersion {
  const { removed_by: removedBy, removed_at: removedAt } = row;
  return {
    id: row.id,
    reportId: row.report_id,
    name: row.name,
    note: row.note,
    moment: row.moment,
    userId: row.user_id,
    createdAt: row.created_at,
    removed: removedBy === null || removedAt === null ? null : { userId: removedBy, time: removedAt },
  };
}
