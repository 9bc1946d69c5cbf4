import { openKyselyStorage } from './openKyselyStorage.ts';
import { openPostgres } from './postgres/openPostgres.ts';
import type { Storage } from './Storage.ts';
import { openSqlite } from './sqlite/openSqlite.ts';

/**
 * `databaseUrl` (`postgres://…`) when there is one, the SQLite file otherwise; its folder is created.
 * AppError `storage.locked` when another server has the file, `storage.newer-version`,
 * `storage.full`, `storage.unavailable`.
 */
export async function openStorage(options: { databaseUrl: string | null; file: string }): Promise<Storage> {
  if (options.databaseUrl !== null) {
    return openKyselyStorage(openPostgres(options.databaseUrl), 'postgres');
  }
  const { db, unlock } = openSqlite(options.file);
  try {
    const storage = await openKyselyStorage(db, 'sqlite');
    return { ...storage, close: () => storage.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
