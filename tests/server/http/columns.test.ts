import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ThreadAnswer } from '#shared/api/comments.ts';
import { ReportAnswer } from '#shared/api/contract.ts';
import { SearchAnswer } from '#shared/api/search.ts';
import { ReportCreateAnswer } from '#shared/api/structure.ts';
import { SheetFindingsAnswer, SubmissionsAnswer } from '#shared/api/submission.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { extraFieldOf } from '#shared/model/columns.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { readColumnFields } from '#shared/structure/columnFields.ts';
import type { ColumnFields, StructureEdit } from '#shared/structure/StructureEdit.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
const clients: SheetClient[] = [];

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

const stands = async (): Promise<ReportStructure> =>
  must(await server.storage.reports.findStructure(town.reportId), 'the report');
const send = (edit: StructureEdit, person: keyof Town['people'] = 'coordinator') =>
  town.people[person].patch(`/api/reports/${town.reportId}/structure`, edit);
const fields = (title: string, given: Partial<ColumnFields> = {}): ColumnFields => ({
  title,
  kind: 'text',
  options: [],
  isRequired: false,
  ...given,
});

async function addColumn(given: ColumnFields) {
  const answer = await send({ kind: 'column.add', table: 'activity', fields: given });
  expect(answer.status).toBe(200);
  return must(ReportAnswer.parse(answer.json()).columns.at(-1), 'the new column');
}

async function openSheet(): Promise<SheetClient> {
  const client = new SheetClient({
    url: server.url.replace('http', 'ws'),
    cookie: town.people.editor.cookie,
    documentName: sheetName(town.reportId, town.organisationId),
    organisationId: town.organisationId,
    origin: server.url,
  });
  clients.push(client);
  await vi.waitFor(() => expect(client.provider.synced).toBe(true));
  return client;
}

const saved = (client: SheetClient) =>
  vi.waitFor(() => expect(client.provider.hasUnsyncedChanges).toBe(false));

