import type { Kysely } from 'kysely';

/** What people are told, and what each does not want to be told. */
export async function createNoticeTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('by_user_id', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('once_key', 'text')
    .addColumn('read_at', 'bigint')
    .addUniqueConstraint('notices_once', ['user_id', 'once_key'])
    .execute();
  await schema.createIndex('notices_of_user').on('notices').columns(['user_id', 'created_at']).execute();
  await schema
    .createTable('notice_choices')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_choices_key', ['user_id', 'channel', 'kind'])
    .execute();
}
