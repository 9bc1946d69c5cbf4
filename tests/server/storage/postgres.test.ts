import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { JournalConflict, type Storage } from '#server/storage/Storage.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import { startPostgres, type TestPostgres } from '#tests/support/startPostgres.ts';

const names = ['sheet/r2020/a', 'sheet/r2020/b', 'sheet/r2020/c'];

describe('several servers on one PostgreSQL', () => {
  let postgres: TestPostgres;
  const storages: Storage[] = [];

  async function open(): Promise<Storage> {
    const storage = await openStorage({ databaseUrl: postgres.url, file: '' });
    storages.push(storage);
    return storage;
  }

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterEach(async () => {
    for (const storage of storages.splice(0)) await storage.close();
    await postgres.reset();
  });

  afterAll(() => postgres.stop());

  test('tables are made once by servers that start together', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    for (const storage of opened) await storage.ping();
  });

  test('JRN-23 of two servers that take the same sequence one is refused whole, and can go on', async () => {
    const [first, second] = [await open(), await open()];
    let conflicts = 0;
    for (let round = 0; round < 10; round += 1) {
      const batchOf = async (storage: Storage, bytes: number) => {
        const chains = await Promise.all(
          names.map(async (name) =>
            buildJournalEntries(name, 2, await storage.journal.findHead(name), bytes),
          ),
        );
        return chains.flat();
      };
      const [mine, theirs] = [await batchOf(first, 40), await batchOf(second, 41)];
      const outcomes = await Promise.allSettled([
        first.journal.append(mine, []),
        second.journal.append(theirs.reverse(), []),
      ]);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        expect(outcome.reason).toBeInstanceOf(JournalConflict);
        conflicts += 1;
      }
    }
    expect(conflicts).toBe(10);
    expect(await verifyJournal(first)).toEqual({ documents: 3, entries: 60, problems: [] });
  });

  test('JRN-31 a connection that breaks ends nothing but what was under way', async () => {
    const storage = await open();
    const [name = ''] = names;
    await storage.journal.append(buildJournalEntries(name, 3), []);
    const underWay = Promise.allSettled(Array.from({ length: 20 }, () => storage.ping()));
    postgres.cutConnections();
    for (const outcome of await underWay) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'storage.unavailable' });
    }
    await storage.journal.append(buildJournalEntries(name, 1, await storage.journal.findHead(name)), []);
    expect(await verifyJournal(storage)).toMatchObject({ entries: 4, problems: [] });
  });

  test('JRN-31 a database that is not there is an unavailable storage', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/nothing';
    await expect(openStorage({ databaseUrl: url, file: '' })).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });

  test('JRN-34 a database that a newer version has used is refused', async () => {
    const storage = await open();
    await storage.ping();
    await postgres.run(`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`);
    await expect(open()).rejects.toMatchObject({ code: 'storage.newer-version' });
  });

  test('JRN-35 verification cannot write', async () => {
    const storage = await open();
    const [name = ''] = names;
    await storage.journal.append(buildJournalEntries(name, 3), []);
    const reader = openReadOnlyStorage({ databaseUrl: postgres.url, file: '' });
    expect(await verifyJournal(reader)).toEqual({ documents: 1, entries: 3, problems: [] });
    await expect(reader.ping()).rejects.toMatchObject({ code: 'storage.unavailable' });
    await reader.close();
  });
});
