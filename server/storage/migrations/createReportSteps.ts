import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { guardFinalised, guardFinalisedReports } from './guardFinalised.ts';

/** What is governed about a report, save what belongs to people: views and memberships. */
const guardedTables = [
  'sheets',
  'sheet_transitions',
  'finding_explanations',
  'directions',
  'indicators',
  'responsibilities',
] as const;

/**
 * The steps of `shared/finalising/reportSteps.ts`, as the database holds whoever writes to it to them: a
 * report is closed and opened again by a step alone, which is neither changed nor removed.
 */
export async function createReportSteps(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const { schema } = db;
  await schema.alterTable('reports').addColumn('finalised_version', 'integer').execute();
  await schema.alterTable('reports').addColumn('finalised_at', 'bigint').execute();
  // No reference to users: it says who it was whatever becomes of the account.
  await schema
    .createTable('report_steps')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_steps_key', ['report_id', 'number'])
    .addCheckConstraint('report_steps_step', sql`step = 'finalise' or (step = 'reopen' and trim(note) <> '')`)
    .execute();
  await guardFinalisedReports(db, dialect);
  for (const table of guardedTables) await guardFinalised(db, dialect, table);
  for (const statement of dialect === 'sqlite' ? sqliteStatements : postgresStatements) {
    await statement.execute(db);
  }
}

/** A step begins where the report stands, has the next number, and makes the next version or leaves the last. */
const isOutOfOrder = sql`
  new.number <> 1 + (select count(*) from report_steps where report_id = new.report_id)
  or (new.step = 'finalise') <>
    ((select finalised_version from reports where id = new.report_id) is null)
  or new.version <> (select count(*) from report_steps where report_id = new.report_id and step = 'finalise')
    + case when new.step = 'finalise' then 1 else 0 end`;

const setReport = sql`
  update reports set
    finalised_version = case when new.step = 'finalise' then new.version end,
    finalised_at = case when new.step = 'finalise' then new.time end
  where id = new.report_id`;

/** That the report is what its last step says: so its state has no other way to change. */
const isAsStepped = sql`
  exists (select 1 from report_steps
    where report_id = new.id and number = (select max(number) from report_steps where report_id = new.id)
    and ((step = 'finalise' and version = new.finalised_version and time = new.finalised_at)
      or (step = 'reopen' and new.finalised_version is null and new.finalised_at is null)))`;

const sqliteStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create trigger report_steps_follow before insert on report_steps
    begin select raise(abort, 'report step out of order') where ${isOutOfOrder}; end`,
  sql`
    create trigger report_steps_apply after insert on report_steps
    begin ${setReport}; end`,
  sql`
    create trigger reports_status before update on reports
    when new.finalised_version is not old.finalised_version or new.finalised_at is not old.finalised_at
    begin select raise(abort, 'report status without a step') where not ${isAsStepped}; end`,
  sql`
    create trigger reports_begin before insert on reports
    when new.finalised_version is not null or new.finalised_at is not null
    begin select raise(abort, 'a report begins open'); end`,
  sql`
    create trigger report_steps_unchanged before update on report_steps
    begin select raise(abort, 'report steps are kept'); end`,
  sql`
    create trigger report_steps_kept before delete on report_steps
    begin select raise(abort, 'report steps are kept'); end`,
];

const postgresStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create function follow_report_step() returns trigger language plpgsql as $$
    begin
      if (${isOutOfOrder}) then raise exception 'report step out of order'; end if;
      return new;
    end $$`,
  sql`
    create trigger report_steps_follow before insert on report_steps
    for each row execute function follow_report_step()`,
  sql`
    create function apply_report_step() returns trigger language plpgsql as $$
    begin ${setReport}; return null; end $$`,
  sql`
    create trigger report_steps_apply after insert on report_steps
    for each row execute function apply_report_step()`,
  sql`
    create function check_report_status() returns trigger language plpgsql as $$
    begin
      if not (${isAsStepped}) then raise exception 'report status without a step'; end if;
      return new;
    end $$`,
  sql`
    create trigger reports_status before update on reports
    for each row when (new.finalised_version is distinct from old.finalised_version
      or new.finalised_at is distinct from old.finalised_at)
    execute function check_report_status()`,
  sql`
    create function check_report_begins() returns trigger language plpgsql as $$
    begin raise exception 'a report begins open'; end $$`,
  sql`
    create trigger reports_begin before insert on reports
    for each row when (new.finalised_version is not null or new.finalised_at is not null)
    execute function check_report_begins()`,
  sql`
    create function keep_report_steps() returns trigger language plpgsql as $$
    begin raise exception 'report steps are kept'; end $$`,
  sql`
    create trigger report_steps_kept before update or delete or truncate on report_steps
    for each statement execute function keep_report_steps()`,
];
