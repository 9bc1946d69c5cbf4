import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DirectionId, IndicatorId, OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import type { RowChange } from '#shared/totals/RowRegister.ts';
import { computeTotals, createTotalsEngine } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { recountTotals } from '#tests/support/recountTotals.ts';
import { anyRow, anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const gone = DirectionId.parse('gone');
const o1 = OrganisationId.parse('o1');
const o2 = OrganisationId.parse('o2');
const indicator = (key: string) => IndicatorId.parse(key);
const put = (row: Row): RowChange => ({ rowId: row.id, row });

describe('money totals', () => {
  it('TOT-1 add planned and actual exactly, far past what a number holds', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      buildExpenditure(`r${index}`, { plannedMinor: maxAmountMinor, actualMinor: maxAmountMinor - 1 }),
    );
    expect(computeTotals(structure, rows).grand).toEqual({
      plannedMinor: 20_000_000_000_000_000n,
      actualMinor: 19_999_999_999_998_000n,
      rowCount: 2_000,
    });
  });

  it('TOT-2 count an empty amount as nothing and its row as a row', () => {
    const { grand } = computeTotals(structure, [
      buildExpenditure('r1', { plannedMinor: 100 }),
      buildExpenditure('r2', { actualMinor: 30 }),
      buildExpenditure('r3'),
    ]);
    expect(grand).toEqual({ plannedMinor: 100n, actualMinor: 30n, rowCount: 3 });
  });

  it('TOT-3 put no direction and an unknown direction together', () => {
    const totals = computeTotals(structure, [
      buildExpenditure('r1', { actualMinor: 1 }),
      buildExpenditure('r2', { actualMinor: 2, directionId: gone }),
      buildExpenditure('r3', { actualMinor: 4, directionId: d1 }),
    ]);
    expect(totals.withoutDirection).toEqual({ plannedMinor: 0n, actualMinor: 3n, rowCount: 2 });
    expect([...totals.byDirection.keys()]).toEqual([d1]);
  });

  it('TOT-4 directions and what has none make the grand total; organisations make it too', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const totals = computeTotals(structure, rows);
        const directions = [...totals.byDirection.values(), totals.withoutDirection];
        expect(sumActual(directions)).toBe(totals.grand.actualMinor);
        expect(sumActual(totals.byOrganisation.values())).toBe(totals.grand.actualMinor);
        for (const [id, sums] of totals.byDirection) {
          expect(sumActual(totals.byDirectionOrganisation.get(id)?.values() ?? [])).toBe(sums.actualMinor);
        }
      }),
    );
  });

  it('TOT-5 key КПКВК and КЕКВ by trimmed text; a blank code and an empty fund have no key', () => {
    const totals = computeTotals(structure, [
      buildExpenditure('r1', { actualMinor: 1, kpkvk: ' 0210180 ', kekv: '2240' }),
      buildExpenditure('r2', { actualMinor: 2, kpkvk: '0210180', kekv: '  ', fund: 'general' }),
    ]);
    expect(totals.byKpkvk.get('0210180')?.actualMinor).toBe(3n);
    expect([...totals.byKekv.keys()]).toEqual(['2240']);
    expect([...totals.byFund.keys()]).toEqual(['general']);
  });
});

