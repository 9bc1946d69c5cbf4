import type { Kysely } from 'kysely';

/**
 * Where people want to be told by mail, and what of the notices waits for it. A notice that was there before counts as
 * mailed: nobody gets a letter about last month.
 */
export async function addMail(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('mail_addresses')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('confirmation_sent_at', 'bigint')
    .addColumn('confirmed_at', 'bigint')
    .addColumn('stopped_at', 'bigint')
    .addColumn('failed_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('claimed_until', 'bigint')
    .addColumn('last_error', 'text')
    .addColumn('last_error_at', 'bigint')
    .addColumn('last_sent_at', 'bigint')
    .execute();
  await schema
    .alterTable('notices')
    .addColumn('is_shown', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await schema.alterTable('notices').addColumn('mail_settled_at', 'bigint').execute();
  await schema.alterTable('notices').addColumn('mail_batch', 'text').execute();
  await (db as Kysely<{ notices: { created_at: number; mail_settled_at: number | null } }>)
    .updateTable('notices')
    .set((eb) => ({ mail_settled_at: eb.ref('created_at') }))
    .execute();
  await schema.createIndex('notices_waiting').on('notices').columns(['mail_settled_at', 'user_id']).execute();
}
