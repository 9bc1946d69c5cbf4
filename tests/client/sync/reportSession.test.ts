import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openReportSession } from '#client/sync/openReportSession.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { directions2020 } from '#server/example/structure2020.ts';
import { createId, OrganisationId, ReportId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { ordersBetween } from '#shared/sheet/order.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { BrowserStore, EventLog, TestBrowser } from './support.ts';

const reportId = ReportId.parse('r2020');
const dovhyntsivskyi = OrganisationId.parse('dovhyntsivskyi');

let server: TestServer;
const open: ReportSession[] = [];

beforeAll(async () => {
  server = await startTestServer({ demo: true });
});
afterEach(async () => {
  for (const session of open.splice(0)) session.close();
  await setSheetStatus(server.storage, reportId, dovhyntsivskyi, 'draft');
  server.collaboration.accessChanged(null);
});
afterAll(() => server.stop());

async function openReport(browser: TestBrowser) {
  const log = new EventLog();
  const structure = await browser.fetchStructure(reportId);
  const session = openReportSession(structure, await browser.fetchActor(), log, browser.environment());
  open.push(session);
  session.start();
  return { session, log, structure };
}

/** Opens the report and waits until everything is here. */
async function openInStep(browser: TestBrowser) {
  const opened = await openReport(browser);
  await waitForState(opened.session, 'saved');
  return opened;
}

function waitForState(session: ReportSession, kind: string) {
  return expect.poll(() => session.saveState.get().kind).toBe(kind);
}

function findRow(session: ReportSession, organisationId = dovhyntsivskyi): Row {
  return must(session.sheetRows(organisationId, 'expenditure')[0], 'an expenditure of the example');
}

function setNote(session: ReportSession, note: string, { organisationId, id } = findRow(session)) {
  session.setCells([{ organisationId, rowId: id, field: 'note', value: note }]);
}

function noteOf(session: ReportSession): string | null {
  return findRow(session).values.note;
}

async function notesOnServer(): Promise<(string | null)[]> {
  return (await server.collaboration.readReportRows(reportId)).map(({ values }) => values.note);
}

const signIn = (login: string, store?: BrowserStore) => TestBrowser.signIn(server.url, login, store);

function firstText(doc: Y.Doc): Y.XmlText {
  const nodes = [...doc.getXmlFragment(narrativeRoot).createTreeWalker(() => true)];
  return must(
    nodes.find((node) => node instanceof Y.XmlText),
    'a text',
  );
}

describe('connected', () => {
  test('COL-8 rows are judged by a new column at once, and by what it offers when that changes', async () => {
    const { session, structure } = await openInStep(await signIn('coordinator'));
    const actor = await (await signIn('coordinator')).fetchActor();
    const row = findRow(session);
    const column = buildColumn('c1', { table: 'expenditure', kind: 'choice', options: ['Так', 'Ні'] });
    const field = 'x:choice:c1';
    session.setCells([{ organisationId: row.organisationId, rowId: row.id, field, value: 'Так' }]);
    expect(findRow(session).flaws).toEqual({ [field]: { code: 'no-column', raw: 'Так' } });
    const batches: number[] = [];
    session.rows.subscribe((changes) => batches.push(changes.length));

    session.update({ ...structure, columns: [column] }, actor);
    await expect.poll(() => findRow(session).values[field]).toBe('Так');
    expect(findRow(session).flaws).toEqual({});
    session.update({ ...structure, columns: [{ ...column, options: ['Ні'] }] }, actor);
    await expect.poll(() => findRow(session).flaws).toEqual({ [field]: { code: 'no-option', raw: 'Так' } });
    // The same columns again move nothing.
    const { length } = batches;
    session.update({ ...structure, columns: [{ ...column, options: ['Ні'] }] }, actor);
    session.settle();
    expect(batches).toHaveLength(length);

    await session.undo();
    expect(findRow(session).flaws).toEqual({});
    expect(findRow(session).values[field] ?? null).toBeNull();
  });

  test('SYN-27 what Yjs would clear away in a text is nothing that a reader has to save', async () => {
    const author = await openInStep(await signIn('coordinator'));
    // Who writes in a sheet and reads the texts.
    const reader = await openInStep(await signIn('dovhyntsivskyi'));
    const docOf = ({ session }: typeof author) => session.narrative(directions2020.deputies.id).get().doc;
    const isBold = (doc: Y.Doc) => JSON.stringify(firstText(doc).toDelta()).includes('bold');
    for (const opened of [author, reader]) {
      await expect.poll(() => docOf(opened).getXmlFragment(narrativeRoot).length).toBeGreaterThan(0);
    }
    for (const opened of [author, reader]) expect(isBold(docOf(opened))).toBe(false);
    // Two people set the same words in bold, without knowing of each other.
    const copies = ['one', 'other'].map(() => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(docOf(author)));
      firstText(copy).format(0, 10, { bold: {} });
      return Y.encodeStateAsUpdate(copy);
    });
    for (const copy of copies) Y.applyUpdate(docOf(author), copy);
    await expect
      .poll(() => Y.equalSnapshots(Y.snapshot(docOf(reader)), Y.snapshot(docOf(author))))
      .toBe(true);
    expect(isBold(docOf(reader))).toBe(true);
    await waitForState(author.session, 'saved');
    expect(reader.session.saveState.get().kind).toBe('saved');
  });

  test('SYN-1 a change is counted until the server has stored it', async () => {
    const { session } = await openInStep(await signIn('dovhyntsivskyi'));
    const states: unknown[] = [];
    session.saveState.subscribe(() => states.push(session.saveState.get()));
    setNote(session, 'порахована');
    expect(session.saveState.get()).toEqual({ kind: 'saving', count: 1 });
    await waitForState(session, 'saved');
    expect(states).toEqual([{ kind: 'saving', count: 1 }, { kind: 'saved' }]);
    expect(await notesOnServer()).toContain('порахована');
  });

  test('SYN-9 what one types arrives at the other, and so do the totals', async () => {
    const editor = await openInStep(await signIn('dovhyntsivskyi'));
    const coordinator = await openInStep(await signIn('coordinator'));
    const { organisationId, id } = findRow(editor.session);
    editor.session.setCells([{ organisationId, rowId: id, field: 'actualMinor', value: 123_456_789 }]);
    const expected = computeTotals(editor.structure, editor.session.rows.all());
    await expect.poll(() => coordinator.session.totals.get().grand).toEqual(expected.grand);
    expect(computeTotals(coordinator.structure, coordinator.session.rows.all())).toEqual(
      coordinator.session.totals.get(),
    );
  });

  test('SYN-7 undo takes back the deeds of one person, in their order over all sheets', async () => {
    const { session } = await openInStep(await signIn('coordinator'));
    const editor = await openInStep(await signIn('dovhyntsivskyi'));
    const other = OrganisationId.parse('saksahanskyi');
    const [first, second] = [findRow(session), findRow(session, other)];
    const [noteBefore, otherBefore] = [first.values.note, second.values.note];
    setNote(session, 'раз');
    session.setCells([
      { organisationId: first.organisationId, rowId: first.id, field: 'kekv', value: '2282' },
      { organisationId: other, rowId: second.id, field: 'note', value: 'два' },
    ]);
    await expect.poll(() => noteOf(editor.session)).toBe('раз');
    editor.session.setCells([
      { organisationId: first.organisationId, rowId: first.id, field: 'document', value: 'чужа зміна' },
    ]);
    await expect
      .poll(() => must(session.rows.get(`${dovhyntsivskyi}/${first.id}`), 'row').values)
      .toMatchObject({
        document: 'чужа зміна',
      });

    session.undo();
    expect(findRow(session, other).values.note).toBe(otherBefore);
    expect(findRow(session).values).toMatchObject({ note: 'раз', document: 'чужа зміна' });
    session.undo();
    expect(findRow(session).values).toMatchObject({ note: noteBefore, document: 'чужа зміна' });
    expect(session.history.get()).toEqual({ canUndo: false, canRedo: true });
    session.redo();
    session.redo();
    expect(findRow(session, other).values.note).toBe('два');
    expect(noteOf(session)).toBe('раз');
  });

  test('SYN-7 a deleted row comes back as it was, also after other work', async () => {
    const { session } = await openInStep(await signIn('dovhyntsivskyi'));
    const row = findRow(session);
    const restore = session.deleteRows([row]);
    expect(session.rows.get(`${dovhyntsivskyi}/${row.id}`)).toBeUndefined();
    const id = RowId.parse(createId());
    session.insertRows(dovhyntsivskyi, [
      { id, kind: 'activity', order: 'a5', values: { content: 'інша робота' } },
    ]);
    restore();
    expect(session.rows.get(`${dovhyntsivskyi}/${row.id}`)).toEqual(row);
    session.deleteRows([must(session.rows.get(`${dovhyntsivskyi}/${id}`), 'the new row')]);
    await waitForState(session, 'saved');
  });

  test('SYN-8 two tabs of one person are one person, and a cell is theirs only while they are in it', async () => {
    const editor = await signIn('dovhyntsivskyi');
    const tabs = [await openInStep(editor), await openInStep(editor)];
    const tab = must(tabs[0], 'a tab');
    const { session } = await openInStep(await signIn('coordinator'));
    const { organisationId, id } = findRow(session);
    const others = () => session.people.get().filter(({ isSelf }) => !isSelf);
    await expect.poll(() => others().map(({ name }) => name)).toEqual(['Редакторка: Довгинцівський']);
    tab.session.setCursor({ organisationId, table: 'expenditure', rowId: id, field: 'note', editing: true });
    await expect
      .poll(() => others().map(({ userId }) => userId))
      .toEqual([...new Set(others().map(({ userId }) => userId))]);
    await expect
      .poll(() => others().flatMap(({ cursors }) => cursors))
      .toEqual([{ organisationId, table: 'expenditure', rowId: id, field: 'note', editing: true }]);
    tab.session.setCursor(null);
    await expect.poll(() => others().flatMap(({ cursors }) => cursors)).toEqual([]);
    for (const { session: opened } of tabs) opened.close();
    await expect.poll(others).toEqual([]);
  });
});

