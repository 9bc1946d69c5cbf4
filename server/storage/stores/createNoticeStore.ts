import { NoticeSubject } from '#shared/api/notices.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { NoticeStore, StoredNotice } from '../NoticeStore.ts';
import type { Tables } from '../Tables.ts';
import { insertNotices } from './insertNotices.ts';

export function createNoticeStore({ run, transact }: DatabaseAccess): NoticeStore {
  return {
    add: (notices) => transact((transaction) => insertNotices(transaction, notices)),

    list: async (userId, limit) => {
      const rows = await run((db) =>
        db
          .selectFrom('notices')
          .selectAll()
          .where('user_id', '=', userId)
          .where('is_shown', '=', 1)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(toNotice);
    },

    countUnread: async (userId) => {
      const { count } = await run((db) =>
        db
          .selectFrom('notices')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('user_id', '=', userId)
          .where('is_shown', '=', 1)
          .where('read_at', 'is', null)
          .executeTakeFirstOrThrow(),
      );
      return Number(count);
    },

    mark: async (userId, ids, readAt) => {
      await run((db) =>
        db
          .updateTable('notices')
          .set({ read_at: readAt })
          .where('user_id', '=', userId)
          .where('is_shown', '=', 1)
          .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
          .where('read_at', readAt === null ? 'is not' : 'is', null)
          .execute(),
      );
    },

    listLast: async (reportId, kind) => {
      const rows = await run((db) =>
        db
          .selectFrom('notices')
          .select(['subject', 'created_at'])
          .where('report_id', '=', reportId)
          .where('kind', '=', kind)
          .orderBy('created_at')
          .execute(),
      );
      return new Map(
        rows.flatMap(({ subject, created_at }) => {
          const { organisationId } = NoticeSubject.parse(JSON.parse(subject));
          return organisationId === null ? [] : [[organisationId, created_at] as const];
        }),
      );
    },

    listTold: async (reportId, kind) => {
      const rows = await run((db) =>
        db
          .selectFrom('notices')
          .select(['user_id', 'subject', 'created_at', 'read_at', 'is_shown', 'mail_settled_at'])
          .where('report_id', '=', reportId)
          .where('kind', '=', kind)
          .orderBy('created_at')
          .orderBy('id')
          .execute(),
      );
      return rows.map((row) => ({
        userId: row.user_id,
        organisationId: NoticeSubject.parse(JSON.parse(row.subject)).organisationId,
        createdAt: row.created_at,
        seenAt: row.is_shown === 1 ? row.read_at : row.mail_settled_at,
      }));
    },

    listOff: async (userId, channel) => {
      const rows = await run((db) =>
        db
          .selectFrom('notice_choices')
          .select('kind')
          .where('user_id', '=', userId)
          .where('channel', '=', channel)
          .orderBy('kind')
          .execute(),
      );
      return rows.map(({ kind }) => kind);
    },

    setOff: (userId, channel, kinds) =>
      transact(async (transaction) => {
        await transaction
          .deleteFrom('notice_choices')
          .where('user_id', '=', userId)
          .where('channel', '=', channel)
          .execute();
        const rows = [...new Set(kinds)].map((kind) => ({ user_id: userId, channel, kind }));
        if (rows.length === 0) return;
        await transaction.insertInto('notice_choices').values(rows).execute();
        if (channel !== 'mail') return;
        // What waits of these kinds is not wanted any more.
        await transaction
          .updateTable('notices')
          .set((eb) => ({ mail_settled_at: eb.ref('created_at') }))
          .where('user_id', '=', userId)
          .where('kind', 'in', [...kinds])
          .where('mail_settled_at', 'is', null)
          .execute();
      }),
  };
}

export function toNotice(row: Tables['notices']): StoredNotice {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    reportId: row.report_id,
    by: row.by_user_id,
    subject: NoticeSubject.parse(JSON.parse(row.subject)),
    createdAt: row.created_at,
    readAt: row.read_at,
  };
}
