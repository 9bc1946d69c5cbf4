import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { LookStore } from '../VersionStore.ts';

export function createLookStore({ run }: DatabaseAccess): LookStore {
  const find: LookStore['find'] = (reportId, userId) =>
    run(async (db) => {
      const row = await db
        .selectFrom('looks')
        .select('time')
        .where('report_id', '=', reportId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.time ?? null;
    });
  return {
    find,
    async save(reportId, userId, time) {
      await run((db) =>
        db
          .insertInto('looks')
          .values({ report_id: reportId, user_id: userId, time })
          .onConflict((conflict) =>
            conflict.columns(['report_id', 'user_id']).doUpdateSet({ time }).where('looks.time', '<', time),
          )
          .execute(),
      );
      return (await find(reportId, userId)) ?? time;
    },
  };
}
