import { type Kysely, sql } from 'kysely';

/** Moments of reports that have a name; one that was removed stays, with who removed it and when. */
export async function createVersionTable(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('removed_by', 'text')
    .addColumn('removed_at', 'bigint')
    .execute();
  await schema
    .createIndex('versions_name')
    .unique()
    .on('versions')
    .columns(['report_id', 'name_key'])
    .where(sql.ref('removed_at'), 'is', null)
    .execute();
}
