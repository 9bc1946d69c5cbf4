import { expect, test } from 'vitest';
import { createRowFeed } from '#client/sync/RowFeed.ts';
import type { SheetRowChange } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const put = (row: Row): SheetRowChange => ({ rowId: row.id, organisationId: row.organisationId, row });
const remove = (row: Row): SheetRowChange => ({ ...put(row), row: null });

test('SYN-9 a batch says once of each row what became of it', () => {
  const feed = createRowFeed(structure, () => false);
  const [kept, back, brief] = ['r1', 'r2', 'r3'].map((id) =>
    buildExpenditure(id, { actualMinor: 100 }, 'o1'),
  );
  if (kept === undefined || back === undefined || brief === undefined) throw new Error('no rows');
  feed.push([put(kept), put(back)], true);
  const told: (readonly SheetRowChange[])[] = [];
  feed.rows.subscribe((changes) => told.push(changes));

  const changed = buildExpenditure('r2', { actualMinor: 250 }, 'o1');
  // The second row is deleted and brought back with another value; the third comes and goes.
  for (const change of [remove(back), put(brief), put(changed), remove(brief)]) feed.push([change], false);
  feed.flush();

  expect(told).toEqual([[put(changed), remove(brief)]]);
  expect([...feed.rows.all()]).toEqual([kept, changed]);
  expect(feed.totals.get()).toEqual(computeTotals(structure, [kept, changed]));
  feed.stop();
});
