import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#shared/checks/Finding.ts';
import { createFindingsEngine, type FindingRowKey } from '#shared/checks/FindingsEngine.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { IndicatorId, type OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRow } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();

const keyOf = ({ organisationId, id }: Row): FindingRowKey => `${organisationId}/${id}`;
const put = (row: Row) => ({ rowId: row.id, organisationId: row.organisationId, row });
const remove = (row: Row) => ({ ...put(row), row: null });

function sorted(findings: readonly Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

/** Rows as they are after all changes, by what names them. */
function replay(batches: readonly (readonly ReturnType<typeof put | typeof remove>[])[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { rowId, organisationId, row } of batches.flat()) {
    if (row === null) rows.delete(`${organisationId}/${rowId}`);
    else rows.set(`${organisationId}/${rowId}`, row);
  }
  return [...rows.values()];
}

const change = fc.oneof(
  { weight: 4, arbitrary: anyRow.map(put) },
  { weight: 1, arbitrary: anyRow.map(remove) },
);
const batches = fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 10 });

describe('findings that follow the rows', () => {
  test('CHK-10 after any changes in any order they are what a check of all rows says', () => {
    fc.assert(
      fc.property(batches, (changes) => {
        const engine = createFindingsEngine(structure);
        for (const batch of changes) engine.apply(batch);
        const rows = replay(changes);
        const totals = computeTotals(structure, rows);
        engine.setTotals(totals);
        expect(sorted(engine.findings())).toEqual(sorted(computeFindings(structure, rows, totals)));
      }),
      { numRuns: 500 },
    );
  });

  test('CHK-10 a changed structure is what the rows are checked by from then on', () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: 2019, max: 2021 }), fc.boolean(), (changes, year, isCounted) => {
        const next: ReportStructure = {
          ...structure,
          report: { ...structure.report, year },
          indicators: structure.indicators.map((indicator) => ({
            ...indicator,
            aggregation: isCounted ? 'count' : indicator.aggregation,
          })),
        };
        const engine = createFindingsEngine(structure);
        const [first = [], ...others] = changes;
        engine.apply(first);
        expect(engine.setStructure(next)).toBe(year !== 2020 || isCounted);
        for (const batch of others) engine.apply(batch);
        const rows = replay(changes);
        const totals = computeTotals(next, rows);
        engine.setTotals(totals);
        expect(sorted(engine.findings())).toEqual(sorted(computeFindings(next, rows, totals)));
      }),
    );
  });

  test('CHK-11 says which rows have something else said of them, and leaves the others alone', () => {
    fc.assert(
      fc.property(batches, (changes) => {
        const engine = createFindingsEngine(structure);
        const keys = changes
          .flat()
          .map(({ organisationId, rowId }): FindingRowKey => `${organisationId}/${rowId}`);
        for (const batch of changes) {
          const before = new Map(keys.map((key) => [key, engine.ofRow(key)]));
          const changed = new Set(engine.apply(batch));
          for (const key of keys) {
            const [was = [], is] = [before.get(key), engine.ofRow(key)];
            if (changed.has(key)) expect(sorted(is)).not.toEqual(sorted(was));
            else expect(is).toBe(was);
          }
        }
      }),
    );
  });

  test('CHK-12 the counts of the organisations are those of their findings, and add up to all', () => {
    fc.assert(
      fc.property(batches, (changes) => {
        const engine = createFindingsEngine(structure);
        for (const batch of changes) engine.apply(batch);
        engine.setTotals(computeTotals(structure, replay(changes)));
        const expected = new Map<OrganisationId | null, { errorCount: number; warningCount: number }>();
        for (const { organisationId, severity } of engine.findings()) {
          const counts = expected.get(organisationId) ?? { errorCount: 0, warningCount: 0 };
          counts[severity === 'error' ? 'errorCount' : 'warningCount'] += 1;
          expected.set(organisationId, counts);
        }
        expect(engine.counts()).toEqual(expected);
      }),
    );
  });
});

describe('what changes with another row', () => {
  const first = buildExpenditure('r1', { measure: 'Папір', actualMinor: 100 });
  const second = buildExpenditure('r2', { measure: 'папір ', actualMinor: 100 });

  test('CHK-13 a duplicate is none any more when the first of its kind goes or differs', () => {
    const engine = createFindingsEngine(structure);
    expect(engine.apply([put(first), put(second)])).toEqual([keyOf(second)]);
    expect(engine.apply([put({ ...first, values: { ...first.values, actualMinor: 101 } })])).toEqual([
      keyOf(second),
    ]);
    expect(engine.findings()).toEqual([]);
    engine.apply([put(first)]);
    expect(engine.apply([remove(first)])).toEqual([keyOf(second)]);
    expect(engine.findings()).toEqual([]);
  });

  test('CHK-13 a row moved before its like takes its place as the first', () => {
    const engine = createFindingsEngine(structure);
    engine.apply([put(first), put(second)]);
    expect(engine.apply([put({ ...second, order: 'r0' })]).sort()).toEqual([keyOf(first), keyOf(second)]);
    expect(engine.findings().map(({ rowId }) => rowId)).toEqual(['r1']);
  });

  test('CHK-13 an indicator is checked with the totals, and tells when it says something else', () => {
    const engine = createFindingsEngine(structure);
    const count = (id: string, key: string, quantity: number) =>
      buildActivity(id, { content: id, indicatorId: IndicatorId.parse(key), quantity });
    const [part, whole] = [count('r1', 'part', 3), count('r2', 'sum', 2)];
    expect(engine.setTotals(computeTotals(structure, [part, whole]))).toBe(true);
    expect(engine.counts().get(null)).toEqual({ errorCount: 1, warningCount: 0 });
    expect(engine.setTotals(computeTotals(structure, [whole, part]))).toBe(false);
    expect(engine.setTotals(computeTotals(structure, [whole]))).toBe(true);
    expect(engine.findings()).toEqual([]);
  });
});
