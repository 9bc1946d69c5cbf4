import type { Kysely } from 'kysely';

/** The decision that a programme was approved by: it names the programme in open data. */
export async function addProgrammeDecision(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('programmes').addColumn('decision_number', 'text').execute();
  await db.schema.alterTable('programmes').addColumn('decision_date', 'text').execute();
}
