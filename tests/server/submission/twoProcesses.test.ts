import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSessionResolver } from '#server/accounts/createSessionResolver.ts';
import { createSessions } from '#server/accounts/createSessions.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import { createCollaboration } from '#server/collaboration/createCollaboration.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { computeContentHash } from '#server/submission/computeContentHash.ts';
import { createSubmissionDesk } from '#server/submission/createSubmissionDesk.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { addExpenditure, SubmissionTown, saved } from './SubmissionTown.ts';

/** A second process of the product as far as documents go: it shares the database with the first, and nothing else. */
let here: SubmissionTown;
let second: Collaboration;
let server: Server;
const rowId = RowId.parse('r1');

beforeEach(async () => {
  here = await SubmissionTown.start();
  const { storage } = here.server;
  const log = createLogger('silent');
  const now = Date.now;
  const sessions = createSessions({
    store: storage.sessions,
    log,
    sessionDays: 30,
    isAlwaysSecure: false,
    now,
  });
  second = createCollaboration({
    storage,
    sessions: createSessionResolver({ storage, sessions, log, now }),
    log,
    registry: new Registry(),
    isAllowedOrigin: () => true,
  });
  server = createServer();
  server.on('upgrade', (request, socket, head) => second.handleUpgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  await second.stop();
  server.close();
  server.closeAllConnections();
  await here.stop();
});

/** Somebody whose browser has reached the second process. */
function connectToSecond(name: 'editor' | 'coordinator'): SheetClient {
  const { reportId, organisationId } = here.sheet;
  return new SheetClient({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie: here.person(name).cookie,
    documentName: sheetName(reportId, organisationId),
    organisationId,
    origin: here.server.url,
  });
}

test('SUB-7 what is typed at one process and submitted at another has one order: many times over', async () => {
  const { reportId, organisationId } = here.sheet;
  // So the first process has the sheet in memory, without what is typed at the second.
  await here.open('coordinator');
  for (let round = 0; round < 20; round += 1) {
    const editor = connectToSecond('editor');
    try {
      await vi.waitFor(() => expect(editor.isSaved).toBe(true));
      if (editor.rows.length === 0) addExpenditure(editor, 'r1');
      await saved(editor);
      const type = async () => {
        for (let key = 0; key < 8; key += 1) {
          setCell(editor.doc, rowId, 'note', `${round}-${key}`);
          for (let turn = 0; turn < round % 4; turn += 1) await setImmediate();
        }
      };
      const [{ submission }] = await Promise.all([here.step('coordinator', '/submit'), type()]);
      // The second process has not heard of it, and the editor types on there.
      setCell(editor.doc, rowId, 'reason', `${round} запізно`);
      await vi.waitFor(() => expect(editor.closes.at(-1)?.reason).toBe('access.sheet-locked'));
      const { rows, sequence } = await here.server.collaboration.readSheet(reportId, organisationId);
      expect(computeContentHash(rows)).toBe(submission?.contentHash);
      expect(rows[0]?.values.reason).toBeNull();
      // The second one reads the same, and nothing has come after the step.
      const there = await second.readSheet(reportId, organisationId);
      expect(computeContentHash(there.rows)).toBe(submission?.contentHash);
      expect(sequence).toBe(submission?.sequence);
    } finally {
      editor.stop();
    }
    await here.step('editor', '/withdraw');
  }
  expect((await verifyJournal(here.server.storage)).problems).toEqual([]);
});

test('SUB-5 of two coordinators at two processes one decides, and neither half', async () => {
  const { storage, collaboration } = here.server;
  const desks = [collaboration, second].map((one) =>
    createSubmissionDesk({ storage, collaboration: one, now: Date.now }),
  );
  const { reportId } = here.town;
  const actor = {
    userId: UserId.parse('someone'),
    name: '',
    isAdministrator: false,
    memberships: [{ reportId, role: 'coordinator' as const }],
  };
  for (let round = 1; round <= 10; round += 1) {
    const { contentHash } = await here.step('coordinator', '/submit');
    const outcomes = await Promise.allSettled([
      desks[0]?.takeStep(actor, here.sheet, { step: 'accept', note: '', contentHash }),
      desks[1]?.takeStep(actor, here.sheet, { step: 'accept', note: '', contentHash }),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toMatchObject([{ code: 'submission.now-accepted' }]);
    const { lastStep } = await here.step('coordinator', '/return', { note: 'Ще раз' });
    expect(lastStep?.number).toBe(3 * round);
  }
});
