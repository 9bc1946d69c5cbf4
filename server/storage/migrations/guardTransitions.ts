import { type Kysely, sql } from 'kysely';

/**
 * What no code path gets round, each in the words of its database: a step begins where the sheet stands,
 * has the next number, and accepts what is accepted only when the content is another; a sheet begins as
 * a draft and has no state but by a step; what was taken is neither changed nor removed.
 */

export async function guardTransitionsInSqlite(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`
      create trigger sheet_transitions_follow before insert on sheet_transitions
      begin
        select raise(abort, 'sheet transition out of order') where
          new.from_status is not (select status from sheets
            where report_id = new.report_id and organisation_id = new.organisation_id)
          or new.number is not 1 + (select count(*) from sheet_transitions
            where report_id = new.report_id and organisation_id = new.organisation_id)
          or (new.from_status = new.to_status and new.content_hash is (select content_hash from sheet_transitions
            where report_id = new.report_id and organisation_id = new.organisation_id
            order by number desc limit 1));
      end`,
    sql`
      create trigger sheet_transitions_apply after insert on sheet_transitions
      begin
        update sheets set status = new.to_status
          where report_id = new.report_id and organisation_id = new.organisation_id;
      end`,
    sql`
      create trigger sheets_status before update of status on sheets when new.status <> old.status
      begin
        select raise(abort, 'sheet status without a transition') where not exists (
          select 1 from sheet_transitions
            where report_id = new.report_id and organisation_id = new.organisation_id
              and from_status = old.status and to_status = new.status
              and number = (select max(number) from sheet_transitions
                where report_id = new.report_id and organisation_id = new.organisation_id));
      end`,
    sql`
      create trigger sheets_begin before insert on sheets when new.status <> 'draft'
      begin select raise(abort, 'a sheet begins as a draft'); end`,
    sql`
      create trigger sheet_transitions_unchanged before update on sheet_transitions
      begin select raise(abort, 'sheet transitions are kept'); end`,
    sql`
      create trigger sheet_transitions_kept before delete on sheet_transitions
      begin select raise(abort, 'sheet transitions are kept'); end`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function guardTransitionsInPostgres(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`
      create function follow_sheet_transition() returns trigger language plpgsql as $$
      begin
        if new.from_status is distinct from (select status from sheets
            where report_id = new.report_id and organisation_id = new.organisation_id)
          or new.number <> 1 + (select count(*) from sheet_transitions
            where report_id = new.report_id and organisation_id = new.organisation_id)
          or (new.from_status = new.to_status and new.content_hash = (select content_hash from sheet_transitions
            where report_id = new.report_id and organisation_id = new.organisation_id
            order by number desc limit 1))
        then raise exception 'sheet transition out of order'; end if;
        return new;
      end $$`,
    sql`
      create trigger sheet_transitions_follow before insert on sheet_transitions
      for each row execute function follow_sheet_transition()`,
    sql`
      create function apply_sheet_transition() returns trigger language plpgsql as $$
      begin
        update sheets set status = new.to_status
          where report_id = new.report_id and organisation_id = new.organisation_id;
        return null;
      end $$`,
    sql`
      create trigger sheet_transitions_apply after insert on sheet_transitions
      for each row execute function apply_sheet_transition()`,
    sql`
      create function check_sheet_status() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from sheet_transitions
          where report_id = new.report_id and organisation_id = new.organisation_id
            and from_status = old.status and to_status = new.status
            and number = (select max(number) from sheet_transitions
              where report_id = new.report_id and organisation_id = new.organisation_id))
        then raise exception 'sheet status without a transition'; end if;
        return new;
      end $$`,
    sql`
      create trigger sheets_status before update on sheets
      for each row when (new.status <> old.status) execute function check_sheet_status()`,
    sql`
      create function check_sheet_begins() returns trigger language plpgsql as $$
      begin raise exception 'a sheet begins as a draft'; end $$`,
    sql`
      create trigger sheets_begin before insert on sheets
      for each row when (new.status <> 'draft') execute function check_sheet_begins()`,
    sql`
      create function keep_sheet_transitions() returns trigger language plpgsql as $$
      begin raise exception 'sheet transitions are kept'; end $$`,
    sql`
      create trigger sheet_transitions_kept before update or delete or truncate on sheet_transitions
      for each statement execute function keep_sheet_transitions()`,
  ];
  for (const statement of statements) await statement.execute(db);
}
