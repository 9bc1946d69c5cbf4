import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildMigrations } from '#server/storage/migrations/migrations.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { SqliteFileDialect } from '#server/storage/sqlite/SqliteFileDialect.ts';
import { ReportId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { buildStoredView } from '#tests/support/buildView.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { startJournalWriter } from '#tests/support/startJournalWriter.ts';

describe('openStorage', () => {
  let dir: TempDir;
  let file: string;
  const open = (path = file) => openStorage({ databaseUrl: null, file: path });

  beforeEach(async () => {
    dir = await createTempDir();
    file = join(dir.path, 'zvit.sqlite');
  });

  afterEach(() => dir.remove());

  test('JRN-29 a second server on the same file is refused until the first one is closed', async () => {
    const first = await open();
    await expect(open()).rejects.toMatchObject({ code: 'storage.locked' });
    await first.ping();
    await first.close();
    const second = await open();
    await second.close();
  });

  test('JRN-29 another name of the same file meets the same lock', async () => {
    const first = await open();
    const alias = join(dir.path, 'alias.sqlite');
    await symlink(file, alias);
    await expect(open(alias)).rejects.toMatchObject({ code: 'storage.locked' });
    await first.close();
  });

  test('JRN-29 a killed server holds no lock', async () => {
    const writer = await startJournalWriter(file);
    await expect(open()).rejects.toMatchObject({ code: 'storage.locked' });
    await writer.progress(3);
    await writer.kill();
    const storage = await open();
    expect(await storage.journal.listDocuments()).not.toEqual([]);
    await storage.close();
  });

  test('JRN-34 a database that a newer version has used is refused and left as it is', async () => {
    await (await open()).close();
    const database = new SqliteDatabase(file);
    database.prepare(`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`).run();
    database.close();
    const before = await readFile(file);
    await expect(open()).rejects.toMatchObject({ code: 'storage.newer-version' });
    expect(Buffer.compare(await readFile(file), before)).toBe(0);
    // Nor is it still locked.
    await expect(open()).rejects.toMatchObject({ code: 'storage.newer-version' });
  });

  test('JRN-50 a database from before the views gets their tables and columns, and keeps what it had', async () => {
    const { programme, report } = buildNewReport();
    const [first] = Object.entries(buildMigrations('sqlite'));
    const old = new SqliteDatabase(file);
    const db = new Kysely({ dialect: new SqliteFileDialect(old) });
    const provider = {
      getMigrations: async () => Object.fromEntries([first].filter((one) => one !== undefined)),
    };
    await new Migrator({ db, provider }).migrateToLatest();
    old
      .prepare('insert into programmes values (?, ?, ?, ?, ?)')
      .run(programme.id, programme.title, programme.community, programme.periodStart, programme.periodEnd);
    old
      .prepare('insert into reports values (?, ?, ?, ?, ?, 0)')
      .run(report.id, programme.id, report.year, report.title, report.signatoryPosition);
    await db.destroy();
    const storage = await open();
    expect(await storage.reports.list()).toMatchObject([{ programme, report: { signatoryName: '' } }]);
    await storage.views.create(buildStoredView({ userId: null }));
    await storage.close();
  });

  test('JRN-50 with a report go its views, with a person their own', async () => {
    const storage = await open();
    const { reports, users, views } = storage;
    await reports.create({ ...buildNewReport(), directions: [], indicators: [], responsibilities: [] });
    const reportId = ReportId.parse('report');
    const [gone, stays] = [buildStoredUser('gone'), buildStoredUser('stays')];
    for (const user of [gone, stays]) {
      await users.create(user);
      const view = buildStoredView({ userId: user.id });
      await views.create(view);
      await views.saveLast(reportId, user.id, 'activity', { viewId: view.id, state: view.state });
    }
    const published = buildStoredView({ userId: null });
    await views.create(published);
    const count = () => ['views', 'last_views'].map((table) => read(`select count(*) from ${table}`));
    const read = (sql: string) => database.prepare(sql).pluck().get();
    const database = new SqliteDatabase(file);
    database.pragma('foreign_keys = ON');
    database.prepare('delete from users where id = ?').run(gone.id);
    expect(count()).toEqual([2, 1]);
    expect(await views.list(reportId, gone.id)).toEqual([published]);
    database.exec('delete from sheets; delete from reports');
    expect(count()).toEqual([0, 0]);
    database.close();
    await storage.close();
  });

  test('JRN-31 a file that is no database is refused and left as it is', async () => {
    const text = 'Це не база даних. '.repeat(100);
    await writeFile(file, text);
    await expect(open()).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('JRN-31 a folder that cannot be made is an unavailable storage', async () => {
    await writeFile(file, '');
    await expect(open(join(file, 'inside/zvit.sqlite'))).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });

  test('a database is one file when nobody has it open', async () => {
    const storage = await open();
    await storage.ping();
    await storage.close();
    expect((await readdir(dir.path)).sort()).toEqual(['zvit.sqlite', 'zvit.sqlite.lock']);
  });

  test('opening again changes no tables', async () => {
    await (await open()).close();
    const before = readSchema(file);
    await (await open()).close();
    expect(readSchema(file)).toEqual(before);
    expect(before).not.toEqual([]);
  });
});

function readSchema(file: string): unknown[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const tables = database
    .prepare(
      `select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .all();
  database.close();
  return tables;
}
