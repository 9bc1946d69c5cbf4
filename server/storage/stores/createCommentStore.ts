import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { commentCountLimit, QuotedContent, type ThreadId } from '#shared/api/comments.ts';
import { CommentPlace } from '#shared/comments/CommentPlace.ts';
import { foldWords } from '#shared/comments/foldWords.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { type ReportId, UserId } from '#shared/model/ids.ts';
import type { CommentStore, NewComment, StoredComment, StoredThread } from '../CommentStore.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';
import { insertNotices } from './insertNotices.ts';
import { lockOpenReport } from './lockOpenReport.ts';

const Mentions = z.array(UserId);

type Database = Kysely<Tables>;

export function createCommentStore({ run, transact, dialect }: DatabaseAccess): CommentStore {
  return {
    list: (reportId) => run(async (db) => readThreads(db, await findRows(db, reportId))),

    find: (reportId, threadId) =>
      run(async (db) => {
        const rows = await findRows(db, reportId, [threadId]);
        return (await readThreads(db, rows))[0] ?? null;
      }),

    begin: ({ comment, ...thread }, notices = []) =>
      transact(async (transaction) => {
        await lockOpenReport(transaction, dialect, thread.reportId, 'beside');
        await transaction
          .insertInto('comment_threads')
          .values({
            id: thread.id,
            report_id: thread.reportId,
            place: JSON.stringify(thread.place),
            title: thread.title,
            quote: JSON.stringify(thread.quote),
            created_at: thread.createdAt,
            resolved_at: null,
            resolved_by: null,
          })
          .execute();
        await insertComment(transaction, thread.id, 1, comment);
        await insertNotices(transaction, notices);
      }),

    answer: (reportId, threadId, comment, notices = []) =>
      transact(async (transaction) => {
        const thread = await lockThread(transaction, dialect, reportId, threadId);
        if (thread.resolved_at !== null) throw new AppError('comment.resolved');
        const last = await transaction
          .selectFrom('comments')
          .select('number')
          .where('thread_id', '=', threadId)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        if (number > commentCountLimit) throw new AppError('comment.too-many', { limit: commentCountLimit });
        await insertComment(transaction, threadId, number, comment);
        await insertNotices(transaction, notices);
      }),

    resolve: (reportId, threadId, resolved) =>
      transact(async (transaction) => {
        const thread = await lockThread(transaction, dialect, reportId, threadId);
        if ((thread.resolved_at === null) === (resolved === null)) return;
        await transaction
          .updateTable('comment_threads')
          .set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
          .where('id', '=', threadId)
          .execute();
      }),

    edit: (reportId, threadId, comment, { text, mentions }, notices = []) =>
      transact(async (transaction) => {
        await lockThread(transaction, dialect, reportId, threadId);
        await changeOwn(transaction, threadId, comment, {
          edited_at: comment.at,
          text,
          search_text: foldWords(text),
          mentions: JSON.stringify(mentions),
        });
        await insertNotices(transaction, notices);
      }),

    remove: (reportId, threadId, comment) =>
      transact(async (transaction) => {
        await lockThread(transaction, dialect, reportId, threadId);
        const gone = { deleted_at: comment.at, text: '', search_text: '', mentions: '[]' };
        await changeOwn(transaction, threadId, comment, gone);
      }),

    search: (reportId, words, limit) =>
      run(async (db) => {
        const folded = words.map(foldWords).filter((word) => word !== '');
        if (folded.length === 0) return [];
        let query = db
          .selectFrom('comments')
          .innerJoin('comment_threads', 'comment_threads.id', 'comments.thread_id')
          .select('comment_threads.id')
          .distinct()
          .select('comment_threads.created_at')
          .where('comment_threads.report_id', '=', reportId)
          .where('comments.deleted_at', 'is', null);
        for (const word of folded) {
          // Not by `like`, to which some signs say something else.
          query = query.where((eb) =>
            eb(
              eb.fn<number>(dialect === 'sqlite' ? 'instr' : 'strpos', ['search_text', eb.val(word)]),
              '>',
              0,
            ),
          );
        }
        const found = await query
          .orderBy('comment_threads.created_at', 'desc')
          .orderBy('comment_threads.id')
          .limit(limit)
          .execute();
        const threads = await readThreads(
          db,
          await findRows(
            db,
            reportId,
            found.map(({ id }) => id),
          ),
        );
        return threads.reverse();
      }),
  };
}

async function findRows(db: Database, reportId: ReportId, ids?: readonly ThreadId[]) {
  if (ids?.length === 0) return [];
  return db
    .selectFrom('comment_threads')
    .selectAll()
    .where('report_id', '=', reportId)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

async function readThreads(
  db: Database,
  rows: readonly Tables['comment_threads'][],
): Promise<StoredThread[]> {
  const comments = new Map<ThreadId, StoredComment[]>(rows.map(({ id }) => [id, []]));
  for (const ids of inPieces([...comments.keys()])) {
    const stored = await db
      .selectFrom('comments')
      .selectAll()
      .where('thread_id', 'in', ids)
      .orderBy('number')
      .execute();
    for (const row of stored) comments.get(row.thread_id)?.push(toComment(row));
  }
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    place: CommentPlace.parse(JSON.parse(row.place)),
    title: row.title,
    quote: QuotedContent.parse(JSON.parse(row.quote)),
    createdAt: row.created_at,
    resolved:
      row.resolved_at === null || row.resolved_by === null
        ? null
        : { at: row.resolved_at, by: row.resolved_by },
    comments: comments.get(row.id) ?? [],
  }));
}

/**
 * In PostgreSQL whoever comes second waits here; SQLite has one transaction at a time anyway. AppError
 * `access.finalised`, `comment.unknown`.
 */
async function lockThread(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  reportId: ReportId,
  threadId: ThreadId,
) {
  await lockOpenReport(transaction, dialect, reportId, 'beside');
  const row = await transaction
    .selectFrom('comment_threads')
    .select(['id', 'resolved_at'])
    .where('report_id', '=', reportId)
    .where('id', '=', threadId)
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw new AppError('comment.unknown');
  return row;
}

async function insertComment(
  transaction: Transaction<Tables>,
  threadId: ThreadId,
  number: number,
  { id, userId, createdAt, text, mentions }: NewComment,
): Promise<void> {
  await transaction
    .insertInto('comments')
    .values({
      id,
      thread_id: threadId,
      number,
      user_id: userId,
      created_at: createdAt,
      edited_at: null,
      deleted_at: null,
      text,
      search_text: foldWords(text),
      mentions: JSON.stringify(mentions),
    })
    .execute();
}

async function changeOwn(
  transaction: Transaction<Tables>,
  threadId: ThreadId,
  { id, userId }: Pick<StoredComment, 'id' | 'userId'>,
  change: Partial<Tables['comments']>,
): Promise<void> {
  const row = await transaction
    .selectFrom('comments')
    .select(['user_id', 'deleted_at'])
    .where('thread_id', '=', threadId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.deleted_at !== null) throw new AppError('comment.unknown');
  if (row.user_id !== userId) throw new AppError('comment.not-yours');
  await transaction.updateTable('comments').set(change).where('id', '=', id).execute();
}

function toComment(row: Tables['comments']): StoredComment {
  return {
    id: row.id,
    userId: row.user_id,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    text: row.text,
    mentions: Mentions.parse(JSON.parse(row.mentions)),
  };
}
