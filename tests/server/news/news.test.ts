import { afterAll, beforeAll, expect, test } from 'vitest';
import { HistoryAnswer } from '#shared/api/history.ts';
import { NewsAnswer, newsCountLimit } from '#shared/api/news.ts';
import { VersionList } from '#shared/api/versions.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId, type UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { SubmissionTown } from '../submission/SubmissionTown.ts';

let town: SubmissionTown;
let scribe: JournalScribe;
let editor: UserId;
let coordinator: UserId;
const row = RowId.parse('row1');

beforeAll(async () => {
  town = await SubmissionTown.start();
  const { storage } = town.server;
  editor = must(await storage.users.findByLogin('editor'), 'editor').id;
  coordinator = must(await storage.users.findByLogin('coordinator'), 'coordinator').id;
  scribe = new JournalScribe(storage, sheetName(town.sheet.reportId, town.sheet.organisationId));
  await scribe.write(Date.now(), editor, (doc) => {
    insertRow(doc, { id: row, kind: 'activity', order: 'a0', values: { content: 'Засідання' } });
  });
});
afterAll(() => town.stop());

const path = (rest: string) => `/api/reports/${town.sheet.reportId}${rest}`;
const read = async (name: PersonName) =>
  NewsAnswer.parse((await town.person(name).get(path('/news'))).json());
const look = async (name: PersonName, time: number) =>
  NewsAnswer.parse((await town.person(name).put(path('/news'), { time })).json());

test('HIS-27 before the first look nothing is new; after it what others did is, and one’s own is not', async () => {
  expect(await read('coordinator')).toMatchObject({ since: null, sheets: [], steps: [] });
  const { since, sheets } = await look('coordinator', (await read('coordinator')).now);
  expect(since).not.toBeNull();
  expect(sheets).toEqual([]);
  const from = must(since, 'a look');
  await scribe.write(Date.now() + 1, editor, (doc) => {
    setCell(doc, row, 'quantity', 5);
    setCell(doc, row, 'note', 'уточнено');
  });
  await scribe.write(Date.now() + 1, coordinator, (doc) => setCell(doc, row, 'quantity', 6));
  const { organisationId } = town.sheet;
  expect((await read('coordinator')).sheets).toEqual([{ organisationId, changes: 2, rows: 1 }]);
  const query = new URLSearchParams({ from: String(from), except: coordinator });
  const told = HistoryAnswer.parse((await town.person('coordinator').get(path(`/history?${query}`))).json());
  const author = { kind: 'person', name: 'editor' };
  expect(told.changes.map(({ field, after, author }) => [field, after, author]).sort()).toEqual([
    ['note', 'уточнено', author],
    ['quantity', 5, author],
  ]);
  // Each person has a moment of their own.
  expect((await read('viewer')).since).toBeNull();
});

test('HIS-27 steps of sheets are told with who took them, and a look to come hides nothing', async () => {
  await town.step('editor', '/submit', {});
  const { steps, now } = await read('coordinator');
  expect(steps).toMatchObject([
    {
      step: 'submit',
      to: 'submitted',
      organisationId: town.sheet.organisationId,
      author: { name: 'editor' },
    },
  ]);
  expect((await read('editor')).steps).toEqual([]);
  const after = await look('coordinator', now + 86_400_000);
  expect(after.since).toBeLessThanOrEqual(Date.now());
  // Going back is no way of seeing more.
  expect((await look('coordinator', 1)).since).toBe(after.since);
});

test('HIS-28 what is counted is bounded, however much was changed', async () => {
  await look('viewer', (await read('viewer')).now);
  await scribe.write(Date.now() + 1, editor, (doc) => {
    for (let index = 0; index < newsCountLimit + 50; index += 1) {
      const id = RowId.parse(`many${index}`);
      insertRow(doc, { id, kind: 'activity', order: `b${String(index).padStart(5, '0')}`, values: {} });
    }
  });
  const [sheet] = (await read('viewer')).sheets;
  expect(sheet).toMatchObject({ changes: newsCountLimit, rows: newsCountLimit });
});

test('HIS-24 a moment is named and unnamed by whoever manages the report, and read by all who read it', async () => {
  const before = Date.now();
  const created = await town
    .person('coordinator')
    .post(path('/versions'), { name: '  До наради ', note: 'для мера' });
  expect(created.status).toBe(201);
  const [version] = VersionList.parse(created.json()).versions;
  expect(version).toMatchObject({
    name: 'До наради',
    note: 'для мера',
    created: { author: { name: 'coordinator' } },
    removed: null,
  });
  expect(must(version, 'a version').moment).toBeGreaterThanOrEqual(before);
  const again = await town.person('coordinator').post(path('/versions'), { name: 'до наради' });
  expect([again.status, again.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'version.name-taken' }),
  ]);
  for (const name of ['', '   ', 'я'.repeat(101)]) {
    expect((await town.person('coordinator').post(path('/versions'), { name })).status).toBe(400);
  }
  const address = path(`/versions/${must(version, 'a version').id}`);
  expect((await town.person('editor').delete(address)).status).toBe(403);
  const elsewhere = `/api/reports/${town.town.otherReportId}/versions/${must(version, 'a version').id}`;
  expect((await town.person('administrator').delete(elsewhere)).status).toBe(404);
  expect((await town.person('administrator').delete(address)).status).toBe(200);
  const listed = VersionList.parse((await town.person('viewer').get(path('/versions'))).json());
  expect(listed.versions).toMatchObject([
    { name: 'До наради', removed: { author: { name: 'Адміністрування' } } },
  ]);
});