describe('indicators', () => {
  const of = (key: string) => ({ indicatorId: indicator(key) });

  it('TOT-8 leave out what was postponed or cancelled, and count what has no state yet', () => {
    const total = computeTotals(structure, [
      buildActivity('r1', { ...of('sum'), quantity: 1 }),
      buildActivity('r2', { ...of('sum'), quantity: 2, state: 'done' }),
      buildActivity('r3', { ...of('sum'), quantity: 4, state: 'in-progress' }),
      buildActivity('r4', { ...of('sum'), quantity: 8, state: 'postponed' }),
      buildActivity('r5', { ...of('sum'), quantity: 16, state: 'cancelled' }),
    ]).indicators.get(indicator('sum'));
    expect(total).toMatchObject({ value: 7, rowCount: 3 });
  });

  it('TOT-9 a sum takes an empty quantity as 0 and its row as a row', () => {
    const rows = [buildActivity('r1', of('sum')), buildActivity('r2', { ...of('sum'), quantity: 5 }, 'o2')];
    expect(computeTotals(structure, rows).indicators.get(indicator('sum'))).toEqual({
      value: 5,
      rowCount: 2,
      byOrganisation: new Map([
        [o1, { value: 0, rowCount: 1 }],
        [o2, { value: 5, rowCount: 1 }],
      ]),
    });
  });

  it('TOT-10 a count is the number of rows, whatever their quantity', () => {
    const rows = [buildActivity('r1', of('count')), buildActivity('r2', { ...of('count'), quantity: 90 })];
    expect(computeTotals(structure, rows).indicators.get(indicator('count'))?.value).toBe(2);
  });

  it('TOT-11 the latest is the quantity of the row that ends last; undated is oldest, no quantity is no row', () => {
    const rows = [
      buildActivity('r1', { ...of('latest'), quantity: 30, period: '2020-05-01/2020-12-31' }),
      buildActivity('r2', { ...of('latest'), quantity: 28, period: '2020-12-30' }, 'o2'),
      buildActivity('r3', { ...of('latest'), quantity: 99 }, 'o2'),
      buildActivity('r4', { ...of('latest'), period: '2020-12-31' }, 'o2'),
    ];
    expect(computeTotals(structure, rows).indicators.get(indicator('latest'))).toEqual({
      value: 30,
      rowCount: 3,
      byOrganisation: new Map([
        [o1, { value: 30, rowCount: 1 }],
        [o2, { value: 28, rowCount: 2 }],
      ]),
    });
  });

  it('TOT-11 of rows that end on one day the largest row id decides', () => {
    const day = { ...of('latest'), period: '2020-12-31' };
    const rows = [
      buildActivity('r2', { ...day, quantity: 2 }),
      buildActivity('r10', { ...day, quantity: 10 }),
    ];
    expect(computeTotals(structure, rows).indicators.get(indicator('latest'))?.value).toBe(2);
    expect(computeTotals(structure, rows.toReversed()).indicators.get(indicator('latest'))?.value).toBe(2);
  });

  it('TOT-12 distinct is the number of different contents, by what a reader sees', () => {
    const rows = [
      buildActivity('r1', { ...of('distinct'), content: 'Нарада' }),
      buildActivity('r2', { ...of('distinct'), content: '  НАРАДА\u00A0' }, 'o2'),
      buildActivity('r3', { ...of('distinct'), content: 'Круглий  стіл' }, 'o2'),
      buildActivity('r4', { ...of('distinct'), content: '  ' }),
    ];
    expect(computeTotals(structure, rows).indicators.get(indicator('distinct'))).toEqual({
      value: 2,
      rowCount: 3,
      byOrganisation: new Map([
        [o1, { value: 1, rowCount: 1 }],
        [o2, { value: 2, rowCount: 2 }],
      ]),
    });
  });

  it('TOT-7 an unknown indicator counts nowhere, its activity in its direction', () => {
    const totals = computeTotals(structure, [
      buildActivity('r1', { ...of('gone'), quantity: 3, directionId: d1 }),
    ]);
    expect(totals.indicators.size).toBe(0);
    expect(totals.activityCounts.get(d1)).toBe(1);
    expect(totals.activityCount).toBe(1);
  });
});

