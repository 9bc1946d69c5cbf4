import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import { openSqlite } from '#server/storage/sqlite/openSqlite.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { startJournalWriter } from '#tests/support/startJournalWriter.ts';

describe('a process that is killed while it writes', () => {
  let dir: TempDir;
  let file: string;

  beforeEach(async () => {
    dir = await createTempDir();
    file = join(dir.path, 'zvit.sqlite');
  });

  afterEach(() => dir.remove());

  test('JRN-24 loses nothing that was acknowledged, ten times over, and leaves a whole chain', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const writer = await startJournalWriter(file);
      await writer.progress(5 + round * 3);
      await writer.kill();
      const storage = await openStorage({ databaseUrl: null, file });
      for (const [name, sequence] of writer.acknowledged) {
        const head = await storage.journal.findHead(name);
        expect(head?.sequence, `${name} after round ${round}`).toBeGreaterThanOrEqual(sequence);
      }
      expect((await verifyJournal(storage)).problems).toEqual([]);
      await storage.close();
    }
  });

  test('JRN-24 commits are flushed to the disk, and references are checked', async () => {
    const { db, unlock } = openSqlite(file);
    const read = async (pragma: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(pragma)}`.execute(db);
      return rows[0]?.[pragma];
    };
    // 2 is FULL.
    expect(await read('synchronous')).toBe(2);
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('foreign_keys')).toBe(1);
    await db.destroy();
    unlock();
  });
});
