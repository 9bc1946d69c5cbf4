import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSearch } from '#server/search/createSearch.ts';
import { SearchAnswer } from '#shared/api/search.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { type ReportId, RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { deleteRow, insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { createPeople, type PersonName, type Town } from '#tests/support/createPeople.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let scribe: JournalScribe;
const plain = { bold: false, italic: false, link: null };
const time = Date.UTC(2026, 4, 1, 9);

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  scribe = new JournalScribe(server.storage, sheetName(town.reportId, town.organisationId));
  await scribe.write(time, null, (doc) => {
    const insert = (index: number, content: string) =>
      insertRow(doc, {
        id: RowId.parse(`a${index}`),
        kind: 'activity',
        order: `a${index}`,
        values: { content },
      });
    for (let index = 0; index < 25; index += 1) insert(index + 10, `Нарада ${index}`);
    insert(1, 'Вшанування ім’янинників ґанку');
    insertRow(doc, {
      id: RowId.parse('e1'),
      kind: 'expenditure',
      order: 'a0',
      values: { measure: 'Папір', note: 'таємниця району', actualMinor: 43_760_356, kpkvk: '0210180' },
    });
  });
  const text = new JournalScribe(
    server.storage,
    narrativeName(town.reportId, await directionOf(town.reportId)),
  );
  await text.write(time, null, (doc) => {
    appendNarrative(doc, [
      { type: 'paragraph', content: [{ type: 'text', text: 'Вступ', ...plain }] },
      {
        type: 'list',
        isOrdered: false,
        start: 1,
        items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'Пункт про таємницю', ...plain }] }]],
      },
    ]);
  });
});
afterAll(() => server.stop());

async function directionOf(reportId: ReportId) {
  const structure = must(await server.storage.reports.findStructure(reportId), 'report');
  return must(structure.directions[0], 'direction').id;
}

async function find(name: PersonName, query: string, rest: Record<string, string> = {}) {
  const path = `/api/search?${new URLSearchParams({ query, ...rest })}`;
  const answer = await town.people[name].get(path);
  expect(answer.status, answer.text).toBe(200);
  return SearchAnswer.parse(answer.json());
}

test('SRC-5 rows, texts and names are found, each with the place it leads to', async () => {
  const { groups, left } = await find('viewer', 'таємн');
  expect(left).toEqual([]);
  expect(groups.map(({ kind, count, report }) => [kind, count, report.id])).toEqual([
    ['row', 1, town.reportId],
    ['text', 1, town.reportId],
  ]);
  expect(groups[0]?.hits[0]).toMatchObject({
    kind: 'row',
    table: 'expenditure',
    rowId: 'e1',
    field: 'note',
    snippet: { text: 'таємниця району', marks: [{ start: 0, end: 8 }] },
  });
  expect(groups[1]?.hits[0]).toMatchObject({ kind: 'text', number: 1, path: [1, 0, 0] });
  expect((await find('viewer', "ІМ'ЯНИН ганк")).groups[0]?.hits[0]).toMatchObject({
    rowId: 'a1',
    field: 'content',
  });
  expect((await find('viewer', 'відділ first')).groups[0]?.hits[0]).toMatchObject({ kind: 'organisation' });
  expect((await find('viewer', 'напрям')).groups[0]?.hits[0]).toMatchObject({ kind: 'direction', number: 1 });
});

test('SRC-5 sums and codes are found as they are printed and as they are typed', async () => {
  for (const query of ['437 603,56', '437603,56', '437\u00A0603', '0210180']) {
    expect((await find('editor', query)).groups[0]?.hits[0], query).toMatchObject({ rowId: 'e1' });
  }
});

test('SRC-6 nobody is shown a hit, a count or a word of a report they may not read', async () => {
  const nothing = { groups: [], left: [] };
  for (const name of ['stranger', 'editorElsewhere'] as const) {
    for (const query of ['таємниц', 'Нарада', '437603,56', 'first']) {
      expect(await find(name, query), `${name}: ${query}`).toEqual(nothing);
      // Naming the report opens it to nobody.
      expect(await find(name, query, { report: town.reportId })).toEqual(nothing);
    }
  }
  expect((await find('administrator', 'таємниц')).groups).toHaveLength(2);
  expect((await town.people.anonymous.get('/api/search?query=рада')).status).toBe(401);
});

test('SRC-7 of many only the first are shown, and all are counted; what is written or deleted since is told at once', async () => {
  const many = (await find('editor', 'нарада')).groups[0];
  expect([many?.count, many?.hits.length]).toEqual([25, 20]);
  await scribe.write(time + 1, null, (doc) => {
    setCell(doc, RowId.parse('a10'), 'content', 'Інше');
    deleteRow(doc, RowId.parse('a11'));
  });
  expect((await find('editor', 'нарада')).groups[0]?.count).toBe(23);
  expect((await find('editor', 'інше')).groups[0]?.hits[0]).toMatchObject({ rowId: 'a10' });
});

test('SRC-8 the report that is open comes first; a query that is empty finds nothing, one that is too long is refused', async () => {
  const second = (await find('administrator', 'відділ', { report: town.otherReportId })).groups;
  expect(second.map(({ report }) => report.id)).toEqual([town.otherReportId, town.reportId]);
  const first = (await find('administrator', 'відділ', { report: town.reportId })).groups;
  expect(first.map(({ report }) => report.id)).toEqual([town.reportId, town.otherReportId]);
  for (const query of ['', ' ', 'а', '((.*)+)+$', '%']) {
    expect(await find('editor', query)).toEqual({ groups: [], left: [] });
  }
  expect((await find('editor', 'я '.repeat(100))).groups).toEqual([]);
  const long = await town.people.editor.get(`/api/search?query=${'я'.repeat(201)}`);
  expect([long.status, long.json()]).toEqual([400, expect.objectContaining({ code: 'request.invalid' })]);
});

test('SRC-9 when the time is over the answer says which reports were not looked through, and who has gone ends it', async () => {
  const { storage, collaboration } = server;
  const { id, name, isAdministrator, memberships } = must(
    await storage.users.findByLogin('coordinator'),
    'coordinator',
  );
  const actor = { userId: id, name, isAdministrator, memberships };
  const search = createSearch({ storage, collaboration, budgetMs: 0 });
  const { signal } = new AbortController();
  expect(await search.search(actor, { query: 'нарада' }, signal)).toMatchObject({
    groups: [],
    left: [{ report: { id: town.reportId }, reason: 'time' }],
  });
  const gone = AbortSignal.abort();
  await expect(
    createSearch({ storage, collaboration }).search(actor, { query: 'нарада' }, gone),
  ).rejects.toThrow();
});

test('SRC-9 a sheet whose changes cannot be read hides nothing of the others', async () => {
  const broken = new JournalScribe(
    server.storage,
    sheetName(town.otherReportId, await sheetOf(town.otherReportId)),
  );
  await broken.append(time, null, new Uint8Array([9, 9, 9]));
  const { groups, left } = await find('administrator', 'відділ');
  expect(groups.map(({ report }) => report.id).toSorted()).toEqual(
    [town.reportId, town.otherReportId].toSorted(),
  );
  expect(left).toMatchObject([{ report: { id: town.otherReportId }, reason: 'unreadable' }]);
});

async function sheetOf(reportId: ReportId) {
  const structure = must(await server.storage.reports.findStructure(reportId), 'report');
  return must(structure.sheets[0], 'sheet').organisationId;
}
