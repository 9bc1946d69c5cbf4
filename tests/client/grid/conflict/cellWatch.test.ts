import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CellStanding } from '#client/grid/conflict/CellStanding.ts';
import { CellWatch } from '#client/grid/conflict/CellWatch.ts';
import { decideCommit } from '#client/grid/conflict/decideCommit.ts';
import { openReportSession } from '#client/sync/openReportSession.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { ExpenditureRow } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { EventLog, TestBrowser } from '../../sync/support.ts';

const reportId = ReportId.parse('r2020');
const organisationId = OrganisationId.parse('dovhyntsivskyi');
const field = 'actualMinor';

let server: TestServer;
let own: ReportSession;
let colleague: ReportSession;
let start: ExpenditureRow;
let watch: CellWatch;
let clock = 0;
let stop: () => void;

beforeAll(async () => {
  server = await startTestServer({ demo: true });
});
beforeEach(async () => {
  [own, colleague] = await Promise.all([openAs('dovhyntsivskyi'), openAs('coordinator')]);
  start = readRow(own);
  watch = new CellWatch({ session: own, start, field, readLock, now: () => clock });
  stop = watch.start();
});
afterEach(() => {
  stop?.();
  own?.close();
  colleague?.close();
});
afterAll(() => server?.stop());

async function openAs(login: string): Promise<ReportSession> {
  const browser = await TestBrowser.signIn(server.url, login);
  const session = openReportSession(
    await browser.fetchStructure(reportId),
    await browser.fetchActor(),
    new EventLog(),
    browser.environment(),
  );
  session.start();
  await expect.poll(() => session.saveState.get().kind).toBe('saved');
  return session;
}

function readRow(session: ReportSession): ExpenditureRow {
  const row = must(session.sheetRows(organisationId, 'expenditure')[0], 'an expenditure of the example');
  if (row.kind !== 'expenditure') throw new Error('not an expenditure');
  return row;
}

function readLock(): AppError | null {
  const decision = own.canWrite(organisationId);
  return decision.allowed ? null : new AppError(decision.reason);
}

function setAmount(session: ReportSession, value: number | null): void {
  session.setCells([{ organisationId, rowId: start.id, field, value }]);
}

const waitFor = (expected: Record<string, unknown>) =>
  expect.poll(() => watch.standing.get()).toMatchObject(expected);

describe('how an edited cell stands', () => {
  test('GRD-98 a change by somebody else is seen, and one that is taken back is none', async () => {
    expect(watch.standing.get()).toMatchObject({ isChanged: false, isDeleted: false, lock: null });
    setAmount(colleague, 222_22);
    await waitFor({ isChanged: true, row: { values: { actualMinor: 222_22 } } });
    colleague.undo();
    await waitFor({ isChanged: false, author: null });
  });

  test('GRD-98 another cell of the row is no change of this one', async () => {
    colleague.setCells([{ organisationId, rowId: start.id, field: 'note', value: 'поруч' }]);
    await waitFor({ isChanged: false, row: { values: { note: 'поруч' } } });
    colleague.undo();
  });

  test('GRD-98 what has arrived and waits for its batch counts when a decision is due', async () => {
    setAmount(colleague, 333_33);
    // Looked at as often as can be: between arrival and batch the standing asked for is already right.
    await expect.poll(() => watch.readNow(), { interval: 1 }).toMatchObject({ isChanged: true });
    expect(own.rows.get(rowKey(start))?.values).toMatchObject({ actualMinor: 333_33 });
    colleague.undo();
    await waitFor({ isChanged: false });
  });

  test('GRD-98 a deleted row is kept as it last was, and is there again when it is brought back', async () => {
    setAmount(colleague, 444_44);
    await waitFor({ isChanged: true });
    const bringBack = colleague.deleteRows([readRow(colleague)]);
    await waitFor({ isDeleted: true, row: { values: { actualMinor: 444_44 }, order: start.order } });
    bringBack();
    await waitFor({ isDeleted: false });
    colleague.undo();
    await waitFor({ isChanged: false });
  });

  test('GRD-98 a sheet that is locked says so with its reason', async () => {
    await setSheetStatus(server.storage, reportId, organisationId, 'submitted');
    server.collaboration.accessChanged(null);
    await expect.poll(() => watch.standing.get().lock?.code).toBe('access.sheet-locked');
    await setSheetStatus(server.storage, reportId, organisationId, 'returned');
    server.collaboration.accessChanged(null);
    server.collaboration.structureChanged(reportId);
    await expect.poll(() => watch.standing.get().lock).toBe(null);
  });
});

