import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { finalisedRefusal } from '../storageError.ts';

/**
 * Has the database refuse every change of a table's rows that belong, by their `report_id`, to a report
 * that is finalised, whoever asks: for each table that holds what is governed about a report. In
 * PostgreSQL whoever changes something waits for who is closing the report at that moment. After
 * {@link guardFinalisedReports}.
 */
export async function guardFinalised(
  db: Kysely<unknown>,
  dialect: DatabaseDialect,
  table: string,
): Promise<void> {
  if (dialect === 'postgres') {
    await sql`
      create trigger ${sql.ref(`${table}_of_open_report`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function refuse_in_finalised_report()`.execute(db);
    return;
  }
  for (const [event, rows] of [
    ['insert', ['new']],
    ['update', ['old', 'new']],
    ['delete', ['old']],
  ] as const) {
    const reportIds = sql.join(rows.map((row) => sql.raw(`${row}.report_id`)));
    await sql`
      create trigger ${sql.ref(`${table}_of_open_report_${event}`)} before ${sql.raw(event)} on ${sql.table(table)}
      begin
        select raise(abort, ${sql.lit(finalisedRefusal)}) where exists (
          select 1 from reports where id in (${reportIds}) and finalised_version is not null);
      end`.execute(db);
  }
}

/** The journals of a finalised report take no entry, and what stands in the report itself stays. */
export async function guardFinalisedReports(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  for (const statement of dialect === 'sqlite' ? sqliteStatements : postgresStatements) {
    await statement.execute(db);
  }
}

const refusal = sql.lit(finalisedRefusal);

const sqliteStatements: readonly RawBuilder<unknown>[] = [
  // `sheet/<report>/<organisation>`, `narrative/<report>/<direction>`: no id holds a slash.
  sql`
    create trigger journal_of_open_report before insert on journal
    begin
      select raise(abort, ${refusal}) where exists (
        select 1 from
          (select substr(name, instr(name, '/') + 1) as rest from documents where id = new.document_id) as document
          join reports on reports.id = substr(document.rest, 1, instr(document.rest, '/') - 1)
          where reports.finalised_version is not null);
    end`,
  sql`
    create trigger reports_stay before update on reports
    when old.finalised_version is not null and new.finalised_version is not null
    begin select raise(abort, ${refusal}); end`,
  sql`
    create trigger reports_kept before delete on reports when old.finalised_version is not null
    begin select raise(abort, ${refusal}); end`,
];

const postgresStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create function refuse_in_finalised_report() returns trigger language plpgsql as $$
    declare closed integer;
    begin
      if tg_op <> 'INSERT' then
        select finalised_version into closed from reports where id = old.report_id for share;
        if closed is not null then raise exception ${refusal}; end if;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      select finalised_version into closed from reports where id = new.report_id for share;
      if closed is not null then raise exception ${refusal}; end if;
      return new;
    end $$`,
  sql`
    create function refuse_in_finalised_journal() returns trigger language plpgsql as $$
    declare closed integer;
    begin
      select finalised_version into closed from reports
        where id = split_part((select name from documents where id = new.document_id), '/', 2) for share;
      if closed is not null then raise exception ${refusal}; end if;
      return new;
    end $$`,
  sql`
    create trigger journal_of_open_report before insert on journal
    for each row execute function refuse_in_finalised_journal()`,
  sql`
    create function keep_finalised_report() returns trigger language plpgsql as $$
    begin raise exception ${refusal}; end $$`,
  sql`
    create trigger reports_stay before update on reports
    for each row when (old.finalised_version is not null and new.finalised_version is not null)
    execute function keep_finalised_report()`,
  sql`
    create trigger reports_kept before delete on reports
    for each row when (old.finalised_version is not null) execute function keep_finalised_report()`,
];
