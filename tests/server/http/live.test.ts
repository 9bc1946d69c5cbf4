import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TotalsAnswer, UserList } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { buildEmptyValues } from '#shared/model/rows.ts';
import { insertRows } from '#shared/sheet/sheetDocument.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let clients: SheetClient[] = [];

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(() => {
  for (const client of clients) client.stop();
  clients = [];
});
afterAll(() => server.stop());

function open({ cookie }: ApiClient, origin = server.url): SheetClient {
  const { reportId, organisationId } = town;
  const documentName = sheetName(reportId, organisationId);
  const url = server.url.replace('http', 'ws');
  const client = new SheetClient({ url, cookie, documentName, organisationId, origin });
  clients.push(client);
  return client;
}

/** An account of its own with an open, writable sheet. */
async function openAs(login: string) {
  const membership = { reportId: town.reportId, role: 'editor', organisationId: town.organisationId };
  const account = { name: login, login, password, isAdministrator: false, memberships: [membership] };
  const { administrator } = town.people;
  await administrator.post('/api/users', account);
  const person = new ApiClient(server.url);
  await person.signIn(login, password);
  const { users } = (await administrator.get('/api/users')).json() as UserList;
  const id = users.find((user) => user.login === login)?.id ?? '';
  const sheet = open(person);
  await vi.waitFor(() => expect(sheet.provider.synced).toBe(true));
  return { person, sheet, change: (body: object) => administrator.patch(`/api/users/${id}`, body) };
}

const hasLost = (sheet: SheetClient) => sheet.closes.length + sheet.denials.length > 0;

describe('one server for documents and HTTP', () => {
  test('ACC-40 what an editor saved is in the totals of the next answer', async () => {
    const { sheet, person } = await openAs('writer');
    const readTotals = async () =>
      (await person.get(`/api/reports/${town.reportId}/totals`)).json() as TotalsAnswer;
    expect((await readTotals()).grand.actualMinor).toBe('0');
    const values = { ...buildEmptyValues('expenditure'), plannedMinor: 100_00, actualMinor: 99_99 };
    insertRows(sheet.doc, [{ id: RowId.parse('row-1'), kind: 'expenditure', order: 'a0', values }]);
    await vi.waitFor(() => expect(sheet.isSaved).toBe(true));
    expect((await readTotals()).grand).toEqual({ plannedMinor: '10000', actualMinor: '9999', rowCount: 1 });
  });

  test('PRV-6 open data with what looks like personal data are made only when that is accepted, or as a draft', async () => {
    const { sheet, person } = await openAs('publisher');
    const values = { ...buildEmptyValues('activity'), note: 'нагороджено Петренко І. В.' };
    insertRows(sheet.doc, [{ id: RowId.parse('row-2'), kind: 'activity', order: 'a1', values }]);
    await vi.waitFor(() => expect(sheet.isSaved).toBe(true));
    const report = `/api/reports/${town.reportId}`;
    expect((await person.get(`${report}/personal-data`)).json()).toMatchObject({
      findings: [
        { kind: 'name', quote: 'Петренко І. В.', place: { in: 'row', rowId: 'row-2', field: 'note' } },
      ],
    });
    const refused = await person.get(`${report}/export.opendata.zip`);
    expect(refused.problem()).toMatchObject({ code: 'export.personal-data', parameters: { count: 1 } });
    for (const [query, ending] of [
      ['personalData=accepted', '_відкриті_дані.zip'],
      ['draft=true', '_відкриті_дані_чернетка.zip'],
    ] as const) {
      const made = await person.get(`${report}/export.opendata.zip?${query}`);
      expect(made.headers.get('content-type')).toBe('application/zip');
      expect(decodeURIComponent(made.headers.get('content-disposition') ?? '')).toContain(ending);
      expect(String.fromCharCode(...made.bytes.slice(0, 2))).toBe('PK');
    }
  });

  test('ACC-49 signing out ends the open connection', async () => {
    const { person, sheet } = await openAs('leaver');
    await person.delete('/api/session');
    await vi.waitFor(() => expect(hasLost(sheet)).toBe(true));
  });

  test('ACC-49 disabling the account ends the open connection', async () => {
    const { sheet, change } = await openAs('disabled');
    await change({ isDisabled: true });
    await vi.waitFor(() => expect(hasLost(sheet)).toBe(true));
  });

  test('ACC-49 a password set anew ends the open connection', async () => {
    const { sheet, change } = await openAs('reset');
    await change({ password: 'пароль від адміністратора' });
    await vi.waitFor(() => expect(hasLost(sheet)).toBe(true));
  });

  test('ACC-49 a membership taken away ends the open connection', async () => {
    const { sheet, change } = await openAs('moved');
    await change({ memberships: [] });
    await vi.waitFor(() => expect(hasLost(sheet)).toBe(true));
  });

  test('ACC-47 a page of another site gets no websocket with its visitor’s cookie', async () => {
    const sheet = open(town.people.editor, 'https://evil.example');
    const ours = open(town.people.editor);
    await vi.waitFor(() => expect(ours.provider.synced).toBe(true));
    expect(sheet.provider.synced).toBe(false);
  });

  test('ACC-58 a refused upgrade that is reset in the middle does not end the server', async () => {
    for (let count = 0; count < 20; count++) {
      await new Promise<void>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => {
          socket.write(
            'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
          );
          socket.resetAndDestroy();
        });
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    }
    expect((await town.people.anonymous.get('/healthz')).status).toBe(200);
  });
});