describe('the engine', () => {
  const change: fc.Arbitrary<RowChange> = fc.oneof(
    { arbitrary: anyRow.map(put), weight: 3 },
    {
      arbitrary: anyRow.map(({ id, organisationId }) => ({ rowId: id, row: null, organisationId })),
      weight: 1,
    },
    { arbitrary: anyRow.map(({ id }) => ({ rowId: id, row: null })), weight: 1 },
  );

  it('TOT-13 TOT-14 agrees with a naive recount after every batch of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 12 }), (batches) => {
        const engine = createTotalsEngine(structure);
        const sheets = new Map<string, Row>();
        for (const batch of batches) {
          engine.apply(batch);
          for (const { rowId, row, organisationId } of batch) {
            if (row !== null) sheets.set(`${row.organisationId}/${rowId}`, row);
            else if (organisationId !== undefined) sheets.delete(`${organisationId}/${rowId}`);
            else for (const key of [...sheets.keys()]) if (key.endsWith(`/${rowId}`)) sheets.delete(key);
          }
          expect(engine.totals()).toEqual(recountTotals(structure, sheets.values()));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('TOT-14 gives the same totals for the same rows in any order', () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(computeTotals(structure, shuffled)).toEqual(computeTotals(structure, rows));
        },
      ),
    );
  });

  it('TOT-15 counts anew when the structure changes', () => {
    const fewer = {
      ...structure,
      directions: structure.directions.slice(1),
      indicators: structure.indicators
        .filter(({ key }) => key !== 'part')
        .map((each) => (each.key === 'sum' ? { ...each, aggregation: 'count' as const } : each)),
    };
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const engine = createTotalsEngine(structure);
        engine.apply(before.map(put));
        engine.setStructure(fewer);
        expect(engine.totals()).toEqual(recountTotals(fewer, before));
        engine.apply(before.map(({ id, organisationId }) => ({ rowId: id, row: null, organisationId })));
        engine.apply(after.map(put));
        expect(engine.totals()).toEqual(recountTotals(fewer, after));
      }),
    );
  });

  it('TOT-15 keeps the view when a change of the structure does not touch the totals', () => {
    const engine = createTotalsEngine(structure);
    engine.apply([put(buildExpenditure('r1', { actualMinor: 1, directionId: d1 }))]);
    const before = engine.totals();
    engine.setStructure({
      ...structure,
      directions: structure.directions.map((direction) => ({ ...direction, title: 'Нова назва' })),
    });
    expect(engine.totals()).toBe(before);
  });

  it('TOT-16 a view never changes, and shares what stayed the same', () => {
    const engine = createTotalsEngine(structure);
    engine.apply([
      put(buildExpenditure('r1', { actualMinor: 5, directionId: d1 })),
      put(buildActivity('r2', { indicatorId: indicator('sum'), quantity: 1 })),
    ]);
    const before = engine.totals();
    engine.apply([put(buildExpenditure('r1', { actualMinor: 7, directionId: d1 }))]);
    const after = engine.totals();
    expect(before.byDirection.get(d1)?.actualMinor).toBe(5n);
    expect(after.byDirection.get(d1)?.actualMinor).toBe(7n);
    expect(after.indicators.get(indicator('sum'))).toBe(before.indicators.get(indicator('sum')));
    expect(after.byFund).toBe(before.byFund);
    expect(engine.totals()).toBe(after);
  });

  it('TOT-6 a row with the id of another sheet’s row takes nothing out of the totals', () => {
    const engine = createTotalsEngine(structure);
    const theirs = buildExpenditure('r1', { actualMinor: 500 }, 'o2');
    const forged = buildExpenditure('r1', { actualMinor: 1 }, 'o1');
    engine.apply([put(theirs), put(forged)]);
    expect(engine.totals().byOrganisation.get(o2)?.actualMinor).toBe(500n);
    engine.apply([{ rowId: RowId.parse('r1'), row: null, organisationId: o1 }]);
    expect(engine.totals()).toEqual(computeTotals(structure, [theirs]));
  });

  it('TOT-13 ends empty when every row is gone', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const engine = createTotalsEngine(structure);
        engine.apply(rows.map(put));
        engine.apply(rows.map(({ id }) => ({ rowId: id, row: null })));
        expect(engine.totals()).toEqual(computeTotals(structure, []));
      }),
    );
  });
});

function sumActual(slices: Iterable<{ actualMinor: bigint }>): bigint {
  let sum = 0n;
  for (const { actualMinor } of slices) sum += actualMinor;
  return sum;
}