describe('without a connection', () => {
  test('SYN-2 changes are counted, outlive a reload, and are sent on return', async () => {
    const browser = await signIn('dovhyntsivskyi');
    const { session } = await openInStep(browser);
    browser.cut();
    await waitForState(session, 'offline');
    for (const note of ['один', 'два', 'три']) setNote(session, note);
    expect(session.saveState.get()).toEqual({ kind: 'offline', count: 3 });
    session.close();
    expect(await notesOnServer()).not.toContain('три');

    const reloaded = openReportSession(
      await new TestBrowser(browser.client).fetchStructure(reportId),
      await new TestBrowser(browser.client).fetchActor(),
      new EventLog(),
      browser.environment(),
    );
    open.push(reloaded);
    reloaded.start();
    await waitForState(reloaded, 'offline');
    expect(reloaded.saveState.get()).toEqual({ kind: 'offline', count: 3 });
    expect(noteOf(reloaded)).toBe('три');

    browser.isOnline = true;
    await waitForState(reloaded, 'saved');
    expect(await notesOnServer()).toContain('три');
    expect(reloaded.pendingCount()).toBe(0);
  });

  test('SYN-3 what one person left unsent is not sent by the next', async () => {
    const store = new BrowserStore();
    const browser = await signIn('dovhyntsivskyi', store);
    const { session } = await openInStep(browser);
    browser.cut();
    await waitForState(session, 'offline');
    setNote(session, 'належить авторці');
    session.close();

    const next = await openInStep(await signIn('coordinator', store));
    expect(next.session.pendingCount()).toBe(0);
    expect(noteOf(next.session)).not.toBe('належить авторці');
    expect(await notesOnServer()).not.toContain('належить авторці');

    const back = await openInStep(await signIn('dovhyntsivskyi', store));
    expect(noteOf(back.session)).toBe('належить авторці');
    expect(await notesOnServer()).toContain('належить авторці');
  });

  test('SYN-3 an ended session keeps its changes until the same person is back', async () => {
    const browser = await signIn('dovhyntsivskyi');
    const { session } = await openInStep(browser);
    await browser.client.copy().delete('/api/session');
    await waitForState(session, 'signed-out');
    setNote(session, 'після кінця сеансу');
    expect(session.saveState.get()).toEqual({ kind: 'signed-out', count: 1 });
    session.close();

    const back = await openInStep(await signIn('dovhyntsivskyi', browser.store));
    expect(noteOf(back.session)).toBe('після кінця сеансу');
    expect(await notesOnServer()).toContain('після кінця сеансу');
  });
});

