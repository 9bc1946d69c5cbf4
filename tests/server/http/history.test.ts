import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  HistoryAnswer,
  historyPageSize,
  JournalCheckAnswer,
  JournalCheckLine,
  PastRowsAnswer,
} from '#shared/api/history.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { deleteRow, insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let olena: UserId;
const row = RowId.parse('row1');
const deleted = RowId.parse('row2');
const minute = 60_000;
const start = Date.UTC(2026, 4, 1, 9);
/** Changes of one cell, more than one answer holds. */
const edits = historyPageSize + 15;

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  olena = must(await server.storage.users.findByLogin('editor'), 'editor').id;
  const scribe = new JournalScribe(server.storage, sheetName(town.reportId, town.organisationId));
  const content = 'Засідання';
  await scribe.write(start, olena, (doc) => {
    insertRow(doc, { id: row, kind: 'activity', order: 'a0', values: { content, quantity: 0 } });
  });
  for (let index = 1; index <= edits; index += 1) {
    await scribe.write(start + index * minute, olena, (doc) => setCell(doc, row, 'quantity', index));
  }
  const later = start + 86_400_000;
  await scribe.write(later, null, (doc) => {
    insertRow(doc, { id: deleted, kind: 'activity', order: 'a1', values: { content: 'Зайве' } });
  });
  await scribe.write(later + minute, olena, (doc) => deleteRow(doc, deleted));
});
afterAll(() => server.stop());

async function read(query: Record<string, string> = {}) {
  const path = `/api/reports/${town.reportId}/history?${new URLSearchParams(query)}`;
  return HistoryAnswer.parse((await town.people.viewer.get(path)).json());
}

test('HIS-15 of a cell all is told, page by page: who, when, old and new', async () => {
  const query = { organisation: town.organisationId, row, field: 'quantity' };
  const first = await read(query);
  expect(first.changes).toHaveLength(historyPageSize);
  expect(first.changes[0]).toEqual({
    organisationId: town.organisationId,
    rowId: row,
    table: 'activity',
    field: 'quantity',
    before: edits - 1,
    after: edits,
    time: start + edits * minute,
    sequence: edits + 1,
    author: { kind: 'person', name: 'editor' },
  });
  const second = await read({ ...query, after: must(first.next, 'more') });
  expect(second.next).toBeNull();
  const all = [...first.changes, ...second.changes];
  expect(all).toHaveLength(edits + 1);
  expect(all.at(-1)).toMatchObject({
    field: null,
    before: null,
    after: { content: 'Засідання', quantity: 0 },
  });
  for (const [index, change] of all.slice(0, -2).entries()) expect(change.before).toBe(all[index + 1]?.after);
});

test('HIS-16 a person, a day, a sheet narrow it; a deleted row is told with all it held', async () => {
  const day = await read({ from: String(start + 86_400_000), to: String(start + 2 * 86_400_000) });
  expect(day.changes.map(({ rowId, field, after }) => [rowId, field, after === null])).toEqual([
    [deleted, null, true],
    [deleted, null, false],
  ]);
  expect(day.gone).toMatchObject([{ rowId: deleted, stored: { kind: 'activity', content: 'Зайве' } }]);
  expect(day.people).toEqual([]);
  const own = await read({ person: olena, organisation: town.organisationId });
  expect(own.changes[0]).toMatchObject({ rowId: deleted, author: { kind: 'person', name: 'editor' } });
  expect(own.changes.every(({ author }) => author.kind === 'person' && author.name === 'editor')).toBe(true);
  expect((await read({ person: UserId.parse('nobody') })).changes).toEqual([]);
  expect((await read({ organisation: 'elsewhere' })).changes).toEqual([]);
});

test('HIS-19 the rows as they stood are told for any moment, also after a sheet is damaged later', async () => {
  const at = async (time: number) => {
    const answer = await town.people.viewer.get(`/api/reports/${town.reportId}/past-rows?time=${time}`);
    return PastRowsAnswer.parse(answer.json()).rows.map(({ id, values }) => [id, values]);
  };
  expect(await at(start - 1)).toEqual([]);
  expect(await at(start + 7 * minute)).toMatchObject([[row, { content: 'Засідання', quantity: 7 }]]);
  expect(await at(start + 86_400_000)).toMatchObject([
    [row, { quantity: edits }],
    [deleted, { content: 'Зайве' }],
  ]);
  expect(await at(start + 2 * 86_400_000)).toMatchObject([[row, { quantity: edits }]]);

  const damaged = `/api/reports/${town.otherReportId}/history`;
  const { administrator } = town.people;
  const [sheet] = (await server.storage.reports.findStructure(town.otherReportId))?.sheets ?? [];
  const broken = new JournalScribe(
    server.storage,
    sheetName(town.otherReportId, must(sheet, 'sheet').organisationId),
  );
  await broken.append(start, olena, new Uint8Array([9, 9, 9]));
  expect((await administrator.get(damaged)).problem().code).toBe('journal.unreadable');
});

