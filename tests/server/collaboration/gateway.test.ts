import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { RowId } from '#shared/model/ids.ts';
import { insertRow, readSheet, setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';

const { reportId, first, second } = smallReport;
const documentName = sheetName(reportId, first);

describe('y-websocket gateway', () => {
  let server: TestCollaboration;
  const stops: (() => void)[] = [];

  beforeEach(async () => {
    server = await startCollaboration({ awarenessIntervalMs: 20 });
  });

  afterEach(async () => {
    for (const stop of stops.splice(0)) stop();
    await server.stop();
  });

  function openPlain(token: string, name = documentName) {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`${server.url}/yjs`, name, doc, {
      params: { token },
      // The class of `ws` and the browser's differ in details y-websocket does not use.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    const closes: number[] = [];
    provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
    stops.push(() => provider.destroy());
    return { doc, provider, closes, rows: () => readSheet(doc, first) };
  }

  async function openOwn(name: string) {
    const client = new SheetClient({
      url: server.url,
      cookie: (await server.editor(name, first)).cookie,
      documentName,
      organisationId: first,
    });
    stops.push(() => client.stop());
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  const row = (id: string) =>
    ({ id: RowId.parse(id), kind: 'activity', order: 'a0', values: { content: id } }) as const;

  it('ACC-30 a stock client takes part both ways, through the same journal', async () => {
    const own = await openOwn('Олена');
    const script = await server.editor('Скрипт', first);
    const plain = openPlain(script.token);
    await vi.waitFor(() => expect(plain.provider.synced).toBe(true));
    insertRow(plain.doc, row('from-plain'));
    await vi.waitFor(() => expect(own.rows).toHaveLength(1));
    insertRow(own.doc, row('from-own'));
    await vi.waitFor(() => expect(plain.rows()).toHaveLength(2));
    const entries = await server.storage.journal.readAfter(documentName, 0);
    expect(entries.map(({ userId }) => userId)).toContain(script.userId);
  });

  it('ACC-30 presence crosses the gateway under the name of the token’s user', async () => {
    const own = await openOwn('Олена');
    const plain = openPlain((await server.editor('Скрипт', first)).token);
    plain.provider.awareness.setLocalState({ user: { name: 'Директор' }, cursor: null });
    await vi.waitFor(() =>
      expect(own.provider.awareness?.getStates().get(plain.doc.clientID)).toMatchObject({
        user: { name: 'Скрипт' },
      }),
    );
    own.provider.setAwarenessField('cursor', 'тут');
    await vi.waitFor(() =>
      expect(plain.provider.awareness.getStates().get(own.doc.clientID)).toMatchObject({
        user: { name: 'Олена' },
      }),
    );
  });

  it('COL-15 what a script writes into the field of a column is flagged where it does not fit, and breaks nothing', async () => {
    const own = await openOwn('Олена');
    const plain = openPlain((await server.editor('Скрипт', first)).token);
    await vi.waitFor(() => expect(plain.provider.synced).toBe(true));
    const [number, money, date] = ['x:number:n1', 'x:money:m1', 'x:date:d1'] as const;
    const rows = plain.doc.getMap<unknown>('rows');
    const cells = plain.doc.getMap<unknown>('cells');
    rows.set('r1', { kind: 'activity', order: 'a0', content: 'Нарада', [number]: 1.5 });
    cells.set(`r1/${money}`, '390,023');
    cells.set(`r1/${date}`, '31.02.2020');
    cells.set('r1/x:formula:f1', '=1+1');
    cells.set('r1/x:number:', 7);
    await vi.waitFor(() => expect(own.rows[0]?.flaws).toHaveProperty([date]));
    expect(own.rows).toEqual(plain.rows());
    expect(own.rows).toMatchObject([
      {
        values: { content: 'Нарада', [number]: 1.5 },
        flaws: { [money]: { raw: '390,023' }, [date]: { raw: '31.02.2020' } },
      },
    ]);
    expect(own.rows[0]?.values).not.toHaveProperty([money]);
    // A colleague mends a cell; the script and everybody else see it, and what is flagged beside it stays.
    setCell(own.doc, RowId.parse('r1'), money, 39_002_300);
    await vi.waitFor(() => expect(plain.rows()[0]?.values).toHaveProperty([money], 39_002_300));
    expect(plain.rows()[0]?.flaws).toEqual({ [date]: expect.objectContaining({ raw: '31.02.2020' }) });
  });

  it.each(['viewer', 'editor of another'])(
    'ACC-31 what a %s writes through the gateway goes nowhere',
    async (who) => {
      const own = await openOwn('Олена');
      const person = who === 'viewer' ? await server.viewer(who) : await server.editor(who, second);
      const plain = openPlain(person.token);
      await vi.waitFor(() => expect(plain.provider.synced).toBe(true));
      insertRow(plain.doc, row('foreign'));
      insertRow(own.doc, row('own'));
      await vi.waitFor(() => expect(plain.rows()).toHaveLength(2));
      expect(own.rows.map(({ id }) => id)).toEqual(['own']);
      expect(await server.storage.journal.readAfter(documentName, 0)).toHaveLength(1);
    },
  );

  it.each([
    ['a made-up token', async () => `zvit_${'a'.repeat(43)}`],
    ['no token', async () => ''],
    ['a token of somebody outside the report', async () => (await server.signIn('Чужа', [])).token],
    ['a revoked token', revokedToken],
  ])('ACC-32 %s gets nothing of the document', async (_name, createToken) => {
    const own = await openOwn('Олена');
    insertRow(own.doc, row('secret'));
    await vi.waitFor(() => expect(own.isSaved).toBe(true));
    const log = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const plain = openPlain(await createToken());
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining('Permission denied')));
    expect(plain.rows()).toEqual([]);
    expect(plain.provider.synced).toBe(false);
    await vi.waitFor(() => expect(plain.closes).toContain(closeCodes.forbidden));
    log.mockRestore();
  });

  async function revokedToken(): Promise<string> {
    const person = await server.editor('Скрипт', first);
    for (const { id } of await server.storage.tokens.listOfUser(person.userId))
      await server.storage.tokens.revoke(id, person.userId);
    return person.token;
  }

  it('ACC-32 a token revoked in mid-session ends the connection', async () => {
    const person = await server.editor('Скрипт', first);
    const plain = openPlain(person.token);
    await vi.waitFor(() => expect(plain.provider.synced).toBe(true));
    for (const { id } of await server.storage.tokens.listOfUser(person.userId))
      await server.storage.tokens.revoke(id, person.userId);
    server.collaboration.accessChanged(person.userId);
    await vi.waitFor(() => expect(plain.closes).toContain(4401));
  });

  it('ACC-33 a session cookie is no token, and a name that is no document has no gateway', async () => {
    const { cookie, token } = await server.editor('Олена', first);
    const withCookie = new WebSocket(`${server.url}/yjs/${documentName}`, { headers: { cookie } });
    const [message] = await once(withCookie, 'message');
    expect([...new Uint8Array(message as Buffer)].slice(0, 2)).toEqual([2, 0]);
    withCookie.close();
    const unknown = new WebSocket(`${server.url}/yjs/whatever?token=${token}`);
    const [error] = await once(unknown, 'error');
    expect(String(error)).toContain('404');
  });
});
