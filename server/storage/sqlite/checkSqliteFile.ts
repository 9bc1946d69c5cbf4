import SqliteDatabase from 'better-sqlite3';
import { toStorageError } from '../storageError.ts';
import { resolveDatabaseFile } from './openSqlite.ts';

export type FileCheck = {
  /** False for a database of something else, and for an empty file. */
  hasJournal: boolean;
  /** What SQLite itself finds wrong, in its words: pages, indexes, rows that point nowhere. */
  damage: string[];
};

/** Reads only. AppError `storage.unavailable` when the file cannot be opened at all. */
export function checkSqliteFile(file: string): FileCheck {
  try {
    const database = new SqliteDatabase(resolveDatabaseFile(file), { readonly: true, fileMustExist: true });
    try {
      return readCheck(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw toStorageError(error);
  }
}

function readCheck(database: SqliteDatabase.Database): FileCheck {
  try {
    const table = database
      .prepare(`select 1 from sqlite_schema where type = 'table' and name = 'journal'`)
      .get();
    if (table === undefined) return { hasJournal: false, damage: ['there is no journal in this file'] };
    return { hasJournal: true, damage: [...readIntegrityProblems(database), ...readOrphans(database)] };
  } catch (error) {
    const isUnreadable =
      error instanceof SqliteDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);
    if (!isUnreadable) throw error;
    return { hasJournal: false, damage: [error.message] };
  }
}

function readIntegrityProblems(database: SqliteDatabase.Database): string[] {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

function readOrphans(database: SqliteDatabase.Database): string[] {
  const rows = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  return rows.map(({ table, parent }) => `a row of ${table} points to a row of ${parent} that is not there`);
}
