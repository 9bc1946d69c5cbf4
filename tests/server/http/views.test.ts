import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ViewList } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { type View, viewNameLimit } from '#shared/model/view.ts';
import type { ApiClient } from '#tests/support/apiClient.ts';
import { buildViewState } from '#tests/support/buildView.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let path: string;
const stops: (() => void)[] = [];

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  path = `/api/reports/${town.reportId}/views`;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await server.stop();
});

const state = buildViewState();

async function save(person: ApiClient, change: object = {}): Promise<View> {
  const body = { table: 'expenditure', name: 'Мої видатки', isPublished: false, state, ...change };
  const response = await person.post(path, body);
  if (response.status !== 201) throw new Error(response.problem().code);
  return response.json() as View;
}

async function list(person: ApiClient): Promise<ViewList> {
  return (await person.get(path)).json() as ViewList;
}

const namesOf = async (person: ApiClient) => (await list(person)).views.map(({ name }) => name);

describe('views over HTTP', () => {
  test('ACC-70 a view is its maker’s alone: for everybody else it is not there', async () => {
    const { editor, viewer, coordinator, administrator } = town.people;
    const view = await save(editor);
    expect(view).toMatchObject({ name: 'Мої видатки', isPublished: false, revision: 1, state });
    expect((await list(editor)).views).toEqual([view]);
    for (const person of [viewer, coordinator, administrator]) {
      expect(await namesOf(person)).toEqual([]);
      for (const attempt of [
        person.patch(`${path}/${view.id}`, { revision: 1, name: 'Чуже' }),
        person.patch(`${path}/${view.id}`, { revision: 1, isPublished: true }),
        person.delete(`${path}/${view.id}`),
      ]) {
        expect((await attempt).problem().code).toBe('view.unknown');
      }
    }
    expect((await list(editor)).views).toEqual([view]);
    // Somebody who only reads keeps views too.
    await save(viewer);
    expect((await editor.delete(`${path}/${view.id}`)).status).toBe(204);
    expect(await namesOf(editor)).toEqual([]);
  });

  test('ACC-70 a view belongs to its report, under whichever address it is asked for', async () => {
    const { editor, editorElsewhere } = town.people;
    const { id } = await save(editor);
    const elsewhere = `/api/reports/${town.otherReportId}/views/${id}`;
    expect((await editorElsewhere.delete(elsewhere)).problem().code).toBe('view.unknown');
    expect((await editor.delete(elsewhere)).problem().code).toBe('access.report');
  });

  test('ACC-71 only a coordinator or administrator publishes, changes, withdraws and deletes for all', async () => {
    const { coordinator, administrator, editor, viewer } = town.people;
    const view = await save(coordinator, { isPublished: true, name: 'Для всіх' });
    for (const person of [editor, viewer]) {
      expect(await namesOf(person)).toEqual(['Для всіх']);
      const own = await save(person);
      for (const attempt of [
        person.post(path, { table: 'activity', name: 'Ще', isPublished: true, state }),
        person.patch(`${path}/${own.id}`, { revision: 1, isPublished: true }),
        person.patch(`${path}/${view.id}`, { revision: 1, name: 'Моє' }),
        person.patch(`${path}/${view.id}`, { revision: 1, isPublished: false }),
        person.delete(`${path}/${view.id}`),
      ]) {
        const response = await attempt;
        expect([response.status, response.problem().code]).toEqual([403, 'access.coordinator-only']);
      }
      expect((await list(person)).views).toEqual([view, own]);
    }
    const renamed = await administrator.patch(`${path}/${view.id}`, { revision: 1, name: 'Для кожного' });
    expect(renamed.json()).toEqual({ ...view, name: 'Для кожного', revision: 2 });
    expect((await administrator.delete(`${path}/${view.id}`)).status).toBe(204);
    expect(await namesOf(editor)).toEqual(['Мої видатки']);
  });

  test('ACC-72 names are bounded and taken once, and what is kept of a table is bounded', async () => {
    const { editor } = town.people;
    await save(editor, { name: 'я'.repeat(viewNameLimit) });
    for (const change of [
      { name: '  ' },
      { name: 'я'.repeat(viewNameLimit + 1) },
      { table: 'narrative' },
      { state: { ...state, grouping: 'fund' } },
      { state: { ...state, columns: [{ column: '<b>', width: 1, isHidden: false, isFrozen: false }] } },
      { state: { ...state, collapsed: Array(201).fill('none') } },
    ]) {
      await expect(save(editor, change)).rejects.toThrow('request.invalid');
    }
    await save(editor, { name: ' Мої ' });
    await expect(save(editor, { name: 'МОЇ' })).rejects.toThrow('view.name-taken');
    await save(editor, { name: 'Мої', table: 'activity' });
    for (let count = (await namesOf(editor)).length; count < 50; count += 1) {
      await save(editor, { name: `Вигляд ${count}` });
    }
    await expect(save(editor, { name: 'П’ятдесят перший' })).rejects.toThrow('view.too-many');
  });

  test('ACC-73 a change is made to the view it was based on, or not at all', async () => {
    const { coordinator, administrator } = town.people;
    const { id } = await save(coordinator, { isPublished: true });
    const change = { revision: 1, state: buildViewState({ grouping: 'direction' }) };
    expect((await administrator.patch(`${path}/${id}`, change)).status).toBe(200);
    const late = await coordinator.patch(`${path}/${id}`, { revision: 1, name: 'Пізно' });
    expect([late.status, late.problem().code]).toEqual([409, 'view.changed']);
    const [view] = (await list(coordinator)).views;
    expect(view).toMatchObject({ name: 'Мої видатки', revision: 2, state: change.state });
  });

  test('ACC-73 how a table was left comes back to its person alone, the last word of two', async () => {
    const { editor, viewer } = town.people;
    const { id } = await save(editor);
    const put = (table: string, body: object) =>
      editor.request('PUT', `/api/reports/${town.reportId}/last-views/${table}`, { body });
    await put('expenditure', { viewId: id, state });
    const last = { viewId: null, state: buildViewState({ density: 'normal' }) };
    await put('activity', { viewId: id, state });
    expect((await put('activity', last)).status).toBe(204);
    expect((await list(editor)).last).toEqual({ activity: last, expenditure: { viewId: id, state } });
    expect((await list(viewer)).last).toEqual({ activity: null, expenditure: null });
    expect((await put('narrative', last)).problem().code).toBe('request.invalid');
    await editor.delete(`${path}/${id}`);
    expect((await list(editor)).last.expenditure).toEqual({ viewId: null, state });
  });

  test('ACC-74 everybody who has the report open is told of a published view, and of nobody’s own', async () => {
    const { coordinator, editor } = town.people;
    const { reportId, organisationId } = town;
    const sheet = new SheetClient({
      url: server.url.replace('http', 'ws'),
      cookie: editor.cookie,
      documentName: sheetName(reportId, organisationId),
      organisationId,
      origin: server.url,
    });
    stops.push(() => sheet.stop());
    await vi.waitFor(() => expect(sheet.provider.synced).toBe(true));
    const own = await save(coordinator, { name: 'Власний' });
    await coordinator.patch(`${path}/${own.id}`, { revision: 1, name: 'Власний 2' });
    const view = await save(coordinator, { isPublished: true });
    await coordinator.patch(`${path}/${view.id}`, { revision: 1, name: 'Інакше' });
    await coordinator.delete(`${path}/${view.id}`);
    const message = { type: 'structure-changed', reportId };
    await vi.waitFor(() => expect(sheet.messages).toEqual([message, message, message]));
  });

  test('ACC-75 what is withdrawn becomes a view of who withdraws it, and leaves everybody’s table as it is', async () => {
    const { coordinator, administrator, editor } = town.people;
    const view = await save(coordinator, { isPublished: true });
    await editor.request('PUT', `/api/reports/${town.reportId}/last-views/expenditure`, {
      body: { viewId: view.id, state },
    });
    await administrator.patch(`${path}/${view.id}`, { revision: 1, isPublished: false });
    expect((await list(administrator)).views).toEqual([{ ...view, isPublished: false, revision: 2 }]);
    expect(await namesOf(coordinator)).toEqual([]);
    expect(await list(editor)).toMatchObject({ views: [], last: { expenditure: { viewId: null, state } } });
  });
});
