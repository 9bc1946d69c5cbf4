import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { RowId } from '#shared/model/ids.ts';
import { deleteRow, insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';
import { buildAwarenessMessage } from './rawMessages.ts';

const { reportId, first, second } = smallReport;
const rowId = RowId.parse('row1');

describe('co-editing', () => {
  let server: TestCollaboration;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration({ awarenessIntervalMs: 20 });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  function open(
    person: SignedIn | null,
    organisationId: OrganisationId = first,
    doc?: SheetClient['doc'],
  ): SheetClient {
    const client = new SheetClient({
      url: server.url,
      cookie: person?.cookie ?? null,
      documentName: sheetName(reportId, organisationId),
      organisationId,
      ...(doc ? { doc } : {}),
    });
    clients.push(client);
    return client;
  }

  async function openSynced(
    person: SignedIn,
    organisationId: OrganisationId = first,
    doc?: SheetClient['doc'],
  ) {
    const client = open(person, organisationId, doc);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  const journalOf = (organisationId: OrganisationId) =>
    server.storage.journal.readAfter(sheetName(reportId, organisationId), 0);

  it('DOC-11 shows an edit to everybody who has the sheet open', async () => {
    const writer = await openSynced(await server.editor('Олена', first));
    const reader = await openSynced(await server.editor('Ганна', second));
    insertRow(writer.doc, {
      id: rowId,
      kind: 'expenditure',
      order: 'a0',
      values: { actualMinor: 4_758_000 },
    });
    await vi.waitFor(() => expect(reader.rows[0]?.values).toMatchObject({ actualMinor: 4_758_000 }));
  });

  it('JRN-1 a change counts as saved only when the journal has it, and a restart keeps it', async () => {
    const editor = await server.editor('Олена', first);
    const writer = await openSynced(editor);
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: { content: 'Сесія' } });
    expect(writer.isSaved).toBe(false);
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    const [entry] = await journalOf(first);
    expect(entry).toMatchObject({ sequence: 1, userId: editor.userId });
    writer.stop();
    await server.restart();
    const later = await openSynced(editor);
    await vi.waitFor(() => expect(later.rows[0]?.values).toMatchObject({ content: 'Сесія' }));
  });

  it('JRN-1 an edit made while the line is cut is sent on return, under the same person’s older client id', async () => {
    const editor = await server.editor('Олена', first);
    const writer = await openSynced(editor);
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: {} });
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    writer.goOffline();
    setCell(writer.doc, rowId, 'content', 'без зв’язку');
    writer.stop();
    const reloaded = await openSynced(editor, first, writer.doc);
    await vi.waitFor(() => expect(reloaded.isSaved).toBe(true));
    await expect(server.collaboration.readReportRows(reportId)).resolves.toMatchObject([
      { values: { content: 'без зв’язку' } },
    ]);
  });

  it('JRN-2 reconnecting without news adds no entry, deletions known to both sides included', async () => {
    const editor = await server.editor('Олена', first);
    const writer = await openSynced(editor);
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: {} });
    deleteRow(writer.doc, rowId);
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    const before = (await journalOf(first)).length;
    writer.goOffline();
    await vi.waitFor(() => expect(writer.provider.synced).toBe(false));
    writer.goOnline();
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    expect((await journalOf(first)).length).toBe(before);
  });

  it('JRN-3 the chain of every document verifies after many writers', async () => {
    const people = await Promise.all(['А', 'Б', 'В'].map((name) => server.editor(name, first)));
    const writers = await Promise.all(people.map((person) => openSynced(person)));
    for (let round = 0; round < 30; round += 1) {
      for (const [index, writer] of writers.entries()) {
        insertRow(writer.doc, {
          id: RowId.parse(`w${index}-${round}`),
          kind: 'activity',
          order: 'a0',
          values: {},
        });
      }
    }
    await vi.waitFor(() =>
      expect(writers.every((writer) => writer.isSaved && writer.rows.length === 90)).toBe(true),
    );
    await expect(verifyJournal(server.storage)).resolves.toMatchObject({ documents: 1, problems: [] });
  });

  it('DOC-12 totals are read from stored documents when nobody has them open', async () => {
    const writer = await openSynced(await server.editor('Олена', second), second);
    insertRow(writer.doc, { id: rowId, kind: 'expenditure', order: 'a0', values: { actualMinor: 100 } });
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    await expect(server.collaboration.readReportRows(reportId)).resolves.toHaveLength(1);
    writer.stop();
    await server.restart();
    await expect(server.collaboration.readReportRows(reportId)).resolves.toMatchObject([
      { organisationId: second, values: { actualMinor: 100 } },
    ]);
  });

  it('DOC-13 the server’s own change is journalled, applied and sent on like everybody’s', async () => {
    const reader = await openSynced(await server.viewer('Глядач'));
    const source = new Y.Doc();
    insertRow(source, { id: rowId, kind: 'activity', order: 'a0', values: { content: 'Імпорт' } });
    const update = Y.encodeStateAsUpdate(source);
    await server.collaboration.importUpdate(sheetName(reportId, first), update, null);
    await vi.waitFor(() => expect(reader.rows[0]?.values).toMatchObject({ content: 'Імпорт' }));
    expect(await journalOf(first)).toMatchObject([{ userId: null }]);
  });

  it('JRN-4 catches up when another process has written, then writes after it', async () => {
    const writer = await openSynced(await server.editor('Олена', first));
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: {} });
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    const [head] = await journalOf(first);
    const other = new Y.Doc();
    insertRow(other, {
      id: RowId.parse('row2'),
      kind: 'activity',
      order: 'a1',
      values: { content: 'інший процес' },
    });
    const entry = {
      documentName: sheetName(reportId, first),
      sequence: 2,
      userId: null,
      time: 1,
      update: Y.encodeStateAsUpdate(other),
    };
    await server.storage.journal.append(
      [{ ...entry, hash: computeEntryHash(entry, head?.hash ?? null) }],
      [],
    );
    setCell(writer.doc, rowId, 'content', 'мій');
    await vi.waitFor(() => expect(writer.isSaved && writer.rows.length === 2).toBe(true));
    expect((await journalOf(first)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    await expect(verifyJournal(server.storage)).resolves.toMatchObject({ problems: [] });
  });

  it('JRN-5 a snapshot shortens loading, and loses neither an entry nor a change that waits for another', async () => {
    await server.stop();
    server = await startCollaboration({ snapshotTailBytes: 1 });
    const editor = await server.editor('Олена', first);
    const writer = await openSynced(editor);
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: {} });
    // The second change of another tab arrives, the first one never did: it has to wait, not vanish.
    const tab = new Y.Doc();
    insertRow(tab, { id: RowId.parse('row2'), kind: 'activity', order: 'a1', values: {} });
    const firstPart = Y.encodeStateAsUpdate(tab);
    const before = Y.encodeStateVector(tab);
    setCell(tab, RowId.parse('row2'), 'content', 'пізніше');
    const secondPart = Y.encodeStateAsUpdate(tab, before);
    await server.collaboration.importUpdate(sheetName(reportId, first), secondPart, editor.userId);
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    writer.stop();
    await vi.waitFor(async () => {
      expect(await server.storage.journal.findSnapshot(sheetName(reportId, first))).toMatchObject({
        sequence: 2,
      });
    });
    expect(await journalOf(first)).toHaveLength(2);
    await server.restart();
    await server.collaboration.importUpdate(sheetName(reportId, first), firstPart, editor.userId);
    const rows = await server.collaboration.readReportRows(reportId);
    expect(rows.map(({ id, values }) => [id, values])).toMatchObject([
      ['row1', {}],
      ['row2', { content: 'пізніше' }],
    ]);
  });

  it('JRN-8 a change that waits for others does not take away what it is to replace', async () => {
    const editor = await server.editor('Олена', first);
    const writer = await openSynced(editor);
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: { content: 'перше' } });
    setCell(writer.doc, rowId, 'content', 'збережене');
    await vi.waitFor(() => expect(writer.isSaved).toBe(true));
    // Another tab, offline: two edits of which only the second gets through before the tab is gone.
    const tab = new Y.Doc();
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(writer.doc));
    const beforeAll = Y.encodeStateVector(tab);
    setCell(tab, rowId, 'note', 'не дійшло');
    const beforeLast = Y.encodeStateVector(tab);
    setCell(tab, rowId, 'content', 'новіше');
    const lastOnly = Y.encodeStateAsUpdate(tab, beforeLast);
    await server.collaboration.importUpdate(sheetName(reportId, first), lastOnly, editor.userId);
    const readRow = async () => (await server.collaboration.readReportRows(reportId))[0]?.values;
    expect(await readRow()).toMatchObject({ content: 'збережене', note: null });
    writer.stop();
    await server.restart();
    expect(await readRow()).toMatchObject({ content: 'збережене', note: null });
    const rest = Y.encodeStateAsUpdate(tab, beforeAll);
    await server.collaboration.importUpdate(sheetName(reportId, first), rest, editor.userId);
    expect(await readRow()).toMatchObject({ content: 'новіше', note: 'не дійшло' });
  });

  it('DOC-16 many who have nothing of a sheet get all of it at once, while somebody writes in it', async () => {
    const writer = await openSynced(await server.editor('Олена', first));
    insertRow(writer.doc, { id: rowId, kind: 'activity', order: 'a0', values: {} });
    const coordinator = await server.coordinator('Координаторка');
    const late = Array.from({ length: 20 }, () => open(coordinator));
    for (let count = 1; count <= 50; count += 1) {
      setCell(writer.doc, rowId, 'content', `Зміна ${count}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { doc } of late) {
      await vi.waitFor(() => expect(doc.getMap('cells').get(`${rowId}/content`)).toBe('Зміна 50'));
    }
    expect(late.every(({ provider }) => provider.synced)).toBe(true);
  });

  it('DOC-14 shows who is here under the name of the session, at most one frame per interval', async () => {
    await server.stop();
    server = await startCollaboration({ awarenessIntervalMs: 200 });
    const mover = await openSynced(await server.editor('Олена', first));
    const watcher = await openSynced(await server.viewer('Глядач'));
    let frames = 0;
    watcher.provider.on(
      'message',
      ({ message }: { message: { decoder: { arr: Uint8Array; pos: number } } }) => {
        const { arr } = message.decoder;
        if (arr[(arr[0] ?? 0) + 1] === 1) frames += 1;
      },
    );
    const startedAt = performance.now();
    for (let step = 0; step < 50; step += 1) {
      mover.provider.setAwarenessField('cursor', { step });
      await new Promise((resolve) => setImmediate(resolve));
    }
    mover.provider.setAwarenessField('user', { id: 'x', name: 'Самозванець' });
    mover.provider.setAwarenessField('cursor', { step: 'last' });
    const clientId = mover.doc.clientID;
    await vi.waitFor(() => {
      expect(watcher.provider.awareness?.getStates().get(clientId)).toMatchObject({
        cursor: { step: 'last' },
        user: { name: 'Олена', organisationIds: [first] },
      });
    });
    const stored = await server.storage.journal.readOwners(sheetName(reportId, first));
    expect(stored, 'one owner, however often they moved').toEqual(new Map([[clientId, expect.anything()]]));
    // However long it took, and one or two around its ends.
    expect(frames).toBeLessThanOrEqual((performance.now() - startedAt) / 200 + 2);
    expect(frames).toBeGreaterThan(0);
  });

  it('DOC-14 nobody can speak under another’s client id', async () => {
    const honest = await openSynced(await server.editor('Олена', first));
    honest.provider.setAwarenessField('cursor', { place: 'mine' });
    const forger = await openSynced(await server.editor('Інша', second));
    const witness = await openSynced(await server.viewer('Глядач'));
    const seen = () => witness.provider.awareness?.getStates();
    await vi.waitFor(() =>
      expect(seen()?.get(honest.doc.clientID)).toMatchObject({ user: { name: 'Олена' } }),
    );
    const fakeDoc = new Y.Doc();
    fakeDoc.clientID = honest.doc.clientID;
    const fake = new Awareness(fakeDoc);
    for (let clock = 0; clock < 20; clock += 1) fake.setLocalState({ cursor: { place: 'forged' } });
    forger.socket.send(buildAwarenessMessage(sheetName(reportId, first), fake, [fakeDoc.clientID]));
    forger.provider.setAwarenessField('cursor', { place: 'own' });
    await vi.waitFor(() =>
      expect(seen()?.get(forger.doc.clientID)).toMatchObject({ cursor: { place: 'own' } }),
    );
    expect(seen()?.get(honest.doc.clientID)).toMatchObject({
      cursor: { place: 'mine' },
      user: { name: 'Олена' },
    });
    fake.destroy();
  });
});