describe('who has changed it', () => {
  const cursor = (editing: boolean) => ({
    table: 'expenditure' as const,
    organisationId,
    rowId: start.id,
    field,
    editing,
  });

  test('GRD-99 a colleague who was typing there is named, and is before the change arrives', async () => {
    colleague.setCursor(cursor(true));
    await waitFor({ typists: ['Координаторка звіту'], author: null });
    setAmount(colleague, 555_55);
    colleague.setCursor(null);
    await waitFor({ isChanged: true, author: 'Координаторка звіту' });
    colleague.undo();
    await waitFor({ isChanged: false });
  });

  test('GRD-99 nobody is named who only stood there, or left long ago', async () => {
    colleague.setCursor(cursor(false));
    await expect.poll(() => own.people.get().some(({ cursors }) => cursors.length > 0)).toBe(true);
    setAmount(colleague, 666_66);
    await waitFor({ isChanged: true, author: null });
    colleague.setCursor(cursor(true));
    await waitFor({ typists: ['Координаторка звіту'] });
    colleague.setCursor(null);
    await waitFor({ typists: [] });
    clock += 5_001;
    setAmount(colleague, 777_77);
    await waitFor({ row: { values: { actualMinor: 777_77 } }, author: null });
    colleague.undo();
    colleague.undo();
    await waitFor({ isChanged: false });
  });
});

describe('what may be written', () => {
  const standing = (change: Partial<CellStanding> = {}): CellStanding => ({
    row: { ...start, values: { ...start.values, actualMinor: 7 } },
    isDeleted: false,
    lock: null,
    isChanged: true,
    author: null,
    typists: [],
    ...change,
  });
  const mine = { ok: true, value: 5 } as const;

  test('GRD-100 over another’s value only with a choice that has seen that value', () => {
    expect(decideCommit(mine, standing(), field)).toEqual({ kind: 'conflict', value: 5 });
    expect(decideCommit(mine, standing(), field, 6)).toEqual({ kind: 'conflict', value: 5 });
    expect(decideCommit(mine, standing(), field, 7)).toEqual({ kind: 'write', value: 5 });
    expect(decideCommit({ ok: true, value: 7 }, standing(), field)).toEqual({ kind: 'write', value: 7 });
    expect(decideCommit(mine, standing({ isChanged: false }), field)).toEqual({ kind: 'write', value: 5 });
    expect(decideCommit({ ok: true, value: null }, standing(), field)).toEqual({
      kind: 'conflict',
      value: null,
    });
  });

  test('GRD-100 never into a row that is gone or a sheet that is locked, whatever was typed', () => {
    const error = new AppError('access.sheet-locked');
    const refused = { ok: false, error: new AppError('money.negative'), choices: [] } as const;
    for (const parsed of [mine, { ...refused, choices: [] }]) {
      expect(decideCommit(parsed, standing({ isDeleted: true }), field, 7)).toEqual({ kind: 'deleted' });
      expect(decideCommit(parsed, standing({ isDeleted: true, lock: error }), field, 7)).toEqual({
        kind: 'locked',
        error,
      });
    }
    expect(decideCommit({ ...refused, choices: [] }, standing(), field)).toMatchObject({ kind: 'invalid' });
  });
});
