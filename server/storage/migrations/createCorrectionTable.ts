import { type Kysely, sql } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { guardFinalised } from './guardFinalised.ts';

/**
 * Corrections of a report's totals: each of an indicator or of money. They do not refer to directions and
 * indicators, which a change of the structure takes out and puts in again; `shared/structure` lets none go
 * that a correction is of.
 */
export async function createCorrectionTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await db.schema
    .createTable('corrections')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('direction_id', 'text', (column) => column.notNull())
    .addColumn('indicator_id', 'text')
    .addColumn('quantity', 'integer')
    .addColumn('fund', 'text')
    .addColumn('kpkvk', 'text')
    .addColumn('kekv', 'text')
    .addColumn('planned', 'bigint')
    .addColumn('actual', 'bigint')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('organisation_ids', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('corrections_key', ['report_id', 'id'])
    .addCheckConstraint(
      'corrections_subject',
      sql`(indicator_id is not null and quantity is not null and planned is null and actual is null)
        or (indicator_id is null and quantity is null and (planned is not null or actual is not null))`,
    )
    .execute();
  await guardFinalised(db, dialect, 'corrections');
}
