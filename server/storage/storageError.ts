import { AppError } from '#shared/errors/AppError.ts';

/**
 * AppError `storage.full` or `storage.unavailable` for what a failing disk, database or connection
 * throws, and `access.finalised` for what the triggers of a finalised report refuse, the original as its
 * cause; anything else comes back as it is.
 */
export function toStorageError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isFinalisedRefusal(error)) return new AppError('access.finalised', {}, { cause: error });
  const code = readErrorCode(error);
  if (isFull(code)) return new AppError('storage.full', {}, { cause: error });
  if (isUnavailable(code) || isLostConnection(error)) {
    return new AppError('storage.unavailable', {}, { cause: error });
  }
  return error;
}

/** What `server/storage/migrations/guardFinalised.ts` says. */
export const finalisedRefusal = 'the report is finalised';

export function isFinalisedRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes(finalisedRefusal);
}

export function isUniqueViolation(error: unknown): boolean {
  const code = readErrorCode(error);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** SQLite: `SQLITE_…`; PostgreSQL: five letters and digits; the system: `ECONNREFUSED` and the like. */
function readErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

function isFull(code: string): boolean {
  // The index of the write-ahead log is grown by a plain write, so a full disk shows there as an I/O error.
  return ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', '53100'].includes(code);
}

const sqliteTrouble =
  /^SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PROTOCOL|NOMEM|PERM|AUTH|INTERRUPT|NOLFS)(_|$)/;

/**
 * Classes 08 connection, 28 sign-in, 53 resources, 57 operator, 58 system, XX internal; and single
 * codes: no such database, read-only, serialization failure, deadlock, lock not available.
 */
const postgresTrouble = /^(08|28|53|57|58|XX)[0-9A-Z]{3}$|^(3D000|25006|40001|40P01|55P03)$/;

const systemTrouble =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EROFS|EACCES|EPERM|EIO|EMFILE|ENFILE|ENOTDIR|EISDIR|ENOENT)$/;

function isUnavailable(code: string): boolean {
  return sqliteTrouble.test(code) || postgresTrouble.test(code) || systemTrouble.test(code);
}

/** What the drivers throw without any code. */
const lostConnection =
  /database connection is not open|Connection terminated|timeout exceeded when trying to connect|not queryable|pool after calling end|driver has already been destroyed|Query read timeout|connection timeout/i;

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && lostConnection.test(error.message);
}
