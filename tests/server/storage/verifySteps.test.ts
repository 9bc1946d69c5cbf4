import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { verifySteps } from '#server/storage/verifySteps.ts';
import { JournalCheckAnswer } from '#shared/api/history.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { FinalTown } from '#tests/server/finalising/FinalTown.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { closeReport } from '#tests/support/closeReport.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { runTool } from '#tests/support/runTool.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';

const reportId = ReportId.parse('report');
const o1 = OrganisationId.parse('o1');

/** As somebody who has the file in their hands: no trigger and no reference holds them. */
function openFile(file: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(file);
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all();
  for (const name of triggers) database.exec(`drop trigger "${name}"`);
  return database;
}

describe('steps in the database', () => {
  let dir: TempDir;
  let storage: Storage;
  let database: SqliteDatabase.Database;

  beforeEach(async () => {
    dir = await createTempDir();
    const file = join(dir.path, 'zvit.sqlite');
    storage = await openStorage({ databaseUrl: null, file });
    await storage.reports.create(buildNewReport());
    for (const status of ['submitted', 'returned', 'submitted', 'accepted'] as const) {
      await setSheetStatus(storage, reportId, o1, status);
    }
    await closeReport(storage, reportId, { version: 1 });
    const step = { reportId, step: 'reopen', version: 1, userId: UserId.parse('u1') } as const;
    await storage.finalising.reopen({ ...step, time: 1_700_000_000_000, note: 'Помилка в сумі' });
    await closeReport(storage, reportId, { version: 2 });
    database = openFile(file);
  });
  afterEach(async () => {
    database.close();
    await storage.close();
    await dir.remove();
  });

  test('HIS-38 steps as they were taken are whole', async () => {
    expect(await verifySteps(storage, reportId)).toEqual({ steps: 7, unbound: 0, problems: [] });
    expect(await verifySteps(storage, ReportId.parse('none'))).toEqual({
      steps: 0,
      unbound: 0,
      problems: [],
    });
  });

  test.each(['sheet_transitions', 'report_steps'])(
    'HIS-38 any flipped byte of any field of any step in %s is found',
    async (table) => {
      const rows = database.prepare(`select rowid as at, * from ${table}`).all() as Record<string, unknown>[];
      let tries = 0;
      for (const { at, ...fields } of rows) {
        for (const [column, value] of Object.entries(fields)) {
          const set = database.prepare(`update ${table} set ${column} = ? where rowid = ?`);
          for (const flipped of typeof value === 'number' ? [value + 8] : flip(String(value))) {
            tries += 1;
            set.run(flipped, at);
            const { problems } = await verifySteps(storage, reportId);
            expect(problems.length, `${table}.${column} ${value} → ${flipped}`).toBeGreaterThan(0);
            set.run(value, at);
          }
        }
      }
      expect(tries).toBeGreaterThan(50);
      expect((await verifySteps(storage, reportId)).problems).toEqual([]);
    },
  );

  test.each([
    [`delete from sheet_transitions where number = 2`, o1],
    [`delete from sheet_transitions where number = 4`, o1],
    [`delete from sheet_transitions`, o1],
    [`update sheets set status = 'draft' where organisation_id = 'o1'`, o1],
    [`update sheets set status = 'accepted' where organisation_id = 'o2'`, 'o2'],
    [`delete from report_steps where number = 2`, null],
    [`delete from report_steps where number = 3`, null],
    [`delete from report_steps`, null],
    [`update report_versions set manifest_sha256 = 'b' where version = 1`, null],
    [`update journal set hash = x'00' where sequence = 2`, o1],
  ])('HIS-38 %s is found', async (statement, organisationId) => {
    database.exec(statement);
    const { problems } = await verifySteps(storage, reportId);
    expect(problems).toContainEqual(expect.objectContaining({ organisationId }));
  });

  test('HIS-39 steps from before are told as such, and there is none after one that is bound', async () => {
    const file = join(dir.path, 'older.sqlite');
    const older = await openStorage({ databaseUrl: null, file });
    await older.reports.create(buildNewReport());
    await setSheetStatus(older, reportId, o1, 'submitted');
    await setSheetStatus(older, reportId, o1, 'accepted');
    const beside = new SqliteDatabase(file);
    beside.exec('drop trigger sheet_transitions_unchanged');
    beside.exec('update sheet_transitions set hash = null');
    await setSheetStatus(older, reportId, o1, 'returned');
    expect(await verifySteps(older, reportId)).toEqual({ steps: 3, unbound: 2, problems: [] });
    beside.exec(`update sheet_transitions set user_id = 'other' where number = 1`);
    beside.exec('update sheet_transitions set time = time + 1 where number = 2');
    expect((await verifySteps(older, reportId)).problems).toEqual([
      { organisationId: o1, sequence: 1 },
      { organisationId: o1, sequence: 2 },
    ]);
    await setSheetStatus(older, reportId, o1, 'submitted');
    beside.exec('update sheet_transitions set hash = null where number = 4');
    const { problems, unbound } = await verifySteps(older, reportId);
    expect(problems).toContainEqual({ organisationId: o1, sequence: 4 });
    // Of the first two another author and another time were named; they are told of as changed.
    expect(unbound).toBe(0);
    beside.close();
    await older.close();
  });
});

/** Texts with one byte otherwise, at their ends and in the middle, and with one more. */
function flip(text: string): string[] {
  const places = new Set([0, text.length >> 1, text.length - 1]);
  const flipped = [...places].map((place) => {
    const sign = text[place] === 'x' ? 'y' : 'x';
    return text.slice(0, place) + sign + text.slice(place + 1);
  });
  return [...flipped, `${text} `];
}

test('HIS-38 a changed note is found by the page and by the command line', async () => {
  const here = await FinalTown.start();
  await here.finalise({ note: 'Річний звіт', personalData: 'accepted' });
  const check = async () =>
    JournalCheckAnswer.parse((await here.get('coordinator', '/journal-check')).json());
  expect(await check()).toMatchObject({ steps: 3, unboundSteps: 0, problems: [] });
  const settings = { DATA_DIR: here.town.server.config.dataDir };
  const whole = await runTool('verifyJournal', [], settings);
  expect([whole.exitCode, whole.output]).toEqual([0, expect.stringContaining('кроків 3')]);
  const database = openFile(join(settings.DATA_DIR, 'zvit.sqlite'));
  database.exec(`update report_steps set note = 'Річний Звіт'`);
  database.exec(`update sheet_transitions set note = 'інше' where number = 2`);
  database.close();
  const { organisationId } = here.town.sheet;
  expect((await check()).problems).toEqual([
    expect.objectContaining({
      document: { type: 'sheet', organisationId },
      problem: 'step-changed',
      entry: { time: expect.any(Number), author: { kind: 'person', name: 'coordinator' } },
    }),
    { document: { type: 'report' }, sequence: 1, problem: 'step-changed', entry: null },
  ]);
  const changed = await runTool('verifyJournal', [], settings);
  expect(changed.exitCode).toBe(1);
  expect(changed.output).toContain(`report/${here.reportId}, 1: крок не той, що був зроблений`);
  await here.stop();
});
