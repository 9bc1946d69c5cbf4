import type { NoticeChannel, NoticeId, NoticeKind, NoticeSubject } from '#shared/api/notices.ts';
import type { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';

/** One person is told one thing. */
export type NewNotice = {
  userId: UserId;
  kind: NoticeKind;
  reportId: ReportId;
  /** Who did it; null for the server. */
  by: UserId | null;
  subject: NoticeSubject;
  createdAt: number;
  /** A person is told once what has the same key; null for what is always news. */
  onceKey: string | null;
};

export type StoredNotice = Omit<NewNotice, 'onceKey'> & { id: NoticeId; readAt: number | null };

/** That somebody was told of an organisation. */
export type ToldNotice = {
  userId: UserId;
  organisationId: OrganisationId | null;
  createdAt: number;
  /** When it was read or, where it is for mail alone, mailed; null before. */
  seenAt: number | null;
};

/**
 * What people are told. Written in the transaction of what caused it: `CommentStore` and
 * `SubmissionStore` take notices along. A kind that a person has switched off is not written for them; one that is off
 * in the product alone is kept for `MailStore` and shown nowhere.
 */
export type NoticeStore = {
  /** For what has no transaction of its own. Gives those that were written. */
  add(notices: readonly NewNotice[]): Promise<NewNotice[]>;
  /** The newest first. */
  list(userId: UserId, limit: number): Promise<StoredNotice[]>;
  countUnread(userId: UserId): Promise<number>;
  /** Of this person; null means all. */
  mark(userId: UserId, ids: readonly NoticeId[] | null, readAt: number | null): Promise<void>;
  /** When a notice of a kind was last written about each organisation of a report. */
  listLast(reportId: ReportId, kind: NoticeKind): Promise<Map<OrganisationId, number>>;
  /** Everybody's notices of a kind about a report, the oldest first. */
  listTold(reportId: ReportId, kind: NoticeKind): Promise<ToldNotice[]>;
  listOff(userId: UserId, channel: NoticeChannel): Promise<NoticeKind[]>;
  /** Of mail: what waits of these kinds is not sent any more. */
  setOff(userId: UserId, channel: NoticeChannel, kinds: readonly NoticeKind[]): Promise<void>;
};