describe('added columns', () => {
  test('COL-1 a column is added by who may change the structure, and by nobody else', async () => {
    const edit = { kind: 'column.add', table: 'activity', fields: fields('Партнери') } as const;
    for (const person of ['viewer', 'editor'] as const) {
      expect((await send(edit, person)).problem().code).toBe('access.coordinator-only');
    }
    expect((await stands()).columns).toEqual([]);
    expect((await send(edit, 'administrator')).status).toBe(200);
    expect((await send(edit)).problem().code).toBe('structure.title-taken');
    for (const wrong of [
      { title: 'Стан справ', kind: 'choice' as const },
      { title: '%' },
      { title: 'Ще', options: ['Так'] },
    ]) {
      const answer = await send({ ...edit, fields: fields(wrong.title, wrong) });
      expect(answer.problem().code).toBe('request.invalid');
    }
    expect((await stands()).columns.map(({ title }) => title)).toEqual(['Партнери']);
  });

  test('COL-3 a column with values stays and keeps its kind; renamed, it keeps them', async () => {
    const column = await addColumn(fields('Охоплення', { kind: 'number' }));
    const client = await openSheet();
    const row = { ...buildActivity('r1'), order: 'a1' };
    insertRow(client.doc, { ...row, kind: 'activity' });
    setCell(client.doc, row.id, extraFieldOf(column), 12.5);
    await saved(client);

    const held = await send({ kind: 'column.remove', columnId: column.id });
    expect(held.status).toBe(409);
    expect(held.problem()).toMatchObject({ code: 'structure.held' });
    expect(held.problem().parameters).toMatchObject({ title: 'Охоплення', rows: 1 });
    const from = readColumnFields(column);
    const change = { kind: 'column.change', columnId: column.id, from } as const;
    expect((await send({ ...change, to: { ...from, kind: 'text' } })).problem().code).toBe('structure.held');
    expect((await stands()).columns).toEqual([column]);
    expect((await send({ ...change, to: { ...from, title: 'Охоплено осіб' } })).status).toBe(200);
    const [read] = await server.collaboration.readReportRows(town.reportId);
    expect(read?.values).toMatchObject({ [extraFieldOf(column)]: 12.5 });

    setCell(client.doc, row.id, extraFieldOf(column), null);
    await saved(client);
    expect((await send({ kind: 'column.remove', columnId: column.id })).status).toBe(200);
    expect((await stands()).columns).toEqual([]);
  });

  test('COL-3 what was written while a column was being removed brings it back', async () => {
    const column = await addColumn(fields('Партнери'));
    const client = await openSheet();
    const row = { ...buildActivity('r1'), order: 'a1' };
    insertRow(client.doc, { ...row, kind: 'activity' });
    await saved(client);
    const { reports } = server.storage;
    const change = reports.changeStructure.bind(reports);
    const spy = vi.spyOn(reports, 'changeStructure').mockImplementationOnce(async (...given) => {
      setCell(client.doc, row.id, extraFieldOf(column), 'Бібліотека');
      await saved(client);
      return change(...given);
    });
    expect((await send({ kind: 'column.remove', columnId: column.id })).problem().code).toBe(
      'structure.held',
    );
    spy.mockRestore();
    expect((await stands()).columns).toEqual([column]);
  });

  test('COL-7 an empty required cell keeps a sheet from being submitted until it is filled in', async () => {
    const column = await addColumn(fields('Адреса', { isRequired: true }));
    const client = await openSheet();
    const row = { ...buildActivity('r1', { content: 'Нарада' }), order: 'a1' };
    insertRow(client.doc, { ...row, kind: 'activity' });
    await saved(client);
    const { reportId, organisationId, people } = town;
    const sheet = `/api/reports/${reportId}/sheets/${organisationId}`;
    const findings = async () =>
      SheetFindingsAnswer.parse((await people.editor.get(`${sheet}/findings`)).json()).findings;
    expect((await findings()).map(({ finding }) => finding)).toMatchObject([
      { code: 'column.required', field: extraFieldOf(column), parameters: { column: 'Адреса' } },
    ]);
    expect((await people.editor.post(`${sheet}/submit`, { note: '' })).status).toBe(409);
    setCell(client.doc, row.id, extraFieldOf(column), 'вул. Миру, 1');
    await saved(client);
    expect(await findings()).toEqual([]);
    expect((await people.editor.post(`${sheet}/submit`, { note: '' })).status).toBe(200);
  });

  test('COL-6 adding a column changes nothing that was accepted; a value in it does', async () => {
    const client = await openSheet();
    const row = { ...buildActivity('r1', { content: 'Нарада' }), order: 'a1' };
    insertRow(client.doc, { ...row, kind: 'activity' });
    await saved(client);
    const { reportId, organisationId, people } = town;
    const hashes = async () =>
      SubmissionsAnswer.parse((await people.coordinator.get(`/api/reports/${reportId}/submissions`)).json())
        .sheets.filter((sheet) => sheet.organisationId === organisationId)
        .map(({ contentHash }) => contentHash);
    const before = await hashes();
    const column = await addColumn(fields('Стан справ', { kind: 'choice', options: ['Так', 'Ні'] }));
    expect(await hashes()).toEqual(before);
    setCell(client.doc, row.id, extraFieldOf(column), 'Так');
    await saved(client);
    const after = await hashes();
    expect(after).not.toEqual(before);
    // What a column offers is not what a sheet holds.
    const from = readColumnFields(column);
    await send({ kind: 'column.change', columnId: column.id, from, to: { ...from, options: ['Ні'] } });
    expect(await hashes()).toEqual(after);
  });

  test('COL-17 a cell of an added column is found by its words, and commented on', async () => {
    const column = await addColumn(fields('Партнери'));
    const field = extraFieldOf(column);
    const client = await openSheet();
    const row = { ...buildActivity('r1', { content: 'Нарада' }), order: 'a1' };
    insertRow(client.doc, { ...row, kind: 'activity' });
    setCell(client.doc, row.id, field, 'Бібліотека імені Шевченка');
    await saved(client);
    const { reportId, organisationId, people } = town;
    const found = SearchAnswer.parse(
      (await people.editor.get(`/api/search?${new URLSearchParams({ query: 'бібліотека' })}`)).json(),
    );
    expect(JSON.stringify(found)).toContain(`"field":"${field}"`);
    const place = { kind: 'cell', organisationId, table: 'activity', rowId: row.id, field };
    const answer = await people.editor.post(`/api/reports/${reportId}/comments`, {
      place,
      text: 'Котра з двох?',
      mentions: [],
    });
    expect(answer.status).toBe(201);
    expect(ThreadAnswer.parse(answer.json())).toMatchObject({ place, quote: 'Бібліотека імені Шевченка' });
  });

  test('COL-14 a report made after another has its columns, and none of their values', async () => {
    const column = await addColumn(fields('Стан справ', { kind: 'choice', options: ['Так', 'Ні'] }));
    const { programme } = await stands();
    const answer = await town.people.administrator.post('/api/reports', {
      programme: { is: 'there', programmeId: programme.id },
      year: 2022,
      title: 'Звіт 2022',
      signatoryPosition: '',
      signatoryName: '',
      from: { reportId: town.reportId, withTexts: false, withPeople: true },
    });
    const { reportId } = ReportCreateAnswer.parse(answer.json());
    const next = await server.storage.reports.findStructure(reportId);
    expect(next?.columns).toEqual([{ ...column, reportId }]);
    expect(await server.collaboration.readReportRows(reportId)).toEqual([]);
  });
});
