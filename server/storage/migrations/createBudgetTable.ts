import type { Kysely } from 'kysely';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { guardFinalised } from './guardFinalised.ts';

/**
 * The approved plan of a report. It does not refer to directions, which a change of the structure takes out
 * and puts in again; `shared/structure` lets none go that a line points at.
 */
export async function createBudgetTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await db.schema
    .createTable('budget_lines')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('direction_id', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) => column.notNull())
    .addColumn('fund', 'text', (column) => column.notNull())
    .addColumn('kpkvk', 'text', (column) => column.notNull())
    .addColumn('kekv', 'text', (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('budget_lines_key', [
      'report_id',
      'direction_id',
      'organisation_id',
      'fund',
      'kpkvk',
      'kekv',
    ])
    .addForeignKeyConstraint('budget_lines_sheet', ['report_id', 'organisation_id'], 'sheets', [
      'report_id',
      'organisation_id',
    ])
    .execute();
  await guardFinalised(db, dialect, 'budget_lines');
}
