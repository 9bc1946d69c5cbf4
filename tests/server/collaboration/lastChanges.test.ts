import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { type OrganisationId, RowId } from '#shared/model/ids.ts';
import { deleteRow, insertRow, moveRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { readStoredRow, restoreStoredRow } from '#shared/sheet/storedRow.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';
import { buildUpdateMessage } from './rawMessages.ts';

const { reportId, first, second } = smallReport;
const documentName = sheetName(reportId, first);
const row = RowId.parse('row1');
const otherRow = RowId.parse('row2');

describe('who changed a row last', () => {
  let server: TestCollaboration;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  async function open(person: SignedIn): Promise<SheetClient> {
    const { url } = server;
    const client = new SheetClient({ url, cookie: person.cookie, documentName, organisationId: first });
    clients.push(client);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  async function readAuthors(organisationId: OrganisationId = first) {
    const rows = [row, otherRow].map((rowId) => ({ organisationId, rowId }));
    const changes = await server.collaboration.readLastChanges(reportId, rows);
    return [row, otherRow].map((rowId) => {
      const author = changes.get(`${organisationId}/${rowId}`)?.author;
      return author?.kind === 'person' ? author.name : (author?.kind ?? null);
    });
  }

  const saved = (...writers: SheetClient[]) =>
    vi.waitFor(() => expect(writers.every((writer) => writer.isSaved)).toBe(true));

  it('HIS-1 names the person and the time of the journal, while the sheet is open and after a restart', async () => {
    const olena = await open(await server.editor('Олена', first));
    const coordinator = await open(await server.coordinator('Координатор'));
    insertRow(olena.doc, { id: row, kind: 'activity', order: 'a0', values: { content: 'перше' } });
    insertRow(olena.doc, { id: otherRow, kind: 'activity', order: 'a1', values: {} });
    await saved(olena);
    expect(await readAuthors()).toEqual(['Олена', 'Олена']);

    await vi.waitFor(() => expect(coordinator.rows).toHaveLength(2));
    setCell(coordinator.doc, row, 'content', 'друге');
    await saved(coordinator);
    expect(await readAuthors()).toEqual(['Координатор', 'Олена']);
    const entries = await server.storage.journal.readAfter(documentName, 0);
    const changes = await server.collaboration.readLastChanges(reportId, [
      { organisationId: first, rowId: row },
    ]);
    expect(changes.get(`${first}/${row}`)?.at).toBe(new Date(entries.at(-1)?.time ?? 0).toISOString());

    for (const client of clients.splice(0)) client.stop();
    await server.restart();
    expect(await readAuthors()).toEqual(['Координатор', 'Олена']);
    // The answer about a closed sheet is kept; what comes after it is added to it.
    const later = await open(await server.editor('Ганна', first));
    setCell(later.doc, otherRow, 'note', 'згодом');
    await saved(later);
    expect(await readAuthors()).toEqual(['Координатор', 'Ганна']);
  });

  it('HIS-1 who brings a row back has changed it, whoever wrote what stands in it', async () => {
    const olena = await open(await server.editor('Олена', first));
    const hanna = await open(await server.editor('Ганна', first));
    insertRow(olena.doc, { id: row, kind: 'activity', order: 'a0', values: {} });
    setCell(olena.doc, row, 'content', 'слова Олени');
    await vi.waitFor(() => expect(hanna.rows[0]?.values).toMatchObject({ content: 'слова Олени' }));
    const kept = readStoredRow(hanna.doc, row);
    if (kept === null) throw new Error('the row is not there');
    deleteRow(hanna.doc, row);
    restoreStoredRow(hanna.doc, row, kept);
    await saved(olena, hanna);
    expect(await readAuthors()).toEqual(['Ганна', null]);
  });

  it('HIS-2 the server’s own change says so, and whoever may no longer sign in keeps the name', async () => {
    const source = new Y.Doc();
    insertRow(source, { id: row, kind: 'activity', order: 'a0', values: { content: 'Приклад' } });
    await server.collaboration.importUpdate(documentName, Y.encodeStateAsUpdate(source), null);
    expect(await readAuthors()).toEqual(['server', null]);

    const person = await server.editor('Олена', first);
    const olena = await open(person);
    setCell(olena.doc, row, 'content', 'своє');
    await saved(olena);
    await server.storage.users.change(person.userId, { isDisabled: true });
    expect(await readAuthors()).toEqual(['Олена', null]);
  });

  it('HIS-3 moving a row changes its place and nothing in it', async () => {
    const olena = await open(await server.editor('Олена', first));
    const coordinator = await open(await server.coordinator('Координатор'));
    insertRow(olena.doc, { id: row, kind: 'activity', order: 'a0', values: {} });
    await vi.waitFor(() => expect(coordinator.rows).toHaveLength(1));
    moveRow(coordinator.doc, row, 'a5');
    await saved(olena, coordinator);
    expect(await readAuthors()).toEqual(['Олена', null]);
  });

  it('HIS-4 nobody becomes an author by sending on what others wrote', async () => {
    const olena = await open(await server.editor('Олена', first));
    const person = await server.editor('Зловмисник', first);
    const attacker = await open(person);
    insertRow(olena.doc, { id: row, kind: 'activity', order: 'a0', values: { content: 'слова Олени' } });
    await vi.waitFor(() => expect(attacker.rows).toHaveLength(1));
    // All that is there, and a row of one's own: new enough to be journalled, and Olena's row is in it.
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(attacker.doc));
    insertRow(own, { id: otherRow, kind: 'activity', order: 'a1', values: {} });
    attacker.socket.send(buildUpdateMessage(documentName, Y.encodeStateAsUpdate(own)));
    await vi.waitFor(() => expect(olena.rows).toHaveLength(2));
    expect(await readAuthors()).toEqual(['Олена', 'Зловмисник']);
  });

  it('HIS-4 a change that waits for another counts when it comes to stand', async () => {
    const olena = await server.editor('Олена', first);
    const hanna = await server.editor('Ганна', first);
    const tab = new Y.Doc();
    insertRow(tab, { id: row, kind: 'activity', order: 'a0', values: {} });
    const firstPart = Y.encodeStateAsUpdate(tab);
    const before = Y.encodeStateVector(tab);
    setCell(tab, row, 'content', 'пізніше');
    const secondPart = Y.encodeStateAsUpdate(tab, before);
    await server.collaboration.importUpdate(documentName, secondPart, olena.userId);
    expect(await readAuthors()).toEqual([null, null]);
    await server.collaboration.importUpdate(documentName, firstPart, hanna.userId);
    // The second entry wrote the row, and the first, which waited for it, a cell of it.
    expect(await readAuthors()).toEqual(['Ганна', null]);
    const reader = await open(olena);
    expect(reader.rows[0]?.values).toMatchObject({ content: 'пізніше' });
    expect(await readAuthors()).toEqual(['Ганна', null]);
  });

  it('HIS-5 rows that are in no sheet of the report are left out', async () => {
    const olena = await open(await server.editor('Олена', first));
    insertRow(olena.doc, { id: row, kind: 'activity', order: 'a0', values: {} });
    await saved(olena);
    expect(await readAuthors(second)).toEqual([null, null]);
    const elsewhere = await server.collaboration.readLastChanges(reportId, [
      { organisationId: 'nobody' as OrganisationId, rowId: row },
    ]);
    expect(elsewhere.size).toBe(0);
  });
});
