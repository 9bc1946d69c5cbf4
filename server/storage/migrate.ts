import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '#shared/errors/AppError.ts';
import type { DatabaseDialect } from './DatabaseAccess.ts';
import { buildMigrations } from './migrations/migrations.ts';
import type { Tables } from './Tables.ts';

/**
 * Brings the tables to this version; all or nothing, one process at a time.
 * AppError `storage.newer-version` when a later version of the product has been here.
 */
export async function migrate(db: Kysely<Tables>, dialect: DatabaseDialect): Promise<void> {
  const migrations = buildMigrations(dialect);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
    throw new AppError('storage.newer-version', {}, { cause: error });
  }
  throw error;
}
