import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openReportSession } from '#client/sync/openReportSession.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { demoAccounts } from '#server/example/demoAccounts.ts';
import { directions2020, exampleReportId, organisations2020 } from '#server/example/structure2020.ts';
import { UserId } from '#shared/model/ids.ts';
import { narrativeNodes, narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { closeReport } from '#tests/support/closeReport.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { EventLog, TestBrowser } from './support.ts';

const directionId = directions2020.deputies.id;
const words = 'Абзац, написаний у дорозі.';
let server: TestServer;
const open: ReportSession[] = [];
let version = 0;

beforeAll(async () => {
  server = await startTestServer({ demo: true });
});
afterEach(async () => {
  for (const session of open.splice(0)) session.close();
  await server.collaboration.takeReportStep(exampleReportId, async () => {
    const step = { reportId: exampleReportId, step: 'reopen', version, note: 'ще' } as const;
    await server.storage.finalising.reopen({ ...step, userId: UserId.parse('u1'), time: Date.now() });
  });
});
afterAll(() => server.stop());

test.each(['vykonkom', 'coordinator'])(
  'FIN-13 FIN-15 a text that %s changed without a connection is given back when the report was finalised meanwhile, and says so',
  async (login) => {
    expect(demoAccounts.map((account) => account.login)).toContain(login);
    const browser = await TestBrowser.signIn(server.url, login);
    const log = new EventLog();
    const structure = await browser.fetchStructure(exampleReportId);
    const session = openReportSession(structure, await browser.fetchActor(), log, browser.environment());
    open.push(session);
    session.start();
    const text = session.narrative(directionId);
    await expect.poll(() => text.get().isLoaded && session.saveState.get().kind).toBe('saved');
    expect(text.get().decision).toEqual({ allowed: true });
    const before = text.get().doc.getXmlFragment(narrativeRoot).toString();

    const other = { id: UserId.parse('other'), name: 'Інша координаторка' };
    const self = { id: (await browser.fetchActor()).userId, name: 'Сама' };
    for (const by of [other, self, other, null]) {
      const count = log.finalising.length;
      server.collaboration.finalisingChanged(exampleReportId, by);
      await expect.poll(() => log.finalising.length).toBe(count + 1);
    }
    expect(log.finalising).toEqual([other.name, null, other.name, null]);

    browser.cut();
    await expect.poll(() => session.saveState.get().kind).toBe('offline');
    const paragraph = new Y.XmlElement(narrativeNodes.paragraph);
    paragraph.insert(0, [new Y.XmlText(words)]);
    text.get().doc.getXmlFragment(narrativeRoot).push([paragraph]);
    const row = session.sheetRows(organisations2020.executive.id, 'expenditure')[0];
    if (row === undefined) throw new Error('the example has no expenditure here');
    session.setCells([
      { organisationId: row.organisationId, rowId: row.id, field: 'note', value: 'у дорозі' },
    ]);
    expect(session.pendingCount()).toBe(2);
    version += 1;
    await server.collaboration.takeReportStep(exampleReportId, () =>
      closeReport(server.storage, exampleReportId, { version }),
    );
    browser.isOnline = true;

    await expect.poll(() => log.rejected.length).toBe(2);
    expect(log.rejected).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'text', directionId, code: 'access.finalised', lines: [words] }),
        expect.objectContaining({
          kind: 'cells',
          code: 'access.finalised',
          cells: [expect.objectContaining({ field: 'note', value: 'у дорозі' })],
        }),
      ]),
    );
    // The page has not fetched the structure anew: the server has told, and it is asked to.
    expect(text.get().decision).toEqual({ allowed: false, reason: 'access.finalised' });
    expect(session.canWrite(row.organisationId)).toEqual({ allowed: false, reason: 'access.finalised' });
    await expect.poll(() => log.structureChanges).toBeGreaterThan(0);
    expect(text.get().doc.getXmlFragment(narrativeRoot).toString()).toBe(before);
    expect(session.pendingCount()).toBe(0);
  },
);
