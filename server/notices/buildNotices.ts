import type { NewNotice } from '#server/storage/NoticeStore.ts';
import type { NewTransition, StoredUser } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import type { ThreadId } from '#shared/api/comments.ts';
import type { NoticeKind, NoticeSubject } from '#shared/api/notices.ts';
import { type CommentPlace, isRowPlace } from '#shared/comments/CommentPlace.ts';
import type { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';

/** Enough to know what it is about. */
const wordCount = 200;

type Told = { users: readonly StoredUser[]; reportId: ReportId; by: UserId; at: number };

/** Who is to know of a comment: each once, for the nearest reason, and never its author. */
export function buildCommentNotices(
  { users, reportId, by, at }: Told,
  comment: {
    threadId: ThreadId;
    place: CommentPlace;
    text: string;
    mentions: readonly UserId[];
    /** Who has written in the thread before. */
    participants: readonly UserId[];
    isNew: boolean;
  },
): NewNotice[] {
  const organisationId = isRowPlace(comment.place) ? comment.place.organisationId : null;
  const kinds = new Map<UserId, NoticeKind>();
  if (comment.isNew && organisationId !== null) {
    for (const id of listEditors(users, reportId, organisationId)) kinds.set(id, 'comment');
  }
  for (const id of comment.participants) kinds.set(id, 'answer');
  for (const id of comment.mentions) kinds.set(id, 'mention');
  const subject = { threadId: comment.threadId, organisationId, words: comment.text.slice(0, wordCount) };
  return address([...kinds], { users, reportId, by, at }, subject);
}

/** Who is to know of a step: the coordinators of a submission, the editors of a decision. */
export function buildStepNotices(
  { users, reportId, by, at }: Told,
  { step, organisationId, note }: Pick<NewTransition, 'step' | 'organisationId' | 'note'>,
): NewNotice[] {
  const subject = { threadId: null, organisationId, words: note.slice(0, wordCount) };
  const tell = (ids: readonly UserId[], kind: NoticeKind) =>
    address(
      ids.map((id) => [id, kind] as const),
      { users, reportId, by, at },
      subject,
    );
  if (step === 'submit') return tell(listCoordinators(users, reportId), 'submitted');
  if (step === 'return') return tell(listEditors(users, reportId, organisationId), 'returned');
  if (step === 'accept') return tell(listEditors(users, reportId, organisationId), 'accepted');
  return [];
}

/** Those who fill in the sheet of an organisation. */
export function listEditors(
  users: readonly StoredUser[],
  reportId: ReportId,
  organisationId: OrganisationId,
): UserId[] {
  return users
    .filter(({ memberships }) =>
      memberships.some(
        (one) => one.role === 'editor' && one.reportId === reportId && one.organisationId === organisationId,
      ),
    )
    .map(({ id }) => id);
}

/** Those who accept the sheets of a report. */
export function listCoordinators(users: readonly StoredUser[], reportId: ReportId): UserId[] {
  return users
    .filter(({ memberships }) =>
      memberships.some((one) => one.role === 'coordinator' && one.reportId === reportId),
    )
    .map(({ id }) => id);
}

/** Nobody is told what they did themselves, nor of a report that they may not read any more. */
function address(
  kinds: readonly (readonly [UserId, NoticeKind])[],
  { users, reportId, by, at }: Told,
  subject: NoticeSubject,
): NewNotice[] {
  const known = new Map(users.map((user) => [user.id, user]));
  return kinds.flatMap(([userId, kind]) => {
    const user = known.get(userId);
    if (user === undefined || user.isDisabled || userId === by) return [];
    if (!can({ ...user, userId }, { action: 'report.read', reportId }).allowed) return [];
    return [{ userId, kind, reportId, by, subject, createdAt: at, onceKey: null }];
  });
}
