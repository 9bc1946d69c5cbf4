import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReportAnswer } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { readReportUnit } from '#shared/model/structure.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let path: string;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  path = `/api/reports/${town.reportId}/properties`;
});
afterEach(() => server.stop());

describe('properties of a report', () => {
  test('ACC-80 a coordinator changes them, and everybody reads what then stands', async () => {
    const { coordinator, viewer } = town.people;
    const response = await coordinator.patch(path, {
      signatoryPosition: '  Керуючий справами ',
      signatoryName: 'Олена КОВАЛЕНКО',
      decisionNumber: '719',
      decisionDate: '2014-05-29',
    });
    expect(response.status).toBe(200);
    const stands = (await viewer.get(`/api/reports/${town.reportId}`)).json();
    expect(stands).toEqual(response.json());
    expect(stands).toMatchObject({
      report: { signatoryPosition: 'Керуючий справами', signatoryName: 'Олена КОВАЛЕНКО' },
      programme: { decisionNumber: '719', decisionDate: '2014-05-29' },
    });
  });

  test.each([
    ['no title', { title: '' }],
    ['a title too long', { title: 'я'.repeat(501) }],
    ['a name too long', { signatoryName: 'я'.repeat(201) }],
    ['a day that is none', { decisionDate: '2014-02-30' }],
    ['an empty number', { decisionNumber: '' }],
    ['a number for a title', { title: 7 }],
    ['a unit that is none', { unit: 'million-uah' }],
    ['no unit', { unit: null }],
  ])('ACC-80 what does not fit is refused whole: %s', async (_what, bad) => {
    const { coordinator } = town.people;
    const before = (await coordinator.get(`/api/reports/${town.reportId}`)).json();
    const refused = await coordinator.patch(path, { signatoryPosition: 'Інша посада', ...bad });
    expect(refused.problem().code).toBe('request.invalid');
    expect((await coordinator.get(`/api/reports/${town.reportId}`)).json()).toEqual(before);
  });

  test('SET-52 the unit is hryvnias until a coordinator says otherwise, and no sum moves with it', async () => {
    const { coordinator, viewer, editor } = town.people;
    const read = async () => ReportAnswer.parse((await viewer.get(`/api/reports/${town.reportId}`)).json());
    const sums = async () => (await viewer.get(`/api/reports/${town.reportId}/totals`)).json();
    expect(readReportUnit((await read()).report)).toBe('uah');
    const before = await sums();
    expect((await editor.patch(path, { unit: 'thousand-uah' })).problem().code).toBe(
      'access.coordinator-only',
    );
    expect((await viewer.patch(path, { unit: 'thousand-uah' })).problem().code).toBe(
      'access.coordinator-only',
    );
    expect(readReportUnit((await read()).report)).toBe('uah');
    expect((await coordinator.patch(path, { unit: 'thousand-uah' })).status).toBe(200);
    expect(readReportUnit((await read()).report)).toBe('thousand-uah');
    expect(await sums()).toEqual(before);
    expect((await coordinator.patch(path, { unit: 'uah' })).status).toBe(200);
    expect((await read()).report).not.toHaveProperty('unit');
  });

  test('ACC-80 every open client of the report is told', async () => {
    const { coordinator, viewer } = town.people;
    const { reportId, organisationId } = town;
    const sheet = new SheetClient({
      url: server.url.replace('http', 'ws'),
      cookie: viewer.cookie,
      documentName: sheetName(reportId, organisationId),
      organisationId,
      origin: server.url,
    });
    try {
      await vi.waitFor(() => expect(sheet.provider.synced).toBe(true));
      await coordinator.patch(path, { title: 'Інша назва' });
      await vi.waitFor(() => expect(sheet.messages).toEqual([{ type: 'structure-changed', reportId }]));
    } finally {
      sheet.stop();
    }
  });
});
