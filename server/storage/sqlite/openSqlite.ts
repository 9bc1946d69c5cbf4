import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { toStorageError } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { lockDatabaseFile } from './lockDatabaseFile.ts';
import { SqliteFileDialect } from './SqliteFileDialect.ts';

/** Past this much, the log is cut back to it after a checkpoint. */
const logSizeLimitBytes = 64 * 1024 * 1024;

/**
 * Opens the file for this process alone, and creates it and its folder when missing. `unlock` is to
 * be called when the database is closed. AppError `storage.locked`, `storage.full`, `storage.unavailable`.
 */
export function openSqlite(file: string): { db: Kysely<Tables>; unlock: () => void } {
  try {
    const path = resolveDatabaseFile(file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const unlock = lockDatabaseFile(path);
    try {
      return { db: new Kysely<Tables>({ dialect: new SqliteFileDialect(openFile(path)) }), unlock };
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw toStorageError(error);
  }
}

/** For reading alone, beside a running server or without one. AppError `storage.unavailable`. */
export function openSqliteReadOnly(file: string): Kysely<Tables> {
  try {
    const database = new SqliteDatabase(resolveDatabaseFile(file), { readonly: true, fileMustExist: true });
    return new Kysely<Tables>({ dialect: new SqliteFileDialect(database) });
  } catch (error) {
    throw toStorageError(error);
  }
}

/** Two names of one file must meet at one lock. */
export function resolveDatabaseFile(file: string): string {
  const path = resolve(file);
  return existsSync(path) ? realpathSync(path) : path;
}

function openFile(path: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(path, { timeout: 5_000 });
  try {
    database.pragma('journal_mode = WAL');
    // This build of SQLite would otherwise not flush commits while the log is on.
    database.pragma('synchronous = FULL');
    // On macOS a plain flush stops at the drive's own cache; elsewhere these do nothing.
    database.pragma('fullfsync = ON');
    database.pragma('checkpoint_fullfsync = ON');
    database.pragma('foreign_keys = ON');
    database.pragma(`journal_size_limit = ${logSizeLimitBytes}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
