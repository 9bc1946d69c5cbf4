import { once } from 'node:events';
import { MessageType } from '@hocuspocus/server';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { RowId } from '#shared/model/ids.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';
import { buildTypedMessage, buildUpdateMessage } from './rawMessages.ts';

const { reportId, first, second } = smallReport;
const documentName = sheetName(reportId, first);
const rowId = RowId.parse('row1');

describe('hostile bytes', () => {
  let server: TestCollaboration;
  let victim: SignedIn;
  let honest: SheetClient;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration({ maxUpdateBytes: 300_000, maxCellBytes: 50_000 });
    victim = await server.editor('Олена', first);
    honest = open(victim);
    insertRow(honest.doc, { id: rowId, kind: 'activity', order: 'a0', values: { content: 'чесна робота' } });
    await vi.waitFor(() => expect(honest.isSaved).toBe(true));
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  function open(person: SignedIn | null, name = documentName): SheetClient {
    const client = new SheetClient({
      url: server.url,
      cookie: person?.cookie ?? null,
      documentName: name,
      organisationId: first,
    });
    clients.push(client);
    return client;
  }

  async function openSynced(person: SignedIn, name = documentName): Promise<SheetClient> {
    const client = open(person, name);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  const journalLength = async (name = documentName) =>
    (await server.storage.journal.readAfter(name, 0)).length;

  /** What every attack must leave behind: the work of before, and a server that takes the next edit. */
  async function expectUnharmed(entriesBefore = 1): Promise<void> {
    expect(await journalLength()).toBe(entriesBefore);
    setCell(honest.doc, rowId, 'note', 'далі');
    await vi.waitFor(() => expect(honest.isSaved).toBe(true));
    expect(await server.collaboration.readReportRows(reportId)).toMatchObject([
      { values: { content: 'чесна робота', note: 'далі' } },
    ]);
  }

  async function attackWith(update: Uint8Array, code: string): Promise<void> {
    const attacker = await openSynced(await server.editor('Зловмисник', first));
    attacker.socket.send(buildUpdateMessage(documentName, update));
    await vi.waitFor(() => expect(attacker.messages).toMatchObject([{ type: 'refused', code }]));
    await vi.waitFor(() => expect(attacker.closes.at(-1)).toMatchObject({ reason: code }));
  }

  it('ACC-20 a structure forged under somebody’s client id is refused, and their offline edits still count', async () => {
    honest.goOffline();
    setCell(honest.doc, rowId, 'note', 'без зв’язку');
    // The clock at which the victim's unsent edit begins.
    const forgery = new Y.Doc();
    const [entry] = await server.storage.journal.readAfter(documentName, 0);
    Y.applyUpdate(forgery, entry?.update ?? new Uint8Array());
    forgery.clientID = honest.doc.clientID;
    const before = Y.encodeStateVector(forgery);
    setCell(forgery, rowId, 'note', 'підробка');
    await attackWith(Y.encodeStateAsUpdate(forgery, before), 'document.foreign-client');
    honest.goOnline();
    await vi.waitFor(() => expect(honest.isSaved).toBe(true));
    expect(await server.collaboration.readReportRows(reportId)).toMatchObject([
      { values: { note: 'без зв’язку' } },
    ]);
  });

  it('ACC-20 a client id announced by awareness alone is already its user’s, also after a restart', async () => {
    const quiet = await openSynced(await server.editor('Тихий', first));
    quiet.provider.setAwarenessField('cursor', null);
    await vi.waitFor(async () =>
      expect((await server.storage.journal.readOwners(documentName)).has(quiet.doc.clientID)).toBe(true),
    );
    quiet.goOffline();
    honest.goOffline();
    await server.restart();
    const forgery = new Y.Doc();
    forgery.clientID = quiet.doc.clientID;
    insertRow(forgery, { id: RowId.parse('forged'), kind: 'activity', order: 'a1', values: {} });
    await attackWith(Y.encodeStateAsUpdate(forgery), 'document.foreign-client');
  });

  it('ACC-20 passing on what the journal already holds is not a forgery', async () => {
    const colleague = await openSynced(await server.editor('Колега', first));
    await vi.waitFor(() => expect(colleague.rows).toHaveLength(1));
    colleague.socket.send(buildUpdateMessage(documentName, Y.encodeStateAsUpdate(honest.doc)));
    setCell(colleague.doc, rowId, 'reason', 'своє');
    await vi.waitFor(() => expect(colleague.isSaved).toBe(true));
    expect(colleague.messages).toEqual([]);
    await expectUnharmed(2);
  });

  it('ACC-21 a few bytes that announce millions of structures are refused before anything is allocated', async () => {
    const encoder = encoding.createEncoder();
    for (const number of [1, 30_000_000, 7, 0]) encoding.writeVarUint(encoder, number);
    await attackWith(encoding.toUint8Array(encoder), 'document.frame');
    await expectUnharmed();
  });

  it.each([
    ['bytes of the other encoding', () => Y.encodeStateAsUpdateV2(buildDoc({ content: 'v2' }))],
    ['random bytes', () => Uint8Array.from({ length: 200 }, (_, index) => (index * 89 + 41) % 256)],
    ['a cut-off update', () => Y.encodeStateAsUpdate(buildDoc({ content: 'довгий текст' })).subarray(0, 20)],
    ['another root', () => rootUpdate((doc) => doc.getMap('secret').set('a', 1))],
    ['a text type', () => rootUpdate((doc) => doc.getText('rows').insert(0, 'x'))],
    ['a nested type', () => rootUpdate((doc) => doc.getMap('rows').set('row9', new Y.Map()))],
    ['an id that is none', () => rootUpdate((doc) => doc.getMap('rows').set('../row', { v: 1 }))],
    ['a subdocument', () => rootUpdate((doc) => doc.getMap('rows').set('row9', new Y.Doc()))],
  ])('ACC-21 %s are refused with a code', async (_name, build) => {
    await attackWith(build(), 'document.frame');
    await expectUnharmed();
  });

  it('ACC-22 a cell over the limit is refused and sent to nobody', async () => {
    await attackWith(
      Y.encodeStateAsUpdate(buildDoc({ content: 'ї'.repeat(60_000) })),
      'document.cell-too-large',
    );
    await expectUnharmed();
  });

  it('ACC-22 a nested value is measured as a whole', async () => {
    let nested: unknown = 'дно';
    for (let depth = 0; depth < 300; depth += 1) nested = [nested, 'ї'.repeat(200)];
    await attackWith(
      rootUpdate((doc) => doc.getMap('rows').set('row9', { v: 1, nested })),
      'document.cell-too-large',
    );
    await expectUnharmed();
  });

  it('ACC-21 a value nested deeper than any stack is refused', async () => {
    const encoder = encoding.createEncoder();
    // One client, one structure: a plain value under rows/row9, an array in an array in an array.
    for (const number of [1, 1, 4711, 0, 8 | 0x20, 1]) encoding.writeVarUint(encoder, number);
    for (const name of ['rows', 'row9']) encoding.writeVarString(encoder, name);
    encoding.writeVarUint(encoder, 1);
    for (let depth = 0; depth < 100_000; depth += 1) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
    await attackWith(encoding.toUint8Array(encoder), 'document.frame');
    await expectUnharmed();
  });

  it('ACC-22 an update over the limit is refused', async () => {
    const doc = new Y.Doc();
    for (let index = 0; index < 10; index += 1) {
      insertRow(doc, {
        id: RowId.parse(`big${index}`),
        kind: 'activity',
        order: 'a1',
        values: { note: 'ї'.repeat(9_000), reason: 'ї'.repeat(9_000) },
      });
    }
    await attackWith(Y.encodeStateAsUpdate(doc), 'document.update-too-large');
    await expectUnharmed();
  });

  it('ACC-22 a sheet that has reached its bound takes no more, and says so', async () => {
    honest.stop();
    await server.stop();
    server = await startCollaboration({ maxDocumentBytes: 20_000 });
    const writer = await openSynced(await server.editor('Олена', first));
    for (let index = 0; writer.messages.length === 0 && index < 40; index += 1) {
      insertRow(writer.doc, {
        id: RowId.parse(`n${index}`),
        kind: 'activity',
        order: 'a1',
        values: { note: 'x'.repeat(1_000) },
      });
      await vi.waitFor(() => expect(writer.isSaved || writer.messages.length > 0).toBe(true));
    }
    expect(writer.messages).toMatchObject([{ code: 'document.full' }]);
    expect((await server.collaboration.readReportRows(reportId)).length).toBeGreaterThan(10);
  });

  it('ACC-23 a frame over the payload limit closes that socket alone', async () => {
    await server.stop();
    server = await startCollaboration({ maxFrameBytes: 10_000 });
    const raw = await openRaw(victim);
    raw.send(new Uint8Array(20_000));
    const [code] = await once(raw, 'close');
    expect(code).toBe(closeCodes.tooBig);
    await openSynced(await server.editor('Інша', first));
  });

  it.each([
    ['an unknown document', buildTypedMessage('sheet/r1/__proto__', MessageType.Auth)],
    ['a name with a session suffix', buildTypedMessage(`${documentName}\0x`, MessageType.Auth)],
    ['the server’s own broadcast', buildTypedMessage(documentName, MessageType.BroadcastStateless, 'all')],
    ['a type nobody knows', buildTypedMessage(documentName, 77)],
    ['no bytes', new Uint8Array(0)],
    ['a name longer than the frame', Uint8Array.from([200, 1, 65])],
  ])('ACC-23 a frame with %s closes that socket with a code', async (_name, frame) => {
    const raw = await openRaw(victim);
    raw.send(frame);
    const [code] = await once(raw, 'close');
    expect(code).toBe(closeCodes.badFrame);
    await expectUnharmed();
  });

  it('ACC-24 a flood is read more slowly, and all of it arrives', async () => {
    honest.stop();
    await server.stop();
    server = await startCollaboration({ messagesPerSecond: 200, messagesBurst: 20 });
    const writer = await openSynced(await server.editor('Швидка', first));
    for (let index = 0; index < 100; index += 1) {
      insertRow(writer.doc, { id: RowId.parse(`n${index}`), kind: 'activity', order: 'a1', values: {} });
    }
    await vi.waitFor(() => expect(writer.isSaved).toBe(true), { timeout: 10_000 });
    expect(await server.collaboration.readReportRows(reportId)).toHaveLength(100);
  });

  it('ACC-25 an awareness state over the limit is dropped', async () => {
    const loud = await openSynced(await server.editor('Гучна', second), sheetName(reportId, second));
    const witness = await openSynced(await server.viewer('Глядач'), sheetName(reportId, second));
    const state = () => witness.provider.awareness?.getStates().get(loud.doc.clientID);
    loud.provider.setAwarenessField('cursor', 'малий');
    await vi.waitFor(() => expect(state()).toMatchObject({ cursor: 'малий' }));
    loud.provider.setAwarenessField('cursor', 'x'.repeat(10_000));
    loud.provider.setAwarenessField('cursor', 'знову малий');
    await vi.waitFor(() => expect(state()).toMatchObject({ cursor: 'знову малий' }));
  });

  async function openRaw(person: SignedIn): Promise<WebSocket> {
    const raw = new WebSocket(`${server.url}/collaboration`, { headers: { cookie: person.cookie } });
    await once(raw, 'open');
    return raw;
  }
});

function buildDoc(values: { content: string }): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('rows').set('row9', { v: 1, kind: 'activity', order: 'a0', ...values });
  return doc;
}

function rootUpdate(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}
