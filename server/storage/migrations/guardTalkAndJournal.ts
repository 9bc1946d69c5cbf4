import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { finalisedRefusal } from '../storageError.ts';
import { guardFinalised } from './guardFinalised.ts';

/**
 * What the database did not refuse of a finalised report until now: what is said about it (TLK-14), a
 * change of an entry of its journals, and another name for a document of it. After `guardFinalisedReports`.
 */
export async function guardTalkAndJournal(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await guardFinalised(db, dialect, 'comment_threads');
  for (const statement of dialect === 'sqlite' ? sqliteStatements : postgresStatements) {
    await statement.execute(db);
  }
}

const refusal = sql.lit(finalisedRefusal);

type Event = 'insert' | 'update' | 'delete';

/** The rows that a trigger for an event sees. */
const rowsOf: Record<Event, readonly ('old' | 'new')[]> = {
  insert: ['new'],
  update: ['old', 'new'],
  delete: ['old'],
};

/** Reports whose thread a comment stands in. */
function refuseComment(event: Event): RawBuilder<unknown> {
  const threadIds = sql.join(rowsOf[event].map((row) => sql.raw(`${row}.thread_id`)));
  return sql`
    create trigger ${sql.ref(`comments_of_open_report_${event}`)} before ${sql.raw(event)} on comments
    begin
      select raise(abort, ${refusal}) where exists (
        select 1 from comment_threads join reports on reports.id = comment_threads.report_id
          where comment_threads.id in (${threadIds}) and reports.finalised_version is not null);
    end`;
}

/** `sheet/<report>/<organisation>`, `narrative/<report>/<direction>`: no id holds a slash. */
function isOfFinalised(names: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select 1 from (select substr(name, instr(name, '/') + 1) as rest from (${names})) as document
      join reports on reports.id = substr(document.rest, 1, instr(document.rest, '/') - 1)
      where reports.finalised_version is not null)`;
}

function refuseJournal(event: 'update' | 'delete'): RawBuilder<unknown> {
  const documentIds = sql.join(rowsOf[event].map((row) => sql.raw(`${row}.document_id`)));
  return sql`
    create trigger ${sql.ref(`journal_of_open_report_${event}`)} before ${sql.raw(event)} on journal
    begin
      select raise(abort, ${refusal})
        where ${isOfFinalised(sql`select name from documents where id in (${documentIds})`)};
    end`;
}

function refuseDocument(event: 'update' | 'delete'): RawBuilder<unknown> {
  const names = rowsOf[event].map((row) => sql`select ${sql.raw(`${row}.name`)} as name`);
  return sql`
    create trigger ${sql.ref(`documents_of_open_report_${event}`)} before ${sql.raw(event)} on documents
    begin
      select raise(abort, ${refusal}) where ${isOfFinalised(sql.join(names, sql` union all `))};
    end`;
}

const sqliteStatements: readonly RawBuilder<unknown>[] = [
  refuseComment('insert'),
  refuseComment('update'),
  refuseComment('delete'),
  refuseJournal('update'),
  refuseJournal('delete'),
  refuseDocument('update'),
  refuseDocument('delete'),
];

/** A function of one text that refuses when it is the id of a finalised report, and waits for who is closing it. */
const postgresStatements: readonly RawBuilder<unknown>[] = [
  sql`
    create function refuse_finalised(id_of_report text) returns void language plpgsql as $$
    declare closed integer;
    begin
      select finalised_version into closed from reports where id = id_of_report for share;
      if closed is not null then raise exception ${refusal}; end if;
    end $$`,
  sql`
    create function refuse_comment_in_finalised() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        perform refuse_finalised((select report_id from comment_threads where id = old.thread_id));
      end if;
      if tg_op = 'DELETE' then return old; end if;
      perform refuse_finalised((select report_id from comment_threads where id = new.thread_id));
      return new;
    end $$`,
  sql`
    create trigger comments_of_open_report before insert or update or delete on comments
    for each row execute function refuse_comment_in_finalised()`,
  sql`
    create function refuse_change_in_finalised_journal() returns trigger language plpgsql as $$
    begin
      perform refuse_finalised(split_part((select name from documents where id = old.document_id), '/', 2));
      if tg_op = 'DELETE' then return old; end if;
      perform refuse_finalised(split_part((select name from documents where id = new.document_id), '/', 2));
      return new;
    end $$`,
  sql`
    create trigger journal_of_open_report_kept before update or delete on journal
    for each row execute function refuse_change_in_finalised_journal()`,
  sql`
    create function refuse_change_of_finalised_document() returns trigger language plpgsql as $$
    begin
      perform refuse_finalised(split_part(old.name, '/', 2));
      if tg_op = 'DELETE' then return old; end if;
      perform refuse_finalised(split_part(new.name, '/', 2));
      return new;
    end $$`,
  sql`
    create trigger documents_of_open_report_kept before update or delete on documents
    for each row execute function refuse_change_of_finalised_document()`,
];
