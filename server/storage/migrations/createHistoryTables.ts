import { type Kysely, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';

/** What each entry of the journal did to rows, and states of documents along the way: both can be made anew from it. */
export async function createHistoryTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const { schema } = db;
  const isSqlite = dialect === 'sqlite';
  const bytes = isSqlite ? 'blob' : 'bytea';
  const clustered = isSqlite ? sql`without rowid` : sql``;
  await schema
    .createTable('row_changes')
    .addColumn('document_id', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('table_kind', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('row_changes_key', ['document_id', 'sequence', 'row_id', 'field'])
    .modifyEnd(clustered)
    .execute();
  await schema
    .createIndex('row_changes_of_row')
    .on('row_changes')
    .columns(['document_id', 'row_id', 'sequence', 'field'])
    .execute();
  await schema
    .createIndex('row_changes_of_moment')
    .on('row_changes')
    .columns(['document_id', 'moment', 'sequence', 'row_id', 'field'])
    .execute();
  await schema
    .createIndex('row_changes_of_person')
    .on('row_changes')
    .columns(['document_id', 'user_id', 'moment', 'sequence', 'row_id', 'field'])
    .execute();
  await schema
    .createTable('history_marks')
    .addColumn('document_id', 'integer', (column) => column.primaryKey().references('documents.id'))
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('checkpoints')
    .addColumn('document_id', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('state', bytes, (column) => column.notNull())
    .addColumn('checksum', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('checkpoints_key', ['document_id', 'sequence'])
    .addForeignKeyConstraint('checkpoints_entry', ['document_id', 'sequence'], 'journal', [
      'document_id',
      'sequence',
    ])
    .execute();
}
