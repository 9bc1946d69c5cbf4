import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';
import { toStorageError } from '../storageError.ts';
import type { JournalVerification } from '../verifyJournal.ts';
import { flushToDisk } from './flushToDisk.ts';
import { lockDatabaseFile } from './lockDatabaseFile.ts';
import { resolveDatabaseFile } from './openSqlite.ts';
import { isWhole, verifySqliteFile } from './verifySqliteFile.ts';

/**
 * Puts a verified copy of the backup in the database's place. What was there is kept beside it under
 * the name that is returned. AppError `storage.locked` when a server runs on it, `file.missing`,
 * `storage.damaged`, `storage.full`, `storage.unavailable`; nothing is changed then.
 */
export async function restoreSqlite(
  backup: string,
  file: string,
  now: Date,
): Promise<JournalVerification & { keptAs: string | null }> {
  const source = resolve(backup);
  if (!existsSync(source)) throw new AppError('file.missing', { file: source });
  const path = resolveDatabaseFile(file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unlock = lockDatabaseFile(path);
  const incoming = `${path}.restoring`;
  try {
    copyFileSync(source, incoming);
    const verification = await verifySqliteFile(incoming);
    if (!isWhole(verification)) throw new AppError('storage.damaged', { file: source });
    flushToDisk(incoming);
    const keptAs = setAside(path, now);
    renameSync(incoming, path);
    flushToDisk(dirname(path));
    return { ...verification, keptAs };
  } catch (error) {
    rmSync(incoming, { force: true });
    throw toStorageError(error);
  } finally {
    unlock();
  }
}

/** With its log: beside another database the log would be taken for that one's. */
function setAside(path: string, now: Date): string | null {
  if (!existsSync(path)) return null;
  const keptAs = `${path}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const ending of ['-wal', '-shm', '']) {
    if (existsSync(path + ending)) renameSync(path + ending, keptAs + ending);
  }
  return keptAs;
}
