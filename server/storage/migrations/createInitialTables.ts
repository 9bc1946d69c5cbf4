import { type Kysely, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';

export async function createInitialTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await createReportTables(db);
  await createUserTables(db);
  await createJournalTables(db, dialect);
}

async function createReportTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('programmes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('period_start', 'text', (column) => column.notNull())
    .addColumn('period_end', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('programme_id', 'text', (column) => column.notNull().references('programmes.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('signatory_position', 'text', (column) => column.notNull())
    .addColumn('is_example', 'integer', (column) => column.notNull())
    .addUniqueConstraint('reports_one_a_year', ['programme_id', 'year'])
    .execute();
  await schema
    .createTable('directions')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('directions_key', ['report_id', 'id'])
    .addUniqueConstraint('directions_number', ['report_id', 'number'])
    .execute();
  await schema
    .createTable('indicators')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('direction_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('form_one', 'text', (column) => column.notNull())
    .addColumn('form_few', 'text', (column) => column.notNull())
    .addColumn('form_many', 'text', (column) => column.notNull())
    .addColumn('aggregation', 'text', (column) => column.notNull())
    .addColumn('over_step', 'integer')
    .addColumn('part_of', 'text')
    .addPrimaryKeyConstraint('indicators_key', ['report_id', 'id'])
    .addUniqueConstraint('indicators_name', ['report_id', 'key'])
    .addForeignKeyConstraint('indicators_direction', ['report_id', 'direction_id'], 'directions', [
      'report_id',
      'id',
    ])
    .addForeignKeyConstraint('indicators_whole', ['report_id', 'part_of'], 'indicators', ['report_id', 'id'])
    .execute();
  await schema
    .createTable('organisations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('short_name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sheets')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisations.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheets_key', ['report_id', 'organisation_id'])
    .execute();
  await schema
    .createTable('responsibilities')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('direction_id', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('responsibilities_key', ['report_id', 'direction_id', 'organisation_id'])
    .addForeignKeyConstraint('responsibilities_direction', ['report_id', 'direction_id'], 'directions', [
      'report_id',
      'id',
    ])
    .addForeignKeyConstraint('responsibilities_sheet', ['report_id', 'organisation_id'], 'sheets', [
      'report_id',
      'organisation_id',
    ])
    .execute();
}

async function createUserTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('is_administrator', 'integer', (column) => column.notNull())
    .addColumn('is_disabled', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('memberships')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text')
    .addPrimaryKeyConstraint('memberships_key', ['user_id', 'position'])
    .addForeignKeyConstraint('memberships_sheet', ['report_id', 'organisation_id'], 'sheets', [
      'report_id',
      'organisation_id',
    ])
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('user_agent', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_of_user').on('sessions').column('user_id').execute();
  await schema
    .createTable('tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .execute();
  await schema.createIndex('tokens_of_user').on('tokens').column('user_id').execute();
}

async function createJournalTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const { schema } = db;
  const isSqlite = dialect === 'sqlite';
  const bytes = isSqlite ? 'blob' : 'bytea';
  // One tree instead of a table and an index: an appended entry touches half the pages.
  const clustered = isSqlite ? sql`without rowid` : sql``;
  await schema
    .createTable('documents')
    .addColumn('id', 'integer', (column) =>
      isSqlite ? column.primaryKey() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute();
  // No reference to users: the journal outlives and explains itself whatever happens beside it.
  await schema
    .createTable('journal')
    .addColumn('document_id', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('change', bytes, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['document_id', 'sequence'])
    .modifyEnd(clustered)
    .execute();
  await schema
    .createTable('client_owners')
    .addColumn('document_id', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('client_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('client_owners_key', ['document_id', 'client_id'])
    .modifyEnd(clustered)
    .execute();
  await schema
    .createTable('snapshots')
    .addColumn('document_id', 'integer', (column) => column.primaryKey())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('state', bytes, (column) => column.notNull())
    .addColumn('checksum', bytes, (column) => column.notNull())
    .addForeignKeyConstraint('snapshots_entry', ['document_id', 'sequence'], 'journal', [
      'document_id',
      'sequence',
    ])
    .execute();
  await schema
    .createTable('heartbeat')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .execute();
}
