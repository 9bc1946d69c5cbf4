import type { CommentId, QuotedContent, ThreadId } from '#shared/api/comments.ts';
import type { CommentPlace } from '#shared/comments/CommentPlace.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { NewNotice } from './NoticeStore.ts';

export type StoredComment = {
  id: CommentId;
  userId: UserId;
  createdAt: number;
  editedAt: number | null;
  /** Its text and mentions are gone then, its place in the thread stays. */
  deletedAt: number | null;
  text: string;
  mentions: UserId[];
};

export type StoredThread = {
  id: ThreadId;
  reportId: ReportId;
  place: CommentPlace;
  title: string;
  quote: QuotedContent;
  createdAt: number;
  resolved: { at: number; by: UserId } | null;
  /** In the order they were written in; at least one. */
  comments: StoredComment[];
};

export type NewComment = Pick<StoredComment, 'id' | 'userId' | 'createdAt' | 'text' | 'mentions'>;
export type NewThread = Pick<StoredThread, 'id' | 'reportId' | 'place' | 'title' | 'quote' | 'createdAt'> & {
  comment: NewComment;
};

export type CommentChange = Pick<StoredComment, 'text' | 'mentions'>;

/**
 * What people say about places of a report. Goes with the report. Everything that writes rejects with
 * AppError `access.finalised` when the report is closed.
 */
export type CommentStore = {
  /** The oldest first. */
  list(reportId: ReportId): Promise<StoredThread[]>;
  /** Null when the report has no such thread. */
  find(reportId: ReportId, threadId: ThreadId): Promise<StoredThread | null>;
  /** Who is told of it is written with it: so too in {@link CommentStore.answer}. */
  begin(thread: NewThread, notices?: readonly NewNotice[]): Promise<void>;
  /** AppError `comment.unknown`, `comment.resolved`, `comment.too-many`. */
  answer(
    reportId: ReportId,
    threadId: ThreadId,
    comment: NewComment,
    notices?: readonly NewNotice[],
  ): Promise<void>;
  /** Null opens it again; what is so already stays as it is. AppError `comment.unknown`. */
  resolve(reportId: ReportId, threadId: ThreadId, resolved: StoredThread['resolved']): Promise<void>;
  /** Of its author only. AppError `comment.unknown` (also of a deleted one), `comment.not-yours`. */
  edit(
    reportId: ReportId,
    threadId: ThreadId,
    comment: { id: CommentId; userId: UserId; at: number },
    change: CommentChange,
    notices?: readonly NewNotice[],
  ): Promise<void>;
  /** The same; leaves that there was one. */
  remove(
    reportId: ReportId,
    threadId: ThreadId,
    comment: { id: CommentId; userId: UserId; at: number },
  ): Promise<void>;
  /**
   * The threads in which one comment has all of the words, whatever their case, as parts of words too;
   * deleted comments are not searched. The newest first, at most `limit`.
   */
  search(reportId: ReportId, words: readonly string[], limit: number): Promise<StoredThread[]>;
};
