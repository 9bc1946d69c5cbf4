import type { Transaction } from 'kysely';
import { NoticeId } from '#shared/api/notices.ts';
import { createId, type UserId } from '#shared/model/ids.ts';
import type { NewNotice } from '../NoticeStore.ts';
import type { Tables } from '../Tables.ts';

/** Within the transaction of what caused them. Gives those that were written: not switched off, and not told before. */
export async function insertNotices(
  transaction: Transaction<Tables>,
  notices: readonly NewNotice[],
): Promise<NewNotice[]> {
  if (notices.length === 0) return [];
  const off = await readOff(
    transaction,
    notices.map(({ userId }) => userId),
  );
  const written: NewNotice[] = [];
  for (const notice of notices) {
    if (off.has(`${notice.userId}/${notice.kind}`)) continue;
    const result = await transaction
      .insertInto('notices')
      .values({
        id: NoticeId.parse(createId()),
        user_id: notice.userId,
        kind: notice.kind,
        report_id: notice.reportId,
        by_user_id: notice.by,
        subject: JSON.stringify(notice.subject),
        created_at: notice.createdAt,
        once_key: notice.onceKey,
        read_at: null,
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'once_key']).doNothing())
      .executeTakeFirst();
    if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) written.push(notice);
  }
  return written;
}

async function readOff(
  transaction: Transaction<Tables>,
  userIds: readonly UserId[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('notice_choices')
    .select(['user_id', 'kind'])
    .where('channel', '=', 'app')
    .where('user_id', 'in', [...new Set(userIds)])
    .execute();
  return new Set(rows.map(({ user_id, kind }) => `${user_id}/${kind}`));
}
