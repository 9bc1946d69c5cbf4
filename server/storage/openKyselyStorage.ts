import type { Kysely } from 'kysely';
import { createDatabaseAccess, type DatabaseAccess, type DatabaseDialect } from './DatabaseAccess.ts';
import { migrate } from './migrate.ts';
import type { Storage } from './Storage.ts';
import { toStorageError } from './storageError.ts';
import { createCommentStore } from './stores/createCommentStore.ts';
import { createFinalisingStore } from './stores/createFinalisingStore.ts';
import { createHistoryStore } from './stores/createHistoryStore.ts';
import { createIdentityStore } from './stores/createIdentityStore.ts';
import { createJournalAppender } from './stores/createJournalAppender.ts';
import { createJournalStore } from './stores/createJournalStore.ts';
import { createLinkStore } from './stores/createLinkStore.ts';
import { createLookStore } from './stores/createLookStore.ts';
import { createMailStore } from './stores/createMailStore.ts';
import { createNoticeStore } from './stores/createNoticeStore.ts';
import { createOrganisationStore } from './stores/createOrganisationStore.ts';
import { createReaderLinkStore } from './stores/createReaderLinkStore.ts';
import { createReportStore } from './stores/createReportStore.ts';
import { createSecondFactorStore } from './stores/createSecondFactorStore.ts';
import { createSessionStore } from './stores/createSessionStore.ts';
import { createSubmissionStore } from './stores/createSubmissionStore.ts';
import { createTokenStore } from './stores/createTokenStore.ts';
import { createUserStore } from './stores/createUserStore.ts';
import { createVersionStore } from './stores/createVersionStore.ts';
import { createViewStore } from './stores/createViewStore.ts';
import type { Tables } from './Tables.ts';

/**
 * A storage over an open connection: brings its tables to this version, and owns it from here on
 * (closed with the storage, and when this fails). AppError `storage.newer-version`, `storage.full`,
 * `storage.unavailable`.
 */
export async function openKyselyStorage(db: Kysely<Tables>, dialect: DatabaseDialect): Promise<Storage> {
  try {
    await migrate(db, dialect);
  } catch (error) {
    await db.destroy();
    throw toStorageError(error);
  }
  return buildStorage(createDatabaseAccess(db, dialect));
}

/** The stores over tables that are there already. */
export function buildStorage(access: DatabaseAccess): Storage {
  const appender = createJournalAppender(access);
  return {
    users: createUserStore(access),
    sessions: createSessionStore(access),
    tokens: createTokenStore(access),
    links: createLinkStore(access),
    secondFactors: createSecondFactorStore(access),
    identities: createIdentityStore(access),
    reports: createReportStore(access),
    organisations: createOrganisationStore(access),
    submissions: createSubmissionStore(access, appender),
    finalising: createFinalisingStore(access),
    comments: createCommentStore(access),
    notices: createNoticeStore(access),
    mail: createMailStore(access),
    readerLinks: createReaderLinkStore(access),
    views: createViewStore(access),
    versions: createVersionStore(access),
    looks: createLookStore(access),
    journal: createJournalStore(access, appender),
    history: createHistoryStore(access),
    ping: () => ping(access),
    close: access.close,
  };
}

/** Writes in earnest: a full disk still answers every question put to it. */
async function ping(access: DatabaseAccess): Promise<void> {
  const time = Date.now();
  await access.run((db) =>
    db
      .insertInto('heartbeat')
      .values({ id: 1, time })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ time }))
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
}
