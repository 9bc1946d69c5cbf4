import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '#shared/errors/AppError.ts';
import { toStorageError } from '../storageError.ts';
import type { JournalVerification } from '../verifyJournal.ts';
import { flushToDisk } from './flushToDisk.ts';
import { resolveDatabaseFile } from './openSqlite.ts';
import { isWhole, verifySqliteFile } from './verifySqliteFile.ts';

/** Every page in one step: in several, each write of the running server would start the copy anew. */
const allPages = 0x7fff_ffff;

/**
 * A copy of the database as it stands at one moment, while the server goes on writing; one file,
 * verified before it gets its name. AppError `file.exists`, `storage.damaged`, `storage.full`,
 * `storage.unavailable`; no file is left then.
 */
export async function backUpSqlite(file: string, target: string): Promise<JournalVerification> {
  const path = resolve(target);
  const partial = `${path}.partial`;
  if (existsSync(path)) throw new AppError('file.exists', { file: path });
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeDatabase(partial);
    await copyDatabase(resolveDatabaseFile(file), partial);
    const verification = await verifySqliteFile(partial);
    if (!isWhole(verification)) throw new AppError('storage.damaged', { file: resolve(file) });
    // It holds password hashes, wherever it is put.
    chmodSync(partial, 0o600);
    flushToDisk(partial);
    if (existsSync(path)) throw new AppError('file.exists', { file: path });
    renameSync(partial, path);
    flushToDisk(dirname(path));
    return verification;
  } catch (error) {
    removeDatabase(partial);
    throw toStorageError(error);
  }
}

async function copyDatabase(file: string, target: string): Promise<void> {
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    await source.backup(target, { progress: () => allPages });
  } finally {
    source.close();
  }
  const copy = new SqliteDatabase(target);
  try {
    // A copy with a log beside it would be two files, and could not be read from read-only media.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
}
