import { createHash } from 'node:crypto';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import { buildCommentNotices } from '#server/notices/buildNotices.ts';
import type { NewComment, StoredThread } from '#server/storage/CommentStore.ts';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import {
  CommentId,
  type PersonRef,
  type ReaderList,
  type ThreadAnswer,
  ThreadId,
  type ThreadList,
  type WrittenComment,
  type WrittenThread,
} from '#shared/api/comments.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type ReportId, type UserId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import { PeopleBook } from './PeopleBook.ts';
import { readPlace } from './readPlace.ts';

/** Comments: who may is decided by the routes; everything rejects with AppError `report.unknown`, `comment.…`. */
export type CommentDesk = {
  list(reportId: ReportId): Promise<ThreadList>;
  find(reportId: ReportId, threadId: ThreadId): Promise<ThreadAnswer>;
  listReaders(reportId: ReportId): Promise<ReaderList>;
  begin(actor: Actor, reportId: ReportId, request: WrittenThread): Promise<ThreadAnswer>;
  answer(
    actor: Actor,
    thread: { reportId: ReportId; threadId: ThreadId },
    request: WrittenComment,
  ): Promise<ThreadAnswer>;
  resolve(
    actor: Actor,
    thread: { reportId: ReportId; threadId: ThreadId },
    isResolved: boolean,
  ): Promise<ThreadAnswer>;
  edit(
    actor: Actor,
    comment: { reportId: ReportId; threadId: ThreadId; commentId: CommentId },
    request: WrittenComment,
  ): Promise<ThreadAnswer>;
  remove(
    actor: Actor,
    comment: { reportId: ReportId; threadId: ThreadId; commentId: CommentId },
  ): Promise<ThreadAnswer>;
};

type Parts = { storage: Storage; collaboration: Collaboration; now: () => number };

