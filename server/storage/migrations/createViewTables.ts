import { type Kysely, sql } from 'kysely';

/** Saved views of the tables, and how each person left each table. */
export async function createViewTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('views')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('table_kind', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  // Two indexes, because nothing equals null: the published ones would all be different.
  await schema
    .createIndex('views_own_name')
    .unique()
    .on('views')
    .columns(['report_id', 'user_id', 'table_kind', 'name_key'])
    .execute();
  await schema
    .createIndex('views_published_name')
    .unique()
    .on('views')
    .columns(['report_id', 'table_kind', 'name_key'])
    .where(sql.ref('user_id'), 'is', null)
    .execute();
  await schema
    .createTable('last_views')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('table_kind', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.references('views.id').onDelete('set null'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('last_views_key', ['report_id', 'user_id', 'table_kind'])
    .execute();
}
