import type { Kysely } from 'kysely';

/** The decisions that changed a programme, as JSON: they are read and written with it, and nothing refers to them. */
export async function addProgrammeAmendments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('programmes')
    .addColumn('amendments', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
