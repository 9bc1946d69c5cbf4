import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { TokenAnswer } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { addExpenditure, SubmissionTown, saved } from '#tests/server/submission/SubmissionTown.ts';
import { closeReport } from '#tests/support/closeReport.ts';

let here: SubmissionTown;
const rowId = RowId.parse('r1');
const userId = UserId.parse('coordinator');

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

/** The state alone, as the page's own step takes it in the end. */
async function close(version = 1): Promise<void> {
  const { reportId } = here.town;
  const { storage, collaboration } = here.server;
  await collaboration.takeReportStep(reportId, async () => {
    await closeReport(storage, reportId, { version });
  });
}
async function reopen(version = 1): Promise<void> {
  const { reportId } = here.town;
  const { storage, collaboration } = here.server;
  await collaboration.takeReportStep(reportId, async () => {
    await storage.finalising.reopen({
      reportId,
      userId,
      step: 'reopen',
      version,
      time: Date.now(),
      note: 'ще',
    });
  });
}
const readNote = async () =>
  (await here.server.collaboration.readReportRows(here.town.reportId))[0]?.values.note;

test('FIN-5 closing a report closes it for everybody everywhere, reopening opens it, and all are told', async () => {
  const editor = await here.open('editor');
  addExpenditure(editor, 'r1');
  await saved(editor);
  const coordinator = await here.open('coordinator');
  const viewer = await here.open('viewer');
  const away = await here.open('editor');
  const { token } = TokenAnswer.parse(
    (await here.person('editor').post('/api/profile/tokens', { name: 'Скрипт' })).json(),
  );
  const script = here.openGateway(token);
  await vi.waitFor(() => expect(script.provider.synced).toBe(true));
  away.goOffline();
  setCell(away.doc, rowId, 'reason', 'без мережі');

  await close();
  for (const writer of [editor, coordinator]) {
    await vi.waitFor(() => expect(writer.closes.at(-1)?.reason).toBe('access.finalised'));
  }
  const told = { type: 'structure-changed', reportId: here.town.reportId };
  await vi.waitFor(() => expect(viewer.messages).toContainEqual(told));
  expect(viewer.closes).toEqual([]);
  away.goOnline();
  await vi.waitFor(() => expect(away.provider.authorizedScope).toBe('readonly'));
  insertRow(script.doc, { id: RowId.parse('r2'), kind: 'activity', order: 'a5', values: {} });
  const late = await here.open('coordinator');
  expect(late.provider.authorizedScope).toBe('readonly');
  setCell(late.doc, rowId, 'note', 'запізно');
  const name = sheetName(here.town.reportId, here.town.organisationId);
  await expect(
    here.server.collaboration.importUpdate(name, new Uint8Array([0, 0]), null),
  ).rejects.toMatchObject({ code: 'access.finalised' });
  const rows = await here.server.collaboration.readReportRows(here.town.reportId);
  expect(rows.map(({ id, values }) => [id, values.reason, values.note])).toEqual([[rowId, null, null]]);
  expect(away.rows[0]?.values.reason).toBe('без мережі');

  await reopen();
  await vi.waitFor(() => expect(away.closes.at(-1)?.reason).toBe(rightsGrantedReason));
  away.provider.detach();
  away.provider.attach();
  await vi.waitFor(() => expect(away.isSaved).toBe(true));
  await vi.waitFor(() => expect(viewer.rows[0]?.values.reason).toBe('без мережі'));
});

