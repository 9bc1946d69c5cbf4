import type { Kysely } from 'kysely';

/** The number of an organisation in the state register (ЄДРПОУ). */
export async function addOrganisationCode(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('organisations').addColumn('edrpou', 'text').execute();
  // Nothing equals null: any number of organisations may have none.
  await db.schema.createIndex('organisations_edrpou').unique().on('organisations').column('edrpou').execute();
}
