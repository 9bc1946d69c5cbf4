import { createDatabaseAccess } from './DatabaseAccess.ts';
import { buildStorage } from './openKyselyStorage.ts';
import { openPostgres } from './postgres/openPostgres.ts';
import type { Storage } from './Storage.ts';
import { openSqliteReadOnly } from './sqlite/openSqlite.ts';

/**
 * For looking only, beside a running server or without one: takes no lock, changes no tables.
 * AppError `storage.unavailable`, also when the file is missing.
 */
export function openReadOnlyStorage(options: { databaseUrl: string | null; file: string }): Storage {
  return options.databaseUrl === null
    ? buildStorage(createDatabaseAccess(openSqliteReadOnly(options.file), 'sqlite'))
    : buildStorage(createDatabaseAccess(openPostgres(options.databaseUrl, { isReadOnly: true }), 'postgres'));
}
