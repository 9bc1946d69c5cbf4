import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKyselyStorage } from '#server/storage/openKyselyStorage.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { JournalEntry, JournalHead, Storage } from '#server/storage/Storage.ts';
import { openSqlite } from '#server/storage/sqlite/openSqlite.ts';
import type { Tables } from '#server/storage/Tables.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { startJournalWriter } from '#tests/support/startJournalWriter.ts';

const sheet = 'sheet/r2020/viza';

describe('a disk without room', () => {
  let dir: TempDir;
  let file: string;

  beforeEach(async () => {
    dir = await createTempDir();
    file = join(dir.path, 'zvit.sqlite');
  });

  afterEach(() => dir.remove());

  test('JRN-30 refuses what does not fit, keeps what was accepted, and goes on when there is room', async () => {
    const { db, unlock } = openSqlite(file);
    const storage = await openKyselyStorage(db, 'sqlite');
    await limitPages(db, 60);
    const accepted = await appendUntilRefused(storage, 'storage.full');
    expect(accepted.length).toBeGreaterThan(0);
    await expect(
      storage.users.create(buildStoredUser('olena', { name: 'x'.repeat(20_000) })),
    ).rejects.toMatchObject({
      code: 'storage.full',
    });
    expect(await storage.journal.readAfter(sheet, 0)).toEqual(accepted);

    await limitPages(db, 4_000);
    const [next] = buildJournalEntries(sheet, 1, must(accepted.at(-1), 'entry'), 900);
    await storage.journal.append([must(next, 'entry')], []);
    await storage.ping();
    expect((await verifyJournal(storage)).problems).toEqual([]);
    expect(await storage.users.count()).toBe(0);
    await storage.close();
    unlock();
  });

  test('JRN-30 refuses a transaction of many entries as a whole', async () => {
    const { db, unlock } = openSqlite(file);
    const storage = await openKyselyStorage(db, 'sqlite');
    await limitPages(db, 60);
    const many = buildJournalEntries(sheet, 1_200, null, 900);
    await expect(storage.journal.append(many, [])).rejects.toMatchObject({ code: 'storage.full' });
    expect(await storage.journal.findHead(sheet)).toBeNull();
    await storage.journal.append(many.slice(0, 1), []);
    await storage.close();
    unlock();
  });

  test('JRN-31 a write that the system refuses is an unavailable storage, and nothing accepted is lost', async () => {
    const writer = await startJournalWriter(file, { bytes: 4_000, fileSizeBlocks: 1_500 });
    await writer.end();
    expect(writer.lines.at(-1)).toBe('storage.unavailable');
    expect(writer.acknowledged.size).toBe(5);
    const storage = await openStorage({ databaseUrl: null, file });
    for (const [name, sequence] of writer.acknowledged) {
      expect((await storage.journal.findHead(name))?.sequence).toBeGreaterThanOrEqual(sequence);
    }
    expect((await verifyJournal(storage)).problems).toEqual([]);
    await storage.close();
  });
});

async function limitPages(db: Kysely<Tables>, pages: number): Promise<void> {
  await sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(db);
}

/** Gives the entries that were accepted. */
async function appendUntilRefused(storage: Storage, code: string): Promise<JournalEntry[]> {
  const accepted: JournalEntry[] = [];
  let head: JournalHead | null = null;
  for (;;) {
    const entries: JournalEntry[] = buildJournalEntries(sheet, 4, head, 900);
    try {
      await storage.journal.append(entries, []);
    } catch (error) {
      expect(error).toMatchObject({ code });
      return accepted;
    }
    accepted.push(...entries);
    head = entries.at(-1) ?? null;
  }
}
