import SqliteDatabase from 'better-sqlite3';
import { AppError } from '#shared/errors/AppError.ts';

/**
 * One server per database file: holds an operating system's lock on `<file>.lock`, which ends with
 * the process however it ends. The database itself stays open to readers: backup, verification.
 * Returns what releases it. AppError `storage.locked` when somebody else holds it.
 */
export function lockDatabaseFile(file: string): () => void {
  const lock = new SqliteDatabase(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError('storage.locked', {}, { cause: error });
    }
    throw error;
  }
  return () => lock.close();
}