describe('refused', () => {
  test('SYN-6 a sheet that is locked turns read-only, and opens again when it is returned', async () => {
    const { session, log } = await openInStep(await signIn('dovhyntsivskyi'));
    await setSheetStatus(server.storage, reportId, dovhyntsivskyi, 'submitted');
    server.collaboration.accessChanged(null);
    await waitForState(session, 'read-only');
    await expect
      .poll(() => session.saveState.get())
      .toEqual({ kind: 'read-only', reason: 'access.sheet-locked' });
    await expect.poll(() => log.rightsChanges).toBeGreaterThan(0);
    const before = noteOf(session);
    setNote(session, 'не мало б пройти');
    expect(noteOf(session)).toBe(before);

    await setSheetStatus(server.storage, reportId, dovhyntsivskyi, 'returned');
    server.collaboration.accessChanged(null);
    await waitForState(session, 'saved');
    setNote(session, 'знову можна');
    await waitForState(session, 'saved');
    expect(await notesOnServer()).toContain('знову можна');
  });

  test('SYN-4 changes made before a lock was known are given back, and the page shows the server', async () => {
    const browser = await signIn('dovhyntsivskyi');
    const { session, log } = await openInStep(browser);
    const row = findRow(session);
    const before = row.values.note;
    browser.cut();
    await waitForState(session, 'offline');
    setNote(session, 'запізно');
    await setSheetStatus(server.storage, reportId, dovhyntsivskyi, 'submitted');
    server.collaboration.accessChanged(null);
    browser.isOnline = true;
    await waitForState(session, 'read-only');
    await expect.poll(() => log.rejected).toHaveLength(1);
    expect(log.rejected[0]).toMatchObject({
      organisationId: dovhyntsivskyi,
      code: 'access.sheet-locked',
      cells: [{ table: 'expenditure', rowId: row.id, field: 'note', value: 'запізно' }],
    });
    expect(noteOf(session)).toBe(before);
    expect(session.pendingCount()).toBe(0);
    expect(await notesOnServer()).not.toContain('запізно');
  });

  test('SUB-7 a change that meets a submission nobody has told of here is given back', async () => {
    const { session, log } = await openInStep(await signIn('dovhyntsivskyi'));
    const row = findRow(session);
    const before = noteOf(session);
    await setSheetStatus(server.storage, reportId, dovhyntsivskyi, 'submitted');
    setNote(session, 'тієї ж миті');
    await expect.poll(() => log.rejected).toHaveLength(1);
    expect(log.rejected[0]).toMatchObject({
      code: 'access.sheet-locked',
      cells: [{ table: 'expenditure', rowId: row.id, field: 'note', value: 'тієї ж миті' }],
    });
    await waitForState(session, 'read-only');
    expect(noteOf(session)).toBe(before);
    expect(await notesOnServer()).not.toContain('тієї ж миті');
  });

  test.each([
    ['by the server', { maxUpdateBytes: 100_000 }, 30],
    ['for a message', {}, 600],
  ])(
    'SYN-4 a change that is too large %s is given back, and work goes on',
    async (_name, limits, rowCount) => {
      const strict = await startTestServer({ demo: true }, { limits });
      const { session, log } = await openInStep(await TestBrowser.signIn(strict.url, 'dovhyntsivskyi'));
      try {
        const orders = ordersBetween(null, null, rowCount);
        const text = 'довгий текст '.repeat(700);
        const rows = orders.map((order) => ({
          id: RowId.parse(createId()),
          kind: 'activity' as const,
          order,
          values: { content: text },
        }));
        const count = session.rows.size();
        session.insertRows(dovhyntsivskyi, rows);
        await expect.poll(() => log.rejected.map(({ code }) => code)).toEqual(['document.update-too-large']);
        expect(log.rejected).toMatchObject([{ kind: 'cells', cells: rows.map(() => ({ value: text })) }]);
        expect(session.rows.size()).toBe(count);
        setNote(session, 'робота триває');
        await waitForState(session, 'saved');
        const stored = await strict.collaboration.readReportRows(reportId);
        expect(stored.map(({ values }) => values.note)).toContain('робота триває');
      } finally {
        session.close();
        await strict.stop();
      }
    },
  );

  test('SYN-5 a server that restarts costs no change', async () => {
    const restarted = await startTestServer({ demo: true });
    const browser = await TestBrowser.signIn(restarted.url, 'dovhyntsivskyi');
    const { session } = await openInStep(browser);
    try {
      await restarted.halt();
      await waitForState(session, 'offline');
      setNote(session, 'під час перезапуску');
      expect(session.pendingCount()).toBe(1);
    } finally {
      session.close();
      await restarted.stop();
    }
  });
});