test('FIN-6 an edit at the same instant is in it, or it is refused and its author keeps it: many times over', async () => {
  const first = await here.open('coordinator');
  addExpenditure(first, 'r1');
  await saved(first);
  let { doc } = first;
  first.stop();
  let refusals = 0;
  let acceptances = 0;
  const name = sheetName(here.town.reportId, here.town.organisationId);
  for (let round = 1; round <= 40; round += 1) {
    const writer = here.connect('coordinator', doc);
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    const keys = 1 + (round % 8);
    const type = async () => {
      for (let key = 1; key <= keys; key += 1) {
        setCell(writer.doc, rowId, 'note', `${round}-${key}`);
        for (let turn = 0; turn < round % 5; turn += 1) await setImmediate();
      }
    };
    let sequence: number | undefined;
    const { reportId } = here.town;
    const { storage, collaboration } = here.server;
    const closing = collaboration.takeReportStep(reportId, async () => {
      sequence = (await storage.journal.findHead(name))?.sequence;
      await closeReport(storage, reportId, { version: round });
    });
    await Promise.all([closing, type()]);
    await vi.waitFor(() => expect(writer.closes.at(-1)?.reason).toBe('access.finalised'));
    // Nothing of it has come after.
    expect((await storage.journal.findHead(name))?.sequence).toBe(sequence);
    expect(writer.rows[0]?.values.note).toBe(`${round}-${keys}`);
    if ((await readNote()) === `${round}-${keys}`) acceptances += 1;
    else refusals += 1;
    doc = writer.doc;
    writer.stop();
    await reopen(round);
  }
  const back = here.connect('coordinator', doc);
  await vi.waitFor(() => expect(back.isSaved).toBe(true));
  expect(await readNote()).toBe('40-1');
  // Both have happened, so the instant was met.
  expect(Math.min(refusals, acceptances)).toBeGreaterThan(0);
  expect((await verifyJournal(here.server.storage)).problems).toEqual([]);
});

test('FIN-6 what another process has closed is closed here, before this one has heard of it', async () => {
  const { reportId } = here.sheet;
  const { storage } = here.server;
  const coordinator = await here.open('coordinator');
  addExpenditure(coordinator, 'r1');
  await saved(coordinator);
  await closeReport(storage, reportId);
  setCell(coordinator.doc, rowId, 'note', 'запізно');
  await vi.waitFor(() => expect(coordinator.closes.at(-1)?.reason).toBe('access.finalised'));
  expect(coordinator.messages).toContainEqual(
    expect.objectContaining({ type: 'refused', code: 'access.finalised' }),
  );
  expect(await readNote()).toBeNull();
});

describe('FIN-4 over HTTP', () => {
  test('whoever might change something is told that the report is finalised, others why they never may', async () => {
    const { reportId } = here.town;
    const requests: [string, string, unknown, Record<string, string>][] = [
      [
        'PATCH',
        `/api/reports/${reportId}/properties`,
        { title: 'Інший' },
        {
          coordinator: 'access.finalised',
          administrator: 'access.finalised',
          editor: 'access.coordinator-only',
        },
      ],
      [
        'PATCH',
        `/api/reports/${reportId}/structure`,
        { kind: 'directions.order', order: [] },
        { coordinator: 'access.finalised', viewer: 'access.coordinator-only', stranger: 'access.report' },
      ],
      [
        'POST',
        `/api/reports/${reportId}/indicators/import`,
        { csv: 'Назва;Вид', basis: null },
        { coordinator: 'access.finalised', editor: 'access.coordinator-only' },
      ],
      [
        'POST',
        here.sheetPath('/submit'),
        {},
        { editor: 'access.finalised', coordinator: 'access.finalised', viewer: 'access.editors-only' },
      ],
      [
        'PUT',
        here.sheetPath('/explanations'),
        { key: 'row.deviation/r1/', text: 'так' },
        { editor: 'access.finalised', coordinator: 'access.finalised', viewer: 'access.viewer' },
      ],
      [
        'POST',
        `/api/reports/${reportId}/acceptances`,
        { sheets: [{ organisationId: here.town.organisationId, contentHash: 'a'.repeat(64) }] },
        { coordinator: 'access.finalised', editor: 'access.coordinator-only' },
      ],
    ];
    const before = await here.server.storage.reports.findStructure(reportId);
    await close();
    for (const [method, path, body, outcomes] of requests) {
      for (const [name, code] of Object.entries(outcomes)) {
        const person = here.person(name as Parameters<typeof here.person>[0]);
        const response = await person.request(method, path, { body });
        expect([path, name, response.json()]).toEqual([path, name, expect.objectContaining({ code })]);
      }
    }
    const { finalised, ...report } =
      (await here.server.storage.reports.findStructure(reportId))?.report ?? {};
    expect(finalised?.version).toBe(1);
    expect(report).toEqual(before?.report);
    expect((await here.states()).sheets[0]?.status).toBe('draft');
    expect((await here.person('coordinator').get(`/api/reports/${reportId}/journal-check`)).status).toBe(200);
    expect((await here.person('viewer').get(`/api/reports/${reportId}/totals`)).status).toBe(200);
  });
});
