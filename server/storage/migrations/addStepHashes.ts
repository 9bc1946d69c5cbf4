import type { Kysely } from 'kysely';

/** The chain of the steps of a sheet, and of a report. Steps that were taken before have none. */
export async function addStepHashes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sheet_transitions').addColumn('hash', 'text').execute();
  await db.schema.alterTable('report_steps').addColumn('hash', 'text').execute();
}
