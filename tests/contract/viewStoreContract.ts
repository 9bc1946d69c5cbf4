import { beforeEach, expect, test } from 'vitest';
import { ReportId, UserId, ViewId } from '#shared/model/ids.ts';
import { viewCountLimit } from '#shared/model/view.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { buildStoredView, buildViewState } from '#tests/support/buildView.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const elsewhere = ReportId.parse('elsewhere');
const me = UserId.parse('u1');
const other = UserId.parse('u2');
const nowhere = ViewId.parse('nowhere');

export function describeViewStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
    for (const id of [me, other]) await fixture.storage.users.create(buildStoredUser(id, { id }));
  });

  test('JRN-50 a view comes back whole, by name, with the published ones and nobody else’s', async () => {
    const mine = [
      buildStoredView({ name: 'Вигляд 10' }),
      buildStoredView({ name: 'Вигляд 2', table: 'activity' }),
    ];
    const published = buildStoredView({ name: 'аркуш', userId: null });
    const others = buildStoredView({ userId: other });
    for (const view of [...mine, published, others]) await fixture.storage.views.create(view);
    await fixture.reopen();
    const { views } = fixture.storage;
    expect(await views.list(reportId, me)).toEqual([published, mine[1], mine[0]]);
    expect(await views.list(elsewhere, me)).toEqual([]);
    expect(await views.find(reportId, others.id)).toEqual(others);
    expect(await views.find(elsewhere, others.id)).toBeNull();
  });

  test('JRN-50 a name is taken once in one table of one owner, whatever its case', async () => {
    const { views } = fixture.storage;
    await views.create(buildStoredView({ name: 'Мої рядки' }));
    const taken = { code: 'view.name-taken', parameters: { name: 'МОЇ РЯДКИ' } };
    await expect(views.create(buildStoredView({ name: 'МОЇ РЯДКИ' }))).rejects.toMatchObject(taken);
    await views.create(buildStoredView({ name: 'Мої рядки', table: 'activity' }));
    await views.create(buildStoredView({ name: 'Мої рядки', userId: other }));
    await views.create(buildStoredView({ name: 'Мої рядки', userId: null }));
    const published = buildStoredView({ name: 'мої рядки', userId: null });
    await expect(views.create(published)).rejects.toMatchObject({ code: 'view.name-taken' });
    const renamed = buildStoredView({ name: 'Інша' });
    await views.create(renamed);
    await expect(views.change(reportId, renamed.id, 1, { name: 'мої рядки' })).rejects.toMatchObject({
      code: 'view.name-taken',
    });
    expect(await views.find(reportId, renamed.id)).toEqual(renamed);
    // Its own name in another case is free.
    await views.change(reportId, renamed.id, 1, { name: 'ІНША' });
  });

  test('JRN-50 a change keeps what it does not name, and is refused when somebody was faster', async () => {
    const view = buildStoredView();
    const { views } = fixture.storage;
    await views.create(view);
    const state = buildViewState({ grouping: 'none', columns: [] });
    const changed = { ...view, state, revision: 2 };
    expect(await views.change(reportId, view.id, 1, { state })).toEqual(changed);
    await expect(views.change(reportId, view.id, 1, { name: 'Пізно' })).rejects.toMatchObject({
      code: 'view.changed',
      parameters: { name: view.name },
    });
    expect(await views.change(reportId, view.id, 2, { userId: null })).toEqual({
      ...changed,
      userId: null,
      revision: 3,
    });
    await fixture.reopen();
    expect(await fixture.storage.views.list(reportId, other)).toHaveLength(1);
    const unknown = { code: 'view.unknown' };
    await expect(fixture.storage.views.change(reportId, nowhere, 1, {})).rejects.toMatchObject(unknown);
    await expect(fixture.storage.views.change(elsewhere, view.id, 3, {})).rejects.toMatchObject(unknown);
  });

  test('JRN-50 of two changes to one revision one is made', async () => {
    const view = buildStoredView();
    const { views } = fixture.storage;
    await views.create(view);
    const results = await Promise.allSettled([
      views.change(reportId, view.id, 1, { name: 'Перша' }),
      views.change(reportId, view.id, 1, { name: 'Друга' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('JRN-50 one owner has at most fifty views in a report, of both tables together', async () => {
    const { views } = fixture.storage;
    for (let count = 0; count < viewCountLimit; count += 1) {
      const table = count % 2 === 0 ? 'activity' : 'expenditure';
      await views.create(buildStoredView({ name: `Вигляд ${count}`, table }));
    }
    const refusal = { code: 'view.too-many', parameters: { limit: viewCountLimit } };
    await expect(views.create(buildStoredView({ name: 'Зайвий' }))).rejects.toMatchObject(refusal);
    const published = buildStoredView({ name: 'Спільний', userId: null });
    await views.create(published);
    await expect(views.change(reportId, published.id, 1, { userId: me })).rejects.toMatchObject(refusal);
    const [first] = await views.list(reportId, me);
    expect(await views.remove(reportId, first?.id ?? nowhere)).toBe(true);
    await views.change(reportId, published.id, 1, { userId: me });
  });

  test('JRN-50 a removed view is gone, and whoever began from it keeps their table', async () => {
    const view = buildStoredView({ userId: null });
    const { views } = fixture.storage;
    await views.create(view);
    await views.saveLast(reportId, me, 'expenditure', { viewId: view.id, state: view.state });
    expect(await views.remove(elsewhere, view.id)).toBe(false);
    expect(await views.remove(reportId, view.id)).toBe(true);
    expect(await views.remove(reportId, view.id)).toBe(false);
    expect(await views.find(reportId, view.id)).toBeNull();
    const { expenditure } = await views.findLast(reportId, me);
    expect(expenditure).toEqual({ viewId: null, state: view.state });
  });

  test('JRN-50 how a person left a table is kept for each person and table; the last word stands', async () => {
    const view = buildStoredView();
    await fixture.storage.views.create(view);
    const first = { viewId: view.id, state: view.state };
    const second = { viewId: null, state: buildViewState({ collapsed: [] }) };
    await fixture.storage.views.saveLast(reportId, me, 'expenditure', first);
    await fixture.storage.views.saveLast(reportId, me, 'activity', first);
    await fixture.storage.views.saveLast(reportId, me, 'activity', second);
    await fixture.storage.views.saveLast(reportId, other, 'activity', { ...first, viewId: nowhere });
    await fixture.reopen();
    const { views } = fixture.storage;
    expect(await views.findLast(reportId, me)).toEqual({ activity: second, expenditure: first });
    expect(await views.findLast(reportId, other)).toEqual({
      activity: { ...first, viewId: null },
      expenditure: null,
    });
    expect(await views.findLast(elsewhere, me)).toEqual({ activity: null, expenditure: null });
  });

  test('JRN-50 no view is kept for a report or a person that is not there', async () => {
    const { views } = fixture.storage;
    await expect(views.create(buildStoredView({ reportId: elsewhere }))).rejects.toThrow();
    await expect(views.create(buildStoredView({ userId: UserId.parse('nobody') }))).rejects.toThrow();
    expect(await views.list(reportId, me)).toEqual([]);
  });
}
