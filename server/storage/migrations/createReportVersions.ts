import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';

/**
 * The versions that were made of finalised reports, each with its files, signatures made outside, and the
 * links by which readers see the newest one. A version is closed by the step that makes it: from then on
 * the database refuses to add to it, to change it and to remove it.
 */
export async function createReportVersions(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const { schema } = db;
  const bytes = dialect === 'sqlite' ? 'blob' : 'bytea';
  await schema
    .createTable('report_versions')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('manifest', bytes, (column) => column.notNull())
    .addColumn('manifest_sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_versions_key', ['report_id', 'version'])
    .execute();
  await schema
    .createTable('report_version_files')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('report_version_files_key', ['report_id', 'version', 'name'])
    .addForeignKeyConstraint('report_version_files_version', ['report_id', 'version'], 'report_versions', [
      'report_id',
      'version',
    ])
    .execute();
  await schema
    .createTable('version_signatures')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('content', bytes, (column) => column.notNull())
    .addColumn('attached_by', 'text', (column) => column.notNull())
    .addColumn('attached_at', 'bigint', (column) => column.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'bigint')
    .addForeignKeyConstraint('version_signatures_version', ['report_id', 'version'], 'report_versions', [
      'report_id',
      'version',
    ])
    .addUniqueConstraint('version_signatures_once', ['report_id', 'version', 'sha256'])
    .execute();
  await schema
    .createTable('reader_links')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('parts', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addColumn('opens', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_opened_at', 'bigint')
    .execute();
  await schema.createIndex('reader_links_of_report').on('reader_links').column('report_id').execute();
  for (const statement of dialect === 'sqlite' ? sqliteStatements : postgresStatements) {
    await statement.execute(db);
  }
}

const isClosed = sql`exists (select 1 from report_steps
  where report_id = new.report_id and version = new.version and step = 'finalise')`;

const isWithoutVersion = sql`new.step = 'finalise' and not exists (
  select 1 from report_versions where report_id = new.report_id and version = new.version)`;

const keptTables = ['report_versions', 'report_version_files'] as const;

const sqliteStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create trigger report_steps_version before insert on report_steps when ${isWithoutVersion}
    begin select raise(abort, 'a report is finalised with its version'); end`,
  ...keptTables.flatMap((table) => [
    sql`
      create trigger ${sql.ref(`${table}_open`)} before insert on ${sql.table(table)} when ${isClosed}
      begin select raise(abort, 'a version is closed'); end`,
    sql`
      create trigger ${sql.ref(`${table}_unchanged`)} before update on ${sql.table(table)}
      begin select raise(abort, 'versions are kept'); end`,
    sql`
      create trigger ${sql.ref(`${table}_kept`)} before delete on ${sql.table(table)}
      begin select raise(abort, 'versions are kept'); end`,
  ]),
  sql`
    create trigger version_signatures_unchanged before update on version_signatures
    when new.id <> old.id or new.report_id <> old.report_id or new.version <> old.version
      or new.name <> old.name or new.sha256 <> old.sha256 or new.content <> old.content
      or new.attached_by <> old.attached_by or new.attached_at <> old.attached_at
      or old.withdrawn_at is not null
    begin select raise(abort, 'signatures are kept'); end`,
  sql`
    create trigger version_signatures_kept before delete on version_signatures
    begin select raise(abort, 'signatures are kept'); end`,
];

const postgresStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create function check_report_step_version() returns trigger language plpgsql as $$
    begin
      if (${isWithoutVersion}) then raise exception 'a report is finalised with its version'; end if;
      return new;
    end $$`,
  sql`
    create trigger report_steps_version before insert on report_steps
    for each row execute function check_report_step_version()`,
  sql`
    create function check_version_open() returns trigger language plpgsql as $$
    begin
      if (${isClosed}) then raise exception 'a version is closed'; end if;
      return new;
    end $$`,
  sql`
    create function keep_versions() returns trigger language plpgsql as $$
    begin raise exception 'versions and signatures are kept'; end $$`,
  ...keptTables.flatMap((table) => [
    sql`
      create trigger ${sql.ref(`${table}_open`)} before insert on ${sql.table(table)}
      for each row execute function check_version_open()`,
    sql`
      create trigger ${sql.ref(`${table}_kept`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function keep_versions()`,
  ]),
  sql`
    create trigger version_signatures_unchanged before update on version_signatures
    for each row when (new.id <> old.id or new.report_id <> old.report_id or new.version <> old.version
      or new.name <> old.name or new.sha256 <> old.sha256 or new.content <> old.content
      or new.attached_by <> old.attached_by or new.attached_at <> old.attached_at
      or old.withdrawn_at is not null)
    execute function keep_versions()`,
  sql`
    create trigger version_signatures_kept before delete or truncate on version_signatures
    for each statement execute function keep_versions()`,
];
