import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';

const { reportId, first } = smallReport;
const lostRow = RowId.parse('lost');

describe('changes that wait for another', () => {
  let server: TestCollaboration;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  async function open({ cookie }: SignedIn, doc = new Y.Doc()): Promise<SheetClient> {
    const { url } = server;
    const client = new SheetClient({
      url,
      cookie,
      documentName: sheetName(reportId, first),
      organisationId: first,
      doc,
    });
    clients.push(client);
    await vi.waitFor(() => expect(client.isSaved).toBe(true));
    return client;
  }

  it('JRN-42 are handed to nobody, whose own changes they would spoil, and appear when the other arrives', async () => {
    const olena = await server.editor('Олена', first);
    const taras = await server.editor('Тарас', first);
    // Her tab died after its second change had left and before its first one had.
    const tab = new Y.Doc();
    insertRow(tab, { id: lostRow, kind: 'activity', order: 'a1', values: {} });
    const before = Y.encodeStateVector(tab);
    setCell(tab, lostRow, 'content', 'друга зміна');
    const remains = new Y.Doc();
    Y.applyUpdate(remains, Y.encodeStateAsUpdate(tab, before));
    (await open(olena, remains)).stop();

    const other = await open(taras);
    expect(other.doc.store.pendingStructs).toBeNull();
    other.goOffline();
    await vi.waitFor(() => expect(other.provider.synced).toBe(false));
    insertRow(other.doc, { id: RowId.parse('own'), kind: 'activity', order: 'a0', values: {} });
    other.goOnline();
    await vi.waitFor(() => expect(other.isSaved).toBe(true));
    expect(other.messages).toEqual([]);

    await open(olena, tab);
    await vi.waitFor(() => expect(other.rows.map(({ id }) => id)).toEqual(['own', 'lost']));
    expect(other.rows[1]?.values).toMatchObject({ content: 'друга зміна' });
  });
});
