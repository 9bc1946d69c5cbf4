import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TotalsAnswer } from '#shared/api/contract.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildTotalsAnswer, readTotalsAnswer } from '#shared/totals/totalsAnswer.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();

describe('totals as JSON', () => {
  it('TOT-18 come back the same from their JSON text', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const totals = computeTotals(structure, rows);
        const text = JSON.stringify(buildTotalsAnswer(totals));
        expect(readTotalsAnswer(JSON.parse(text) as TotalsAnswer)).toEqual(totals);
      }),
    );
  });

  it('TOT-18 pass the contract of the API', () => {
    const rows = [buildExpenditure('r1', { actualMinor: 1, kpkvk: '0210180', fund: 'state' })];
    const answer = buildTotalsAnswer(computeTotals(structure, rows));
    expect(TotalsAnswer.parse(answer)).toEqual(answer);
    expect(answer.grand).toEqual({ plannedMinor: '0', actualMinor: '1', rowCount: 1 });
  });

  it('TOT-18 are the same text for the same rows in any order', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = (each: typeof rows) => JSON.stringify(buildTotalsAnswer(computeTotals(structure, each)));
        expect(text(rows.toReversed())).toBe(text(rows));
      }),
    );
  });

  it('refuses keys that are no ids and sums that are no digits', () => {
    const answer = buildTotalsAnswer(computeTotals(structure, []));
    const sums = { plannedMinor: '0', actualMinor: '0', rowCount: 0 };
    expect(() => readTotalsAnswer({ ...answer, byDirection: { 'a/b': sums } })).toThrow();
    expect(() => readTotalsAnswer({ ...answer, grand: { ...sums, actualMinor: '1.5' } })).toThrow(
      SyntaxError,
    );
  });
});
