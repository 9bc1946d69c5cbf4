import type { Kysely } from 'kysely';

/** Who signs a report: beside the position, which was there from the beginning. */
export async function addSignatoryName(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('reports')
    .addColumn('signatory_name', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}
