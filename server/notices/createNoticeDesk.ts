import { PeopleBook } from '#server/comments/PeopleBook.ts';
import type { StoredNotice } from '#server/storage/NoticeStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import { type NoticeAnswer, type NoticeList, shownNoticeCount } from '#shared/api/notices.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';

/** What a person is told, as it may be shown to them today. */
export type NoticeDesk = {
  /** Of reports that the person may still read; what an old notice says of another is not told any more. */
  list(actor: Actor): Promise<NoticeList>;
};

export function createNoticeDesk({ users, reports, notices }: Storage): NoticeDesk {
  return {
    async list(actor) {
      const people = new PeopleBook(users);
      const structures = new Map<ReportId, Promise<ReportStructure | null>>();
      const findStructure = (reportId: ReportId) => {
        const known = structures.get(reportId) ?? reports.findStructure(reportId);
        structures.set(reportId, known);
        return known;
      };
      const stored = await notices.list(actor.userId, shownNoticeCount);
      const shown = stored.filter(({ reportId }) => can(actor, { action: 'report.read', reportId }).allowed);
      const answers = await Promise.all(
        shown.map(async (notice) => present(notice, people, await findStructure(notice.reportId))),
      );
      const hidden = stored.filter((notice) => !shown.includes(notice) && notice.readAt === null).length;
      return {
        notices: answers.filter((answer) => answer !== null),
        unreadCount: (await notices.countUnread(actor.userId)) - hidden,
      };
    },
  };
}

async function present(
  { id, kind, reportId, by, subject, createdAt, readAt }: StoredNotice,
  people: PeopleBook,
  structure: ReportStructure | null,
): Promise<NoticeAnswer | null> {
  if (structure === null) return null;
  const organisation = structure.organisations.find((one) => one.id === subject.organisationId);
  return {
    id,
    kind,
    reportId,
    by: by === null ? null : await people.describe(by),
    subject,
    organisation: organisation?.shortName ?? null,
    year: structure.report.year,
    at: new Date(createdAt).toISOString(),
    isRead: readAt !== null,
  };
}