export function createCommentDesk({ storage, collaboration, now }: Parts): CommentDesk {
  const { comments } = storage;

  async function present(threads: readonly StoredThread[]): Promise<ThreadAnswer[]> {
    const people = new PeopleBook(storage.users);
    return Promise.all(threads.map((thread) => presentThread(thread, (id) => people.describe(id))));
  }

  async function find(reportId: ReportId, threadId: ThreadId): Promise<ThreadAnswer> {
    const thread = await comments.find(reportId, threadId);
    const [answer] = thread === null ? [] : await present([thread]);
    if (answer === undefined) throw new AppError('comment.unknown');
    return answer;
  }

  /** What was done is told to whoever has the report open. */
  async function tell(
    reportId: ReportId,
    threadId: ThreadId,
    notices: readonly NewNotice[] = [],
  ): Promise<ThreadAnswer> {
    collaboration.commentsChanged(reportId, threadId);
    collaboration.noticesChanged(notices.map(({ userId }) => userId));
    return find(reportId, threadId);
  }

  /** A mention is a promise that the person will see it. Each once. */
  async function checkMentions(reportId: ReportId, mentions: readonly UserId[]): Promise<UserId[]> {
    const checked = [...new Set(mentions)];
    for (const id of checked) {
      const user = await storage.users.findById(id);
      if (user === null) throw new AppError('comment.mention-unknown');
      const reader = await storage.users.findActor(id);
      if (reader === null || !can(reader, { action: 'comment.read', reportId }).allowed) {
        throw new AppError('comment.mention-no-access', { name: user.name });
      }
    }
    return checked;
  }

  async function write(
    actor: Actor,
    reportId: ReportId,
    id: CommentId,
    written: WrittenComment,
  ): Promise<NewComment> {
    return {
      id,
      userId: actor.userId,
      createdAt: now(),
      text: written.text,
      mentions: await checkMentions(reportId, written.mentions),
    };
  }

  return {
    async list(reportId) {
      await expectReport(storage, reportId);
      return { threads: await present(await comments.list(reportId)) };
    },

    find,

    async listReaders(reportId) {
      await expectReport(storage, reportId);
      const users = await storage.users.list();
      const readers = users.filter(
        (user) =>
          !user.isDisabled && can({ ...user, userId: user.id }, { action: 'comment.read', reportId }).allowed,
      );
      return { readers: readers.map(({ id, name }) => ({ userId: id, name })) };
    },

    async begin(actor, reportId, request) {
      const { place, shown, text, mentions } = request;
      const id = nameComment(actor, [reportId, JSON.stringify(place)], request);
      const threadId = ThreadId.parse(id);
      if ((await comments.find(reportId, threadId)) !== null) return find(reportId, threadId);
      const structure = await storage.reports.findStructure(reportId);
      if (structure === null) throw new AppError('report.unknown');
      const about = await readPlace(collaboration, structure, place, shown);
      const comment = await write(actor, reportId, id, { text, mentions });
      const thread = { id: threadId, reportId, place, ...about, createdAt: comment.createdAt, comment };
      const told = { users: await storage.users.list(), reportId, by: actor.userId, at: comment.createdAt };
      const notices = buildCommentNotices(told, {
        threadId,
        place,
        ...comment,
        participants: [],
        isNew: true,
      });
      try {
        await comments.begin(thread, notices);
      } catch (error) {
        if ((await comments.find(reportId, threadId)) === null) throw error;
        return find(reportId, threadId);
      }
      return tell(reportId, threadId, notices);
    },

    async answer(actor, { reportId, threadId }, request) {
      const thread = await comments.find(reportId, threadId);
      if (thread === null) throw new AppError('comment.unknown');
      const id = nameComment(actor, [reportId, threadId], request);
      const isThere = (stands: StoredThread | null) => stands?.comments.some((one) => one.id === id) ?? false;
      if (isThere(thread)) return find(reportId, threadId);
      const comment = await write(actor, reportId, id, request);
      const told = { users: await storage.users.list(), reportId, by: actor.userId, at: comment.createdAt };
      const participants = thread.comments.map(({ userId }) => userId);
      const about = { threadId, place: thread.place, ...comment, participants, isNew: false };
      const notices = buildCommentNotices(told, about);
      try {
        await comments.answer(reportId, threadId, comment, notices);
      } catch (error) {
        if (!isThere(await comments.find(reportId, threadId))) throw error;
        return find(reportId, threadId);
      }
      return tell(reportId, threadId, notices);
    },

    async resolve(actor, { reportId, threadId }, isResolved) {
      const resolved = isResolved ? { at: now(), by: actor.userId } : null;
      await comments.resolve(reportId, threadId, resolved);
      return tell(reportId, threadId);
    },

    async edit({ userId }, { reportId, threadId, commentId }, { text, mentions }) {
      const checked = await checkMentions(reportId, mentions);
      const thread = await comments.find(reportId, threadId);
      const before = thread?.comments.find(({ id }) => id === commentId)?.mentions;
      if (thread === null || before === undefined) throw new AppError('comment.unknown');
      const comment = { id: commentId, userId, at: now() };
      // Who was mentioned before has been told already.
      const mentioned = checked.filter((id) => !before.includes(id));
      const told = { users: await storage.users.list(), reportId, by: userId, at: comment.at };
      const about = {
        threadId,
        place: thread.place,
        text,
        mentions: mentioned,
        participants: [],
        isNew: false,
      };
      const notices = buildCommentNotices(told, about);
      await comments.edit(reportId, threadId, comment, { text, mentions: checked }, notices);
      return tell(reportId, threadId, notices);
    },

    async remove({ userId }, { reportId, threadId, commentId }) {
      await comments.remove(reportId, threadId, { id: commentId, userId, at: now() });
      return tell(reportId, threadId);
    },
  };
}

/**
 * The same words at the same place by one person's one press have one id, so of a request that is sent
 * again, or twice at once, the database keeps one. Nobody can name the id of somebody else's.
 */
function nameComment(
  { userId }: Actor,
  place: readonly string[],
  { key, text, mentions }: WrittenComment,
): CommentId {
  if (key === undefined) return CommentId.parse(createId());
  const whole = JSON.stringify([userId, place, key, text, mentions]);
  return CommentId.parse(createHash('sha256').update(whole).digest('hex').slice(0, 40));
}

async function expectReport({ reports }: Storage, reportId: ReportId): Promise<void> {
  if (!(await reports.exists(reportId))) throw new AppError('report.unknown');
}

async function presentThread(
  { id, place, title, quote, createdAt, resolved, comments }: StoredThread,
  describe: (userId: UserId) => Promise<PersonRef>,
): Promise<ThreadAnswer> {
  return {
    id,
    place,
    title,
    quote,
    at: toIso(createdAt),
    resolved: resolved && { at: toIso(resolved.at), by: await describe(resolved.by) },
    comments: await Promise.all(
      comments.map(async (comment) => ({
        id: comment.id,
        author: await describe(comment.userId),
        at: toIso(comment.createdAt),
        editedAt: comment.editedAt === null ? null : toIso(comment.editedAt),
        deletedAt: comment.deletedAt === null ? null : toIso(comment.deletedAt),
        text: comment.text,
        mentions: await Promise.all(comment.mentions.map(describe)),
      })),
    ),
  };
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}