test('HIS-37 whatever asks for a sheet of which a stored change is damaged is told so, with its name', async () => {
  const { administrator, editorElsewhere } = town.people;
  const report = `/api/reports/${town.otherReportId}`;
  const [sheet] = (await server.storage.reports.findStructure(town.otherReportId))?.sheets ?? [];
  const organisationId = must(sheet, 'sheet').organisationId;
  const rows = [{ organisationId, rowId: row }];
  const answers = [
    await administrator.get(`${report}/history`),
    await administrator.get(`${report}/submissions`),
    await administrator.get(`${report}/sheets/${organisationId}/findings`),
    await administrator.post(`${report}/last-changes`, { rows }),
    await administrator.get(`${report}/totals`),
    await editorElsewhere.post(`${report}/sheets/${organisationId}/submit`, {}),
  ];
  for (const answer of answers) {
    expect(answer.problem()).toMatchObject({ code: 'journal.unreadable', parameters: { place: 'second' } });
  }
});

test('HIS-20 whoever manages the report has its journal checked, and a tampered entry is pointed at', async () => {
  const { coordinator } = town.people;
  const path = `/api/reports/${town.reportId}/journal-check`;
  const whole = JournalCheckAnswer.parse((await coordinator.get(path)).json());
  expect(whole).toMatchObject({ entries: edits + 3, problems: [] });
  const response = await fetch(server.url + path, {
    headers: { accept: 'application/x-ndjson', cookie: coordinator.cookie ?? '' },
  });
  const lines = (await response.text()).trimEnd().split('\n');
  const told = lines.map((line) => JournalCheckLine.parse(JSON.parse(line)));
  expect(told.slice(0, -1).every(({ type }) => type === 'progress')).toBe(true);
  expect(told.at(-1)).toEqual({ type: 'answer', answer: whole });
  const database = new SqliteDatabase(join(server.config.dataDir, 'zvit.sqlite'));
  // What is told about an entry, and the name under which a sheet stands.
  for (const [damage, repair, found] of [
    [
      "update row_changes set after = '\"інше\"' where sequence = 1 and row_id = 'row1'",
      null,
      {
        document: { type: 'sheet', organisationId: town.organisationId },
        sequence: 1,
        problem: 'history-changed',
      },
    ],
    [
      "update documents set name = 'sheef' || substr(name, 6) where name like 'sheet/first%'",
      "update documents set name = 'sheet' || substr(name, 6) where name like 'sheef/first%'",
      { document: expect.objectContaining({ type: 'other' }), sequence: 1, problem: 'changed' },
    ],
  ] as const) {
    expect(database.prepare(damage).run().changes).toBe(1);
    const { problems } = JournalCheckAnswer.parse((await coordinator.get(path)).json());
    expect(problems, damage).toContainEqual(expect.objectContaining(found));
    if (repair !== null) database.exec(repair);
  }
  database.exec('delete from row_changes');
  database.exec('delete from history_marks');
  // The last byte of one change, which is long in the table that is made from it.
  database
    .prepare("update journal set change = substr(change, 1, length(change) - 1) || x'7f' where sequence = 5")
    .run();
  database.close();
  const { problems } = JournalCheckAnswer.parse((await coordinator.get(path)).json());
  expect(problems).toEqual([
    {
      document: { type: 'sheet', organisationId: town.organisationId },
      sequence: 5,
      problem: 'changed',
      entry: { time: start + 4 * minute, author: { kind: 'person', name: 'editor' } },
    },
  ]);
});

test('HIS-17 a question that names a row without its sheet, or a place that is none, is refused', async () => {
  for (const query of [`row=${row}`, 'field=content', 'after=x', 'from=-1', `after=1.a.b.c.d.e`]) {
    const response = await town.people.viewer.get(`/api/reports/${town.reportId}/history?${query}`);
    expect(response.problem().code).toBe('request.invalid');
  }
});
