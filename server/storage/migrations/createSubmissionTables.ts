import { type Kysely, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { guardTransitionsInPostgres, guardTransitionsInSqlite } from './guardTransitions.ts';

/** The steps of `shared/submission/submissionSteps.ts`, as the database holds whoever writes to it to them. */
const allowedSteps = sql`
  (step = 'submit' and from_status in ('draft', 'returned') and to_status = 'submitted')
  or (step = 'withdraw' and from_status = 'submitted' and to_status = 'draft')
  or (step = 'return' and from_status in ('submitted', 'accepted') and to_status = 'returned' and note <> '')
  or (step = 'accept' and from_status in ('submitted', 'accepted') and to_status = 'accepted')`;

export async function createSubmissionTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const { schema } = db;
  await schema.alterTable('reports').addColumn('deadline', 'text').execute();
  // No reference to users: like the journal, it says who it was whatever becomes of the account.
  await schema
    .createTable('sheet_transitions')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('from_status', 'text', (column) => column.notNull())
    .addColumn('to_status', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheet_transitions_key', ['report_id', 'organisation_id', 'number'])
    .addForeignKeyConstraint('sheet_transitions_sheet', ['report_id', 'organisation_id'], 'sheets', [
      'report_id',
      'organisation_id',
    ])
    .addCheckConstraint('sheet_transitions_step', allowedSteps)
    .addCheckConstraint('sheet_transitions_hash', sql`length(content_hash) = 64`)
    .execute();
  await schema
    .createTable('finding_explanations')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('finding_key', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('finding_explanations_key', ['report_id', 'organisation_id', 'finding_key'])
    .addForeignKeyConstraint(
      'finding_explanations_sheet',
      ['report_id', 'organisation_id'],
      'sheets',
      ['report_id', 'organisation_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  if (dialect === 'sqlite') await guardTransitionsInSqlite(db);
  else await guardTransitionsInPostgres(db);
}
