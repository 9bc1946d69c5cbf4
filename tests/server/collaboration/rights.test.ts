import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { closeCodes, rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import { DirectionId, OrganisationId, ReportId, RowId } from '#shared/model/ids.ts';
import { insertRow } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';

const { reportId, first, second, directionId } = smallReport;

describe('rights on the websocket', () => {
  let server: TestCollaboration;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  function open(person: SignedIn | null, documentName: string, origin?: string): SheetClient {
    const options = { url: server.url, cookie: person?.cookie ?? null, documentName, organisationId: first };
    const client = new SheetClient(origin === undefined ? options : { ...options, origin });
    clients.push(client);
    return client;
  }

  async function openSynced(person: SignedIn, documentName: string): Promise<SheetClient> {
    const client = open(person, documentName);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  const addRow = (client: SheetClient) =>
    insertRow(client.doc, {
      id: RowId.parse('row1'),
      kind: 'activity',
      order: 'a0',
      values: { content: 'чуже' },
    });

  type Person =
    | 'editor of it'
    | 'editor of another'
    | 'coordinator'
    | 'viewer'
    | 'stranger'
    | 'administrator'
    | 'nobody'
    | 'forger';

  async function signIn(person: Person): Promise<SignedIn | null> {
    switch (person) {
      case 'editor of it':
        return server.editor(person, first);
      case 'editor of another':
        return server.editor(person, second);
      case 'coordinator':
        return server.coordinator(person);
      case 'viewer':
        return server.viewer(person);
      case 'stranger':
        return server.signIn(person, []);
      case 'administrator': {
        const signedIn = await server.signIn(person, []);
        await server.storage.users.change(signedIn.userId, { isAdministrator: true });
        return signedIn;
      }
      case 'nobody':
        return null;
      case 'forger':
        return { ...(await server.viewer(person)), cookie: `zvit_session=${'A'.repeat(43)}` };
    }
  }

  it.each<[Person, string, 'readwrite' | 'readonly']>([
    ['editor of it', sheetName(reportId, first), 'readwrite'],
    ['coordinator', sheetName(reportId, first), 'readwrite'],
    ['editor of another', sheetName(reportId, first), 'readonly'],
    ['viewer', sheetName(reportId, first), 'readonly'],
    ['administrator', sheetName(reportId, first), 'readonly'],
    ['editor of it', narrativeName(reportId, directionId), 'readwrite'],
    ['coordinator', narrativeName(reportId, directionId), 'readwrite'],
    ['editor of another', narrativeName(reportId, directionId), 'readonly'],
    ['viewer', narrativeName(reportId, directionId), 'readonly'],
  ])('ACC-1 %s opens %s as %s', async (person, documentName, scope) => {
    const client = await openSynced((await signIn(person)) as SignedIn, documentName);
    expect(client.provider.authorizedScope).toBe(scope === 'readwrite' ? 'read-write' : 'readonly');
  });

  it.each<[Person, string, string]>([
    ['stranger', sheetName(reportId, first), 'access.report'],
    ['nobody', sheetName(reportId, first), 'session.required'],
    ['forger', sheetName(reportId, first), 'session.required'],
    ['stranger', sheetName(ReportId.parse('other'), first), 'access.report'],
    ['coordinator', sheetName(reportId, OrganisationId.parse('unknown')), 'document.unknown'],
    ['coordinator', narrativeName(reportId, DirectionId.parse('unknown')), 'document.unknown'],
  ])('ACC-2 %s is refused %s with %s', async (person, documentName, code) => {
    const client = open(await signIn(person), documentName);
    await vi.waitFor(() => expect(client.denials).toEqual([code]));
    expect(client.provider.synced).toBe(false);
  });

  it.each<Person>(['editor of another', 'viewer', 'administrator'])(
    'ACC-3 what %s writes reaches neither journal nor document nor anybody',
    async (person) => {
      const intruder = await openSynced((await signIn(person)) as SignedIn, sheetName(reportId, first));
      const witness = await openSynced(
        (await signIn('editor of it')) as SignedIn,
        sheetName(reportId, first),
      );
      addRow(intruder);
      insertRow(witness.doc, {
        id: RowId.parse('row2'),
        kind: 'activity',
        order: 'a0',
        values: { content: 'своє' },
      });
      await vi.waitFor(() => expect(witness.isSaved).toBe(true));
      await vi.waitFor(() => expect(intruder.rows).toHaveLength(2));
      expect(witness.rows.map(({ id }) => id)).toEqual(['row2']);
      expect(intruder.provider.unsyncedChanges).toBe(1);
      expect(await server.storage.journal.readAfter(sheetName(reportId, first), 0)).toHaveLength(1);
    },
  );

  it('ACC-4 a page of another origin gets no websocket', async () => {
    const { cookie } = await server.editor('Олена', first);
    const socket = new WebSocket(`${server.url}/collaboration`, {
      headers: { cookie, origin: 'https://evil.example' },
    });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });

  it('ACC-5 a locked sheet turns its editors into readers at once, and nobody else', async () => {
    const name = sheetName(reportId, first);
    const editor = await openSynced(await server.editor('Олена', first), name);
    const coordinator = await openSynced(await server.coordinator('Координатор'), name);
    await setSheetStatus(server.storage, reportId, first, 'submitted');
    server.collaboration.accessChanged(null);
    await vi.waitFor(() => expect(editor.closes.at(-1)).toMatchObject({ reason: 'access.sheet-locked' }));
    expect(coordinator.closes).toEqual([]);
    editor.provider.detach();
    editor.provider.attach();
    await vi.waitFor(() => expect(editor.provider.authorizedScope).toBe('readonly'));
    await setSheetStatus(server.storage, reportId, first, 'returned');
    server.collaboration.accessChanged(null);
    await vi.waitFor(() => expect(editor.closes.at(-1)).toMatchObject({ reason: rightsGrantedReason }));
  });

  it('ACC-6 a membership taken away closes the documents of that report', async () => {
    const person = await server.editor('Олена', first);
    const client = await openSynced(person, sheetName(reportId, first));
    await server.storage.users.change(person.userId, { memberships: [] });
    server.collaboration.accessChanged(person.userId);
    await vi.waitFor(() => expect(client.closes.at(-1)).toMatchObject({ reason: 'access.report' }));
  });

  it('ACC-95 an editor moved to another organisation in mid-edit writes the sheet that was theirs no more, and the other from then on', async () => {
    const person = await server.editor('Олена', first);
    const client = await openSynced(person, sheetName(reportId, first));
    const memberships = [{ reportId, role: 'editor' as const, organisationId: second }];
    await server.storage.users.change(person.userId, { memberships });
    server.collaboration.accessChanged(person.userId);
    addRow(client);
    await vi.waitFor(() => expect(client.closes.at(-1)).toMatchObject({ reason: 'access.not-your-sheet' }));
    client.provider.detach();
    client.provider.attach();
    await vi.waitFor(() => expect(client.provider.authorizedScope).toBe('readonly'));
    expect(await server.storage.journal.readAfter(sheetName(reportId, first), 0)).toEqual([]);
    expect(client.rows).toHaveLength(1);
    const theirs = await openSynced(person, sheetName(reportId, second));
    expect(theirs.provider.authorizedScope).toBe('read-write');
  });

  it.each(['revoked session', 'disabled account'])('ACC-6 a %s closes the whole socket', async (cause) => {
    const person = await server.editor('Олена', first);
    const client = await openSynced(person, sheetName(reportId, first));
    if (cause === 'revoked session') await server.storage.sessions.revokeAllOfUser(person.userId);
    else await server.storage.users.change(person.userId, { isDisabled: true });
    server.collaboration.accessChanged(person.userId);
    await vi.waitFor(() =>
      expect(client.closes.at(-1)).toMatchObject({
        code: closeCodes.sessionEnded,
        reason: 'session.required',
      }),
    );
    addRow(client);
    await vi.waitFor(() => expect(client.denials).toContain('session.required'));
    expect(await server.storage.journal.readAfter(sheetName(reportId, first), 0)).toEqual([]);
  });

  it('ACC-7 rights are looked up again by themselves', async () => {
    await server.stop();
    server = await startCollaboration({ rightsIntervalMs: 50 });
    const person = await server.editor('Олена', first);
    const client = await openSynced(person, sheetName(reportId, first));
    await server.storage.sessions.revokeAllOfUser(person.userId);
    await vi.waitFor(() => expect(client.closes.at(-1)).toMatchObject({ code: closeCodes.sessionEnded }));
  });

  it('ACC-8 tells every socket of a report once to fetch its structure anew', async () => {
    const client = await openSynced(await server.viewer('Глядач'), sheetName(reportId, first));
    server.collaboration.structureChanged(reportId);
    await vi.waitFor(() => expect(client.messages).toEqual([{ type: 'structure-changed', reportId }]));
  });
});
