import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import type { JournalEntry } from '#server/storage/Storage.ts';
import { backUpSqlite } from '#server/storage/sqlite/backUpSqlite.ts';
import { restoreSqlite } from '#server/storage/sqlite/restoreSqlite.ts';
import { verifySqliteFile } from '#server/storage/sqlite/verifySqliteFile.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { startJournalWriter } from '#tests/support/startJournalWriter.ts';

const sheet = 'sheet/r2020/viza';
const now = new Date('2026-11-23T10:20:30.456Z');

describe('backup and restore', () => {
  let dir: TempDir;
  let file: string;
  let copy: string;

  beforeEach(async () => {
    dir = await createTempDir();
    file = join(dir.path, 'data/zvit.sqlite');
    copy = join(dir.path, 'copies/one.sqlite');
  });

  afterEach(() => dir.remove());

  /** A database with one user and `count` entries, closed. */
  async function fill(count: number): Promise<void> {
    const storage = await openStorage({ databaseUrl: null, file });
    if ((await storage.users.count()) === 0) await storage.users.create(buildStoredUser('olena'));
    const head = await storage.journal.findHead(sheet);
    await storage.journal.append(buildJournalEntries(sheet, count, head), []);
    await storage.close();
  }

  async function readAll(path: string): Promise<{ users: number; entries: Map<string, JournalEntry[]> }> {
    const storage = await openStorage({ databaseUrl: null, file: path });
    const entries = new Map<string, JournalEntry[]>();
    for (const name of await storage.journal.listDocuments()) {
      entries.set(name, await storage.journal.readAfter(name, 0));
    }
    const users = await storage.users.count();
    await storage.close();
    return { users, entries };
  }

  test('JRN-32 a copy made while another process writes is whole, and a beginning of what was written', async () => {
    const writer = await startJournalWriter(file, { bytes: 2_000 });
    await writer.progress(60);
    const before = new Map(writer.acknowledged);
    const { entries } = await backUpSqlite(file, copy);
    await writer.progress(10);
    await writer.kill();

    expect(await verifySqliteFile(copy)).toMatchObject({ problems: [], damage: [], entries });
    const [copied, written] = [await readAll(copy), await readAll(file)];
    expect(copied.entries.size).toBe(5);
    for (const [name, kept] of copied.entries) {
      expect(kept.length).toBeGreaterThanOrEqual(before.get(name) ?? 0);
      expect(written.entries.get(name)?.slice(0, kept.length)).toEqual(kept);
    }
  });

  test('JRN-32 a copy is one file, which only its owner may read', async () => {
    await fill(20);
    await backUpSqlite(file, copy);
    expect(await readdir(join(dir.path, 'copies'))).toEqual(['one.sqlite']);
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
  });

  test('JRN-32 a file that is there already is never written over', async () => {
    await fill(3);
    await mkdir(join(dir.path, 'copies'));
    await writeFile(copy, 'щось важливе');
    await expect(backUpSqlite(file, copy)).rejects.toMatchObject({ code: 'file.exists' });
    expect(await readFile(copy, 'utf8')).toBe('щось важливе');
  });

  test('JRN-32 what an interrupted backup left is cleared away by the next', async () => {
    await fill(3);
    await mkdir(join(dir.path, 'copies'));
    await writeFile(`${copy}.partial`, 'половина');
    await writeFile(`${copy}.partial-journal`, 'половина');
    expect(await backUpSqlite(file, copy)).toMatchObject({ entries: 3 });
    expect(await readdir(join(dir.path, 'copies'))).toEqual(['one.sqlite']);
  });

  test('JRN-32 a damaged journal is not passed off as a backup', async () => {
    await fill(5);
    damage(file);
    await expect(backUpSqlite(file, copy)).rejects.toMatchObject({ code: 'storage.damaged' });
    expect(await readdir(join(dir.path, 'copies'))).toEqual([]);
  });

  test('JRN-33 a restored copy is the database as it was; what was there is kept beside it', async () => {
    await fill(5);
    await backUpSqlite(file, copy);
    const then = await readAll(file);
    await fill(7);
    const later = await readAll(file);

    const { keptAs, entries } = await restoreSqlite(copy, file, now);
    expect(entries).toBe(5);
    expect(await readAll(file)).toEqual(then);
    expect(keptAs).toBe(`${file}.before-restore-2026-11-23T10-20-30-456Z`);
    expect(await readAll(keptAs ?? '')).toEqual(later);
  });

  test('JRN-33 the log of a killed server is not taken for the restored database’s own', async () => {
    await fill(5);
    await backUpSqlite(file, copy);
    const then = await readAll(file);
    const writer = await startJournalWriter(file);
    await writer.progress(20);
    await writer.kill();
    expect(await readdir(join(dir.path, 'data'))).toContain('zvit.sqlite-wal');

    const { keptAs } = await restoreSqlite(copy, file, now);
    expect(await readAll(file)).toEqual(then);
    const kept = await readAll(keptAs ?? '');
    for (const [name, sequence] of writer.acknowledged) {
      expect(kept.entries.get(name)?.length).toBeGreaterThanOrEqual(sequence);
    }
  });

  test('JRN-33 a copy put in place by hand, with no database there, is the database', async () => {
    await fill(5);
    await backUpSqlite(file, copy);
    const moved = join(dir.path, 'elsewhere/zvit.sqlite');
    await mkdir(join(dir.path, 'elsewhere'));
    await copyFile(copy, moved);
    expect(await readAll(moved)).toEqual(await readAll(file));
  });

  test('JRN-33 nothing is restored under a running server', async () => {
    await fill(5);
    await backUpSqlite(file, copy);
    const storage = await openStorage({ databaseUrl: null, file });
    await expect(restoreSqlite(copy, file, now)).rejects.toMatchObject({ code: 'storage.locked' });
    await storage.journal.append(buildJournalEntries(sheet, 1, await storage.journal.findHead(sheet)), []);
    await storage.close();
  });

  test('JRN-33 a damaged copy, a strange one, an empty one and a missing one change nothing', async () => {
    await fill(5);
    await backUpSqlite(file, copy);
    damage(copy);
    const strange = join(dir.path, 'strange.sqlite');
    const other = new SqliteDatabase(strange);
    other.exec('create table journal_of_somebody_else (id integer)');
    other.close();
    const [text, empty] = [join(dir.path, 'text'), join(dir.path, 'empty')];
    await writeFile(text, 'не база даних'.repeat(200));
    await writeFile(empty, '');
    const before = await readAll(file);
    for (const bad of [copy, strange, text, empty]) {
      await expect(restoreSqlite(bad, file, now), bad).rejects.toMatchObject({ code: 'storage.damaged' });
    }
    const missing = join(dir.path, 'missing');
    await expect(restoreSqlite(missing, file, now)).rejects.toMatchObject({ code: 'file.missing' });
    expect((await readdir(join(dir.path, 'data'))).sort()).toEqual(['zvit.sqlite', 'zvit.sqlite.lock']);
    expect(await readAll(file)).toEqual(before);
  });
});

/** One bit of one entry. */
function damage(path: string): void {
  const database = new SqliteDatabase(path);
  const row = database.prepare('select change from journal where sequence = 2').pluck().get();
  if (!Buffer.isBuffer(row)) throw new Error('there is no second entry');
  row[0] = (row[0] ?? 0) ^ 1;
  database.prepare('update journal set change = ? where sequence = 2').run(row);
  database.close();
}
