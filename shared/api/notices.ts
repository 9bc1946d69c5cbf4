import { z } from 'zod';
import { OrganisationId, ReportId } from '../model/ids.ts';
import { PersonRef, ThreadId } from './comments.ts';

/** Bodies of the routes by which people are told what concerns them, for both sides. */

export const noticePaths = {
  notices: '/api/notices',
  read: '/api/notices/read',
  choices: '/api/profile/notices',
} as const;

/**
 * What one is told about: a mention, an answer in a thread one has written in, a comment on a row of
 * one's organisation, a sheet that was submitted (its coordinators), returned or accepted (its editors), a
 * deadline that is near for a sheet of one's organisation, an accepted sheet that has changed since (its
 * coordinators).
 */
export const NoticeKind = z.enum([
  'mention',
  'answer',
  'comment',
  'submitted',
  'returned',
  'accepted',
  'deadline',
  'changed',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Where one is told: within the product, or by mail. */
export type NoticeChannel = 'app' | 'mail';

export const NoticeId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,40}$/)
  .brand<'NoticeId'>();
export type NoticeId = z.infer<typeof NoticeId>;

/** What a notice is about, besides its report. */
export const NoticeSubject = z.object({
  threadId: ThreadId.nullable(),
  organisationId: OrganisationId.nullable(),
  /** How the comment, or the note of the step, begins; of a deadline its day, `YYYY-MM-DD`. */
  words: z.string().max(300),
});
export type NoticeSubject = z.infer<typeof NoticeSubject>;

export const NoticeAnswer = z.object({
  id: NoticeId,
  kind: NoticeKind,
  reportId: ReportId,
  /** Who did it; null for the server. */
  by: PersonRef.nullable(),
  subject: NoticeSubject,
  /** What the organisation is called today; null when the notice is about none. */
  organisation: z.string().nullable(),
  year: z.int(),
  at: z.iso.datetime(),
  isRead: z.boolean(),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;

export const shownNoticeCount = 100;

/** GET notices: my newest ones, the newest first, and how many of all are unread. */
export const NoticeList = z.object({ notices: z.array(NoticeAnswer), unreadCount: z.int() });
export type NoticeList = z.infer<typeof NoticeList>;

/** POST read: those named, or null for all of mine. The answer is the list. */
export const NoticesReadRequest = z.object({
  ids: z.array(NoticeId).min(1).max(200).nullable(),
  isRead: z.boolean(),
});
export type NoticesReadRequest = z.infer<typeof NoticesReadRequest>;

const kinds = z.array(NoticeKind).max(NoticeKind.options.length);

/** GET my choices: the kinds that are switched off, in the product and by mail; all others are on. */
export const NoticeChoices = z.object({ off: kinds, mailOff: kinds });
export type NoticeChoices = z.infer<typeof NoticeChoices>;

/** PUT my choices; without `mailOff` those of mail stay. */
export const NoticeChoicesRequest = z.object({ off: kinds, mailOff: kinds.optional() });
export type NoticeChoicesRequest = z.infer<typeof NoticeChoicesRequest>;
