import { z } from 'zod';
import { CommentPlace } from '../comments/CommentPlace.ts';
import { ReportId, UserId } from '../model/ids.ts';
import { optionalLine, typedText } from '../model/typedText.ts';

/** Bodies of the routes of comments, for both sides. Everything that people write is plain text. */

export const commentPaths = {
  comments: '/api/reports/:reportId/comments',
  thread: '/api/reports/:reportId/comments/:threadId',
  answers: '/api/reports/:reportId/comments/:threadId/answers',
  comment: '/api/reports/:reportId/comments/:threadId/answers/:commentId',
  readers: '/api/reports/:reportId/readers',
} as const;

const idText = z.string().regex(/^[A-Za-z0-9]{1,40}$/);
export const ThreadId = idText.brand<'ThreadId'>();
export type ThreadId = z.infer<typeof ThreadId>;
export const CommentId = idText.brand<'CommentId'>();
export type CommentId = z.infer<typeof CommentId>;

export const ThreadParams = z.object({ reportId: ReportId, threadId: ThreadId });
export const CommentParams = ThreadParams.extend({ commentId: CommentId });

export const commentLengthLimit = 4_000;
/** Words of a figure, and of the place of a thread. */
export const quoteLengthLimit = 500;
/** In one thread. */
export const commentCountLimit = 500;

const text = typedText(commentLengthLimit);
/** Of one press of the button, made by who presses it: sent again it is the same comment, also when its answer was lost. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .optional();
const mentions = z.array(UserId).max(20).default([]);

export const PersonRef = z.object({ userId: UserId, name: z.string().nullable() });
export type PersonRef = z.infer<typeof PersonRef>;

/** What stood in a cell, as stored: an id, a code, kopiykas. Null was empty. Of a text its words. */
export const QuotedContent = z
  .union([z.string(), z.number(), z.object({ unreadable: z.string() })])
  .nullable();
export type QuotedContent = z.infer<typeof QuotedContent>;

export const CommentAnswer = z.object({
  id: CommentId,
  author: PersonRef,
  at: z.iso.datetime(),
  /** When its author last changed it; null for never. */
  editedAt: z.iso.datetime().nullable(),
  /** When its author took it away; its text is gone then. */
  deletedAt: z.iso.datetime().nullable(),
  text: z.string(),
  mentions: z.array(PersonRef),
});
export type CommentAnswer = z.infer<typeof CommentAnswer>;

export const ThreadAnswer = z.object({
  id: ThreadId,
  place: CommentPlace,
  /** What the row was called, or how the paragraph began, when the thread was begun. */
  title: z.string(),
  /** What stood at the place then. */
  quote: QuotedContent,
  at: z.iso.datetime(),
  resolved: z.object({ at: z.iso.datetime(), by: PersonRef }).nullable(),
  /** The first one began the thread; the others answer it. */
  comments: z.array(CommentAnswer).min(1),
});
export type ThreadAnswer = z.infer<typeof ThreadAnswer>;

/** GET comments: all threads of the report, the oldest first. */
export const ThreadList = z.object({ threads: z.array(ThreadAnswer) });
export type ThreadList = z.infer<typeof ThreadList>;

/** POST comments: begins a thread. `shown` is what a figure printed; of everything else the server knows it. */
export const ThreadRequest = z.object({
  place: CommentPlace,
  shown: optionalLine(quoteLengthLimit).default(''),
  text,
  mentions,
  key,
});
export type ThreadRequest = z.input<typeof ThreadRequest>;
export type WrittenThread = z.output<typeof ThreadRequest>;

/** POST answers, PATCH comment. The answer is the whole thread. */
export const CommentRequest = z.object({ text, mentions, key });
export type CommentRequest = z.input<typeof CommentRequest>;
export type WrittenComment = z.output<typeof CommentRequest>;

/** PATCH thread. */
export const ResolveRequest = z.object({ isResolved: z.boolean() });
export type ResolveRequest = z.infer<typeof ResolveRequest>;

/** GET readers: whom a comment may mention, by name. */
export const ReaderList = z.object({ readers: z.array(z.object({ userId: UserId, name: z.string() })) });
export type ReaderList = z.infer<typeof ReaderList>;
