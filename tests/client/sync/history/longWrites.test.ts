import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { openReportSession } from '#client/sync/openReportSession.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { createId, OrganisationId, ReportId, RowId } from '#shared/model/ids.ts';
import { ordersBetween } from '#shared/sheet/order.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { EventLog, TestBrowser } from '../support.ts';

/** Long writes through the product's own session, to its own server. */

const reportId = ReportId.parse('r2020');
const sheets = ['dovhyntsivskyi', 'saksahanskyi'].map((id) => OrganisationId.parse(id));
const [own = OrganisationId.parse('none')] = sheets;

let server: TestServer;
const open: ReportSession[] = [];

beforeAll(async () => {
  server = await startTestServer({ demo: true });
});
afterEach(async () => {
  for (const session of open.splice(0)) session.close();
  await setSheetStatus(server.storage, reportId, own, 'draft');
  server.collaboration.accessChanged(null);
});
afterAll(() => server.stop());

async function openInStep(login: string) {
  const browser = await TestBrowser.signIn(server.url, login);
  const log = new EventLog();
  const structure = await browser.fetchStructure(reportId);
  const session = openReportSession(structure, await browser.fetchActor(), log, browser.environment());
  open.push(session);
  session.start();
  await waitForState(session, 'saved');
  return { session, browser, log };
}

function waitForState(session: ReportSession, kind: string) {
  return expect.poll(() => session.saveState.get().kind).toBe(kind);
}

function buildRows(count: number, organisationIds: readonly OrganisationId[], content: string): ReportEdit[] {
  return ordersBetween(null, null, count).map((order, index): ReportEdit => {
    const row = { id: RowId.parse(createId()), kind: 'activity' as const, order, values: { content } };
    return { kind: 'insert', organisationId: organisationIds[index % organisationIds.length] ?? own, row };
  });
}

test('SYN-22 rows of two sheets arrive at everybody, and one undo takes all of them back', async () => {
  const { session, log } = await openInStep('coordinator');
  const { session: colleague } = await openInStep('dovhyntsivskyi');
  const before = session.rows.size();
  const outcome = await session.editInSlices(buildRows(2_000, sheets, 'вставлене'));
  expect(outcome).toMatchObject({ end: 'done', done: 2_000 });
  await waitForState(session, 'saved');
  await expect.poll(() => colleague.rows.size()).toBe(before + 2_000);
  expect(await session.undo()).toMatchObject({ count: 2_000, keptCount: 0 });
  await expect.poll(() => colleague.rows.size()).toBe(before);
  expect([...log.rejected, ...log.troubles]).toEqual([]);
});

test('SYN-23 without a connection it is written here, and sent when the connection is back', async () => {
  const { session, browser, log } = await openInStep('dovhyntsivskyi');
  browser.cut();
  await waitForState(session, 'offline');
  const before = session.rows.size();
  expect(await session.editInSlices(buildRows(1_000, [own], 'без мережі'))).toMatchObject({ end: 'done' });
  expect(session.rows.size()).toBe(before + 1_000);
  browser.isOnline = true;
  await waitForState(session, 'saved');
  const stored = await server.collaboration.readReportRows(reportId);
  expect(stored.filter((row) => row.kind === 'activity' && row.values.content === 'без мережі')).toHaveLength(
    1_000,
  );
  expect(log.rejected).toEqual([]);
  await session.undo();
  await waitForState(session, 'saved');
});

test('SYN-22 a sheet that is locked in between ends the writing, and what is written is kept', async () => {
  const { session } = await openInStep('dovhyntsivskyi');
  const lock = async () => {
    await setSheetStatus(server.storage, reportId, own, 'submitted');
    server.collaboration.accessChanged(null);
  };
  let locking: Promise<void> | null = null;
  const rows = Array.from({ length: 20 }, () => buildRows(500, [own], 'під замок')).flat();
  const outcome = await session.editInSlices(rows, {
    onProgress() {
      locking ??= lock();
    },
  });
  await locking;
  expect(outcome.end).toBe('locked');
  expect(outcome.done).toBeGreaterThan(0);
  expect(outcome.done).toBeLessThan(rows.length);
});

test('SYN-23 without a connection no more is written than one message carries, and with one all of it', async () => {
  const { session, browser, log } = await openInStep('dovhyntsivskyi');
  // Cyrillic letters take two bytes: 6 MB in all.
  const rows = buildRows(600, [own], 'довгий текст '.repeat(400));
  browser.cut();
  await waitForState(session, 'offline');
  const outcome = await session.editInSlices(rows);
  expect(outcome.end).toBe('unsent');
  expect(outcome.done).toBeGreaterThan(100);
  expect(outcome.done).toBeLessThan(500);
  browser.isOnline = true;
  await waitForState(session, 'saved');
  expect(await session.editInSlices(rows.slice(outcome.done))).toMatchObject({ end: 'done' });
  await waitForState(session, 'saved');
  expect(log.rejected).toEqual([]);
});
