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
  const userIds = [...new Set(notices.map(({ userId }) => userId))];
  const off = await readOff(transaction, userIds);
  const mailed = await readMailed(transaction, userIds);
  const written: NewNotice[] = [];
  for (const notice of notices) {
    const isShown = !off.has(`app/${notice.userId}/${notice.kind}`);
    const isMailed = mailed.has(notice.userId) && !off.has(`mail/${notice.userId}/${notice.kind}`);
    if (!isShown && !isMailed) continue;
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
        is_shown: Number(isShown),
        mail_settled_at: isMailed ? null : notice.createdAt,
        mail_batch: null,
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'once_key']).doNothing())
      .executeTakeFirst();
    if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) written.push(notice);
  }
  return written;
}

/** Each as `channel/person/kind`. */
async function readOff(
  transaction: Transaction<Tables>,
  userIds: readonly UserId[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('notice_choices')
    .select(['user_id', 'channel', 'kind'])
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map(({ user_id, channel, kind }) => `${channel}/${user_id}/${kind}`));
}

/** Whom mail reaches at this moment: who confirms an address later is not mailed what was before. */
async function readMailed(
  transaction: Transaction<Tables>,
  userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  const rows = await transaction
    .selectFrom('mail_addresses')
    .select('user_id')
    .where('user_id', 'in', userIds)
    .where('confirmed_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}
