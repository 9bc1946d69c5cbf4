import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sheetName } from '#shared/documents/documentName.ts';
import { must } from '#shared/must.ts';
import { readProgrammeFields } from '#shared/structure/changeProgramme.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(() => server.stop());

test('SET-50 the administrator changes a programme, nobody else, and every open client of its reports is told', async () => {
  const { reportId, organisationId, people } = town;
  const stands = async () =>
    must(await server.storage.reports.findStructure(reportId), 'the report').programme;
  const programme = await stands();
  const path = `/api/programmes/${programme.id}`;
  const from = readProgrammeFields(programme);
  const amendments = [{ number: '12', date: '2021-03-31', subject: 'Обсяги на 2021 рік' }];
  const body = { from, to: { ...from, decisionNumber: '719', decisionDate: '2020-01-15', amendments } };
  const viewer = new SheetClient({
    url: server.url.replace('http', 'ws'),
    cookie: people.viewer.cookie,
    documentName: sheetName(reportId, organisationId),
    organisationId,
    origin: server.url,
  });
  try {
    await vi.waitFor(() => expect(viewer.provider.synced).toBe(true));
    for (const who of ['coordinator', 'editor', 'viewer', 'stranger'] as const) {
      expect((await people[who].patch(path, body)).problem().code).toBe('access.administrator-only');
    }
    expect((await people.anonymous.patch(path, body)).status).toBe(401);
    expect(await stands()).toEqual(programme);
    const years = { from, to: { ...from, periodEnd: '2020-12-31' } };
    expect((await people.administrator.patch(path, years)).problem().code).toBe('programme.years');
    expect((await people.administrator.patch(path, body)).status).toBe(200);
    expect(await stands()).toEqual({
      ...programme,
      decisionNumber: '719',
      decisionDate: '2020-01-15',
      amendments,
    });
    await vi.waitFor(() => expect(viewer.messages).toEqual([{ type: 'structure-changed', reportId }]));
    expect((await people.administrator.patch(path, body)).problem().code).toBe('structure.changed');
  } finally {
    viewer.stop();
  }
});
