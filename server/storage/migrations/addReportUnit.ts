import type { Kysely } from 'kysely';

/** In what a report prints its amounts. Like everything in `reports` it stays once the report is finalised. */
export async function addReportUnit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('reports')
    .addColumn('unit', 'text', (column) => column.notNull().defaultTo('uah'))
    .execute();
}
