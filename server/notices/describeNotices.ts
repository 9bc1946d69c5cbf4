import { PeopleBook } from '#server/comments/PeopleBook.ts';
import type { StoredNotice } from '#server/storage/NoticeStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import type { NoticeAnswer } from '#shared/api/notices.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';

/** Of reports that the person may still read; what an old notice says of another is not told any more. */
export async function describeNotices(
  { users, reports }: Pick<Storage, 'users' | 'reports'>,
  actor: Actor,
  stored: readonly StoredNotice[],
): Promise<NoticeAnswer[]> {
  const people = new PeopleBook(users);
  const structures = new Map<ReportId, Promise<ReportStructure | null>>();
  const findStructure = (reportId: ReportId) => {
    const known = structures.get(reportId) ?? reports.findStructure(reportId);
    structures.set(reportId, known);
    return known;
  };
  const answers = await Promise.all(
    stored
      .filter(({ reportId }) => can(actor, { action: 'report.read', reportId }).allowed)
      .map(async (notice) => describe(notice, people, await findStructure(notice.reportId))),
  );
  return answers.filter((answer) => answer !== null);
}

async function describe(
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
