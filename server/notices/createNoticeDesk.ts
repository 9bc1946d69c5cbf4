import type { Storage } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import { type NoticeList, shownNoticeCount } from '#shared/api/notices.ts';
import type { Actor } from '#shared/model/user.ts';
import { describeNotices } from './describeNotices.ts';

/** What a person is told, as it may be shown to them today. */
export type NoticeDesk = {
  /** Of reports that the person may still read; what an old notice says of another is not told any more. */
  list(actor: Actor): Promise<NoticeList>;
};

export function createNoticeDesk(storage: Storage): NoticeDesk {
  const { notices } = storage;
  return {
    async list(actor) {
      const stored = await notices.list(actor.userId, shownNoticeCount);
      const hidden = stored.filter(
        ({ reportId, readAt }) => readAt === null && !can(actor, { action: 'report.read', reportId }).allowed,
      ).length;
      return {
        notices: await describeNotices(storage, actor, stored),
        unreadCount: (await notices.countUnread(actor.userId)) - hidden,
      };
    },
  };
}
