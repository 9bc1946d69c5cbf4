import type { Kysely } from 'kysely';

/** Up to when each person has looked through the changes of a report. */
export async function createLookTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('looks')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('looks_key', ['report_id', 'user_id'])
    .execute();
}
