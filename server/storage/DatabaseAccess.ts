import type { Kysely, Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import { toStorageError } from './storageError.ts';
import type { Tables } from './Tables.ts';

export type DatabaseDialect = 'sqlite' | 'postgres';

/** How the stores reach the database: every failure leaves here as what the Storage interface promises. */
export type DatabaseAccess = {
  readonly dialect: DatabaseDialect;
  run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** All of the work or nothing. */
  transact<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Refuses new work, waits for what is under way, closes. */
  close(): Promise<void>;
};

export function createDatabaseAccess(db: Kysely<Tables>, dialect: DatabaseDialect): DatabaseAccess {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function track<T>(start: () => Promise<T>): Promise<T> {
    if (closing) throw new AppError('storage.unavailable', {}, { cause: new Error('the storage is closed') });
    const work = start();
    underWay.add(work);
    try {
      return await work;
    } catch (error) {
      throw toStorageError(error);
    } finally {
      underWay.delete(work);
    }
  }

  async function closeNow(): Promise<void> {
    await Promise.allSettled(underWay);
    await db.destroy();
  }

  return {
    dialect,
    run: (work) => track(() => work(db)),
    transact: (work) => track(() => db.transaction().execute(work)),
    close: () => (closing ??= closeNow()),
  };
}
