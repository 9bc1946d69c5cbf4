import { describe, expect, test } from 'vitest';
import { toStorageError } from '#server/storage/storageError.ts';
import { AppError } from '#shared/errors/AppError.ts';

function buildError(code: string, message = 'failed'): Error {
  return Object.assign(new Error(message), { code });
}

describe('toStorageError', () => {
  test.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', '53100', 'ENOSPC', 'EDQUOT'])(
    'JRN-30 %s is a full disk',
    (code) => {
      const cause = buildError(code);
      expect(toStorageError(cause)).toMatchObject({ code: 'storage.full', cause });
    },
  );

  test.each([
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_IOERR_WRITE',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_CORRUPT',
    '08006',
    '53300',
    '57P01',
    '40P01',
    '58030',
    'ECONNREFUSED',
  ])('JRN-31 %s is an unavailable storage', (code) => {
    expect(toStorageError(buildError(code))).toMatchObject({ code: 'storage.unavailable' });
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'The database connection is not open',
  ])('JRN-31 «%s» is an unavailable storage', (message) => {
    expect(toStorageError(new Error(message))).toMatchObject({ code: 'storage.unavailable' });
  });

  test.each([
    buildError('SQLITE_CONSTRAINT_FOREIGNKEY'),
    buildError('23503'),
    new TypeError('a mistake of ours'),
    new AppError('user.unknown'),
    'no error at all',
  ])('%s stays what it is', (error) => {
    expect(toStorageError(error)).toBe(error);
  });
});
