import type { Kysely } from 'kysely';

/** What people say about places of a report, in threads. */
export async function createCommentTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('comment_threads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('resolved_by', 'text')
    .execute();
  await schema
    .createIndex('comment_threads_of_report')
    .on('comment_threads')
    .columns(['report_id', 'created_at'])
    .execute();
  // No reference to users: like the journal, a comment says who it was whatever becomes of the account.
  await schema
    .createTable('comments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('thread_id', 'text', (column) =>
      column.notNull().references('comment_threads.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addUniqueConstraint('comments_number', ['thread_id', 'number'])
    .execute();
}
