import { expect, test } from 'vitest';
import { createFindingFeed } from '#client/sync/FindingFeed.ts';
import { createRowStore, type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { createSignal } from '#client/sync/Signal.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const put = (row: Row) => ({ rowId: row.id, organisationId: row.organisationId, row });
const badCode = (id: string, organisation = 'o1') => buildExpenditure(id, { kpkvk: '12' }, organisation);

function openFeed(rows: readonly Row[]) {
  const store = createRowStore();
  store.apply(rows.map(put));
  const totals = createSignal<Totals>(computeTotals(structure, rows));
  const feed = createFindingFeed(structure, store, totals);
  return { store, totals, feed };
}

test('CHK-14 what is said of a row stands there as soon as the row has changed, and who changed is told', async () => {
  const { store, feed } = openFeed([badCode('r1')]);
  const told: (readonly RowKey[])[] = [];
  feed.subscribe((keys) => told.push(keys));
  // In one slice of time, which is over sooner on a busy machine.
  await expect.poll(() => feed.ofRow('o1/r1' as RowKey)).toHaveLength(1);
  store.apply([put(buildExpenditure('r1', { kpkvk: '0210180' })), put(badCode('r2', 'o2'))]);
  await expect.poll(() => told).toEqual([['o1/r1', 'o2/r2']]);
  expect(feed.ofRow('o1/r1' as RowKey)).toEqual([]);
  store.apply([{ ...put(badCode('r2', 'o2')), row: null }]);
  await expect.poll(() => feed.ofRow('o2/r2' as RowKey)).toEqual([]);
  feed.stop();
});

test('CHK-14 thousands of rows in one go are looked at in turns, and changes in between are not lost', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => badCode(`r${index}`, `o${(index % 3) + 1}`));
  const { store, feed } = openFeed(rows);
  const [first] = rows;
  if (first === undefined) throw new Error('no rows');
  store.apply([put({ ...first, values: { ...first.values, kpkvk: '0210180' } })]);
  await expect.poll(() => feed.view.get().isWhole).toBe(true);
  const { findings, counts } = feed.view.get();
  expect(findings).toHaveLength(19_999);
  expect(counts.get(first.organisationId)).toEqual({ errorCount: 6_666, warningCount: 0 });
  expect(feed.ofRow(rowKey(first))).toEqual([]);
  feed.stop();
});

test('CHK-14 a changed year is what the dates are checked by', async () => {
  const { feed } = openFeed([buildActivity('r1', { period: '2020-05-01' })]);
  await expect.poll(() => feed.view.get().isWhole).toBe(true);
  expect(feed.view.get().findings).toEqual([]);
  const next: ReportStructure = { ...structure, report: { ...structure.report, year: 2021 } };
  feed.setStructure(next);
  await expect
    .poll(() => feed.view.get().findings.map(({ code }) => code))
    .toEqual(['activity.outside-year']);
  feed.stop();
});
