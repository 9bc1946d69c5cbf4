import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { runTool } from '#tests/support/runTool.ts';

const sheet = 'sheet/r2020/viza';

describe('verify-journal, backup and restore as commands', () => {
  let dir: TempDir;
  let file: string;
  let settings: { DATA_DIR: string; INIT_CWD: string };

  beforeEach(async () => {
    dir = await createTempDir();
    settings = { DATA_DIR: join(dir.path, 'data'), INIT_CWD: dir.path };
    file = join(settings.DATA_DIR, 'zvit.sqlite');
  });

  afterEach(() => dir.remove());

  async function fill() {
    const storage = await openStorage({ databaseUrl: null, file });
    await storage.journal.append(buildJournalEntries(sheet, 4), []);
    return storage;
  }

  test('JRN-35 verification reads beside a running server, and without one, and changes nothing', async () => {
    const storage = await fill();
    const beside = await runTool('verifyJournal', [], settings);
    expect(beside).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 documents, 4 entries') });
    await storage.close();
    const before = await stat(file);
    const alone = await runTool('verifyJournal', [], settings);
    expect(alone.exitCode).toBe(0);
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  test('JRN-35 verification fails and names the entry', async () => {
    await (await fill()).close();
    const database = new SqliteDatabase(file);
    database.prepare('update journal set time = time + 1 where sequence = 3').run();
    database.close();
    const { exitCode, output } = await runTool('verifyJournal', [], settings);
    expect(exitCode).toBe(1);
    expect(output).toContain(`${sheet}, 3:`);
  });

  test('JRN-35 verification without a database fails, and makes none', async () => {
    const { exitCode, output } = await runTool('verifyJournal', [], settings);
    expect(exitCode).toBe(1);
    expect(output).toContain(file);
    expect(await readdir(dir.path)).toEqual([]);
  });

  test('JRN-32 JRN-33 a backup by command is verified and restored by command', async () => {
    const storage = await fill();
    // Relative to where the person is, not to the project.
    const backup = await runTool('backup', ['copy.sqlite'], settings);
    expect(backup).toMatchObject({ exitCode: 0, output: expect.stringContaining('4 entries') });
    expect((await runTool('verifyJournal', ['copy.sqlite'], settings)).exitCode).toBe(0);
    expect((await runTool('backup', ['copy.sqlite'], settings)).exitCode).toBe(1);
    expect((await runTool('backup', [], settings)).exitCode).toBe(1);
    expect((await runTool('restore', ['copy.sqlite'], settings)).exitCode).toBe(1);
    await storage.close();
    const restore = await runTool('restore', ['copy.sqlite'], settings);
    expect(restore).toMatchObject({ exitCode: 0, output: expect.stringContaining('before-restore-') });
  });

  test('JRN-32 with PostgreSQL the commands point to its own tools', async () => {
    const withPostgres = { ...settings, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
    for (const name of ['backup', 'restore']) {
      const { exitCode, output } = await runTool(name, ['copy.sqlite'], withPostgres);
      expect(exitCode).toBe(1);
      expect(output).toContain('pg_dump');
    }
    const { exitCode, output } = await runTool('verifyJournal', [], withPostgres);
    expect(exitCode).toBe(1);
    expect(output).toContain('ECONNREFUSED');
  });
});
