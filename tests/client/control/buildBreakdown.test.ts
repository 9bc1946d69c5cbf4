import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBreakdown, computeUnclassified } from '#client/control/buildBreakdown.ts';
import { Fund } from '#shared/model/rows.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();

test('CTL-5 the lines of each classification and its empty cells add up to the grand total', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { grand, byFund, byKpkvk, byKekv } = computeTotals(structure, rows);
      for (const byKey of [byFund, byKpkvk, byKekv]) {
        const rest = computeUnclassified(grand, byKey);
        const lines = buildBreakdown<string>(byKey);
        const actual = lines.reduce((sum, { sums }) => sum + sums.actualMinor, rest.actualMinor);
        const count = lines.reduce((sum, { sums }) => sum + sums.rowCount, rest.rowCount);
        expect([actual, count]).toEqual([grand.actualMinor, grand.rowCount]);
        expect(rest.rowCount).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('CTL-5 funds stand in their own order, codes by their digits', () => {
  const rows = [
    buildExpenditure('a', { fund: 'other', kekv: '2282', actualMinor: 1 }),
    buildExpenditure('b', { fund: 'general', kekv: '2210', actualMinor: 1 }),
  ];
  const { byFund, byKekv } = computeTotals(structure, rows);
  expect(buildBreakdown(byFund, Fund.options).map(({ key }) => key)).toEqual(['general', 'other']);
  expect(buildBreakdown(byKekv).map(({ key }) => key)).toEqual(['2210', '2282']);
});
