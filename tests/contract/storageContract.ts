import { afterEach, beforeEach, describe } from 'vitest';
import type { Storage } from '#server/storage/Storage.ts';
import { describeCommentStore } from './commentStoreContract.ts';
import { describeFinalisedTables } from './finalisedTablesContract.ts';
import { describeFinalisingStore } from './finalisingStoreContract.ts';
import { describeHistoryStore } from './historyStoreContract.ts';
import { describeIdentityStore } from './identityStoreContract.ts';
import { describeJournalStore } from './journalStoreContract.ts';
import { describeLinkStore } from './linkStoreContract.ts';
import { describeMailStore } from './mailStoreContract.ts';
import { describeNoticeStore } from './noticeStoreContract.ts';
import { describeReportStore } from './reportStoreContract.ts';
import type { Catalogue, StorageFixture } from './StorageFixture.ts';
import { describeSecondFactorStore } from './secondFactorStoreContract.ts';
import { describeSessionStores } from './sessionStoreContract.ts';
import { describeStructureStores } from './structureContract.ts';
import { describeSubmissionStore } from './submissionStoreContract.ts';
import { describeUserStore } from './userStoreContract.ts';
import { describeVersionStore } from './versionStoreContract.ts';
import { describeViewStore } from './viewStoreContract.ts';

/** One kind of database under test: each test begins with an empty one. */
export type StorageSubject = {
  /** Opens the same database again, after a close. */
  open(): Promise<Storage>;
  /** A statement past the product. */
  run(statement: string): Promise<void>;
  query(statement: string): Promise<Record<string, unknown>[]>;
  catalogue: Catalogue;
  dispose(): Promise<void>;
};

/** What every implementation of Storage must do. */
export function describeStorage(name: string, createSubject: () => Promise<StorageSubject>): void {
  describe(name, () => {
    let subject: StorageSubject;
    let storage: Storage;

    beforeEach(async () => {
      subject = await createSubject();
      storage = await subject.open();
    });

    afterEach(async () => {
      await storage.close();
      await subject.dispose();
    });

    const fixture: StorageFixture = {
      get storage() {
        return storage;
      },
      reopen: async () => {
        await storage.close();
        storage = await subject.open();
      },
      run: (statement) => subject.run(statement),
      query: (statement) => subject.query(statement),
      get catalogue() {
        return subject.catalogue;
      },
    };

    describe('users', () => describeUserStore(fixture));
    describe('sessions and tokens', () => describeSessionStores(fixture));
    describe('one-time links', () => describeLinkStore(fixture));
    describe('second factors', () => describeSecondFactorStore(fixture));
    describe('identities', () => describeIdentityStore(fixture));
    describe('reports', () => describeReportStore(fixture));
    describe('setting up', () => describeStructureStores(fixture));
    describe('submissions', () => describeSubmissionStore(fixture));
    describe('finalising', () => describeFinalisingStore(fixture));
    describe('tables of finalised reports', () => describeFinalisedTables(fixture));
    describe('comments', () => describeCommentStore(fixture));
    describe('notices', () => describeNoticeStore(fixture));
    describe('mail', () => describeMailStore(fixture));
    describe('named versions and looks', () => describeVersionStore(fixture));
    describe('views', () => describeViewStore(fixture));
    describe('journal', () => describeJournalStore(fixture));
    describe('history', () => describeHistoryStore(fixture));
  });
}
