import type { Kysely } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { guardFinalised } from './guardFinalised.ts';

/** Columns that were added to the two tables of a report. */
export async function createColumnTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await db.schema
    .createTable('extra_columns')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('table_kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('is_required', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('extra_columns_key', ['report_id', 'id'])
    .addUniqueConstraint('extra_columns_title', ['report_id', 'table_kind', 'title'])
    .execute();
  await guardFinalised(db, dialect, 'extra_columns');
}
