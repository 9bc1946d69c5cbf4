import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures, createFigureEngine } from '#shared/figures/FigureEngine.ts';
import { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { isBlocking } from '#shared/figures/FigureValue.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { Fund, type Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { computePercentTenths } from '#shared/money/ratio.ts';
import type { RowChange } from '#shared/totals/RowRegister.ts';
import { noMoney } from '#shared/totals/Totals.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import {
  buildActivitiesFigure,
  buildIndicatorFigure,
  buildListFigure,
  buildMoneyFigure,
  buildPercentFigure,
  buildTableFigure,
} from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyFigure } from '#tests/support/figureArbitraries.ts';
import { recountFigure, simplify } from '#tests/support/recountFigure.ts';
import { anyRow, anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const o1 = OrganisationId.parse('o1');
const put = (row: Row): RowChange => ({ rowId: row.id, row });
const read = (rows: readonly Row[], spec: FigureSpec | null, of: ReportStructure = structure) => {
  const [value] = computeFigures(of, rows, [spec]);
  if (value === undefined) throw new Error('no figure');
  return value;
};
const amountOf = (rows: readonly Row[], spec: FigureSpec) => read(rows, spec).amount?.value;

describe('figures and totals', () => {
  it('FIG-1 an unfiltered figure is the total, a filtered one the slice of the totals', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const totals = computeTotals(structure, rows);
        const expectSums = (filter: FigureSpec['filter'], sums = noMoney) => {
          expect(amountOf(rows, buildMoneyFigure({ filter }))).toBe(sums.actualMinor);
          expect(amountOf(rows, buildMoneyFigure({ filter, sum: 'planned' }))).toBe(sums.plannedMinor);
          const percent = read(rows, buildPercentFigure(filter));
          const tenths = computePercentTenths(sums);
          expect(percent.amount?.value ?? null).toBe(tenths === null ? null : BigInt(tenths));
          expect(percent.rowCount).toBe(sums.rowCount);
        };
        expectSums({}, totals.grand);
        expectSums({ directionId: null }, totals.withoutDirection);
        for (const fund of Fund.options) expectSums({ fund }, totals.byFund.get(fund));
        for (const { id: organisationId } of structure.organisations)
          expectSums({ organisationId }, totals.byOrganisation.get(organisationId));
        for (const { id: directionId } of structure.directions) {
          expectSums({ directionId }, totals.byDirection.get(directionId));
          for (const { id: organisationId } of structure.organisations) {
            const sums = totals.byDirectionOrganisation.get(directionId)?.get(organisationId);
            expectSums({ directionId, organisationId }, sums);
          }
          expect(amountOf(rows, buildActivitiesFigure({ filter: { directionId } }))).toBe(
            BigInt(totals.activityCounts.get(directionId) ?? 0),
          );
        }
        expect(amountOf(rows, buildActivitiesFigure())).toBe(BigInt(totals.activityCount));
        for (const { id, key } of structure.indicators) {
          const total = totals.indicators.get(id);
          const value = read(rows, buildIndicatorFigure(key));
          expect(value).toMatchObject({
            amount: { unit: 'count', value: BigInt(total?.value ?? 0) },
            rowCount: total?.rowCount ?? 0,
          });
          for (const { id: organisationId } of structure.organisations) {
            expect(amountOf(rows, buildIndicatorFigure(key, { filter: { organisationId } }))).toBe(
              BigInt(total?.byOrganisation.get(organisationId)?.value ?? 0),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('FIG-2 FIG-9 after any changes a figure and its rows are those of a recount', () => {
    const change: fc.Arbitrary<RowChange> = fc.oneof(
      { arbitrary: anyRow.map(put), weight: 3 },
      {
        arbitrary: anyRow.map(({ id, organisationId }) => ({ rowId: id, row: null, organisationId })),
        weight: 1,
      },
      { arbitrary: anyRow.map(({ id }) => ({ rowId: id, row: null })), weight: 1 },
    );
    const batches = fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(batches, fc.array(anyFigure, { minLength: 1, maxLength: 12 }), (changes, specs) => {
        const engine = createFigureEngine(structure);
        const sheets = new Map<string, Row>();
        for (const batch of changes) {
          engine.apply(batch);
          for (const { rowId, row, organisationId } of batch) {
            if (row !== null) sheets.set(`${row.organisationId}/${rowId}`, row);
            else if (organisationId !== undefined) sheets.delete(`${organisationId}/${rowId}`);
            else for (const key of [...sheets.keys()]) if (key.endsWith(`/${rowId}`)) sheets.delete(key);
          }
          for (const spec of specs) expectRecount(engine, spec, [...sheets.values()]);
        }
      }),
      { numRuns: 300 },
    );
  });

  function expectRecount(engine: ReturnType<typeof createFigureEngine>, spec: FigureSpec, rows: Row[]) {
    const value = engine.read(spec);
    const recount = recountFigure(spec, structure, rows);
    if (recount === null) {
      expect(value).toMatchObject({ amount: null, rowCount: 0 });
      expect(value.problem).toMatch(/-gone$/);
      expect(engine.rowsBehind(spec)).toEqual([]);
      return;
    }
    expect(engine.rowsBehind(spec)).toEqual(recount.rows);
    expect(value.rowCount).toBe(recount.rows.length);
    if (recount.value !== null) expect(value.amount?.value).toBe(recount.value);
    if (spec.kind === 'list' && !isBlocking(value.problem)) {
      expect(value.text === '—' ? [] : simplify(value.text).split(/, | та /)).toEqual(
        spec.of === 'activities' ? recount.names : expect.arrayContaining(recount.names),
      );
    }
  }

  it('FIG-9 the rows behind a figure, counted alone, give the figure again', () => {
    fc.assert(
      fc.property(anyRows, anyFigure, (rows, spec) => {
        const engine = createFigureEngine(structure);
        engine.apply(rows.map(put));
        expect(read(engine.rowsBehind(spec), spec)).toEqual(engine.read(spec));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the engine', () => {
  it('FIG-3 gives the same object until something else is to be printed', () => {
    const engine = createFigureEngine(structure);
    engine.apply([put(buildExpenditure('r1', { actualMinor: 5_00, fund: 'general' }))]);
    const all = engine.read(buildMoneyFigure());
    const special = engine.read(buildMoneyFigure({ filter: { fund: 'special' } }));
    expect(engine.read(buildMoneyFigure())).toBe(all);
    // The order of the fields is no difference.
    const { kind, ...rest } = buildMoneyFigure();
    expect(engine.read({ ...rest, kind })).toBe(all);

    engine.apply([put(buildExpenditure('r1', { actualMinor: 6_00, fund: 'general' }))]);
    expect(engine.read(buildMoneyFigure()).text).toBe('6,00\u00A0грн');
    expect(engine.read(buildMoneyFigure({ filter: { fund: 'special' } }))).toBe(special);
    engine.apply([put(buildExpenditure('r1', { actualMinor: 6_00, fund: 'general', note: 'інше' }))]);
    expect(all.text).toBe('5,00\u00A0грн');
  });

  it('FIG-3 a changed row costs the change: of the other rows none is looked at again', () => {
    let reads = 0;
    const watch = (row: Row): Row =>
      new Proxy(row, {
        get(target, name, receiver) {
          if (name === 'values') reads += 1;
          return Reflect.get(target, name, receiver);
        },
      });
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      index % 2 === 0
        ? buildActivity(`r${index}`, { indicatorId: structure.indicators[0]?.id ?? null, quantity: 1 })
        : buildExpenditure(`r${index}`, { actualMinor: index, directionId: d1 }),
    );
    const specs = [
      buildMoneyFigure(),
      buildMoneyFigure({ filter: { directionId: d1 }, format: 'words' }),
      buildPercentFigure(),
      buildIndicatorFigure('sum'),
      buildActivitiesFigure(),
      buildListFigure(),
    ];
    const engine = createFigureEngine(structure);
    engine.apply(rows.map(watch).map(put));
    for (const spec of specs) engine.read(spec);
    expect(reads).toBeGreaterThan(1_000);
    reads = 0;
    engine.apply([put(watch(buildExpenditure('r1', { actualMinor: 7, directionId: d1 })))]);
    for (const spec of specs) engine.read(spec);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(60);
  });

  it('FIG-9 the rows behind are the same array until one of them changes', () => {
    const engine = createFigureEngine(structure);
    const spec = buildMoneyFigure({ filter: { fund: 'general' } });
    engine.apply([put(buildExpenditure('r1', { fund: 'general' })), put(buildExpenditure('r2'))]);
    const behind = engine.rowsBehind(spec);
    engine.apply([put(buildExpenditure('r2', { actualMinor: 5 }))]);
    expect(engine.rowsBehind(buildPercentFigure({ fund: 'general' }))).toBe(behind);
    engine.apply([put(buildExpenditure('r2', { fund: 'general' }))]);
    expect(behind).toHaveLength(1);
    expect(engine.rowsBehind(spec)).toHaveLength(2);
  });

  it('FIG-11 forgets what it is not told to keep, and counts it again when it is read', () => {
    const engine = createFigureEngine(structure);
    engine.apply([put(buildActivity('r1', { content: 'Нарада' }))]);
    const kept = engine.read(buildActivitiesFigure());
    const dropped = engine.read(buildListFigure({ of: 'activities' }));
    engine.retain([buildActivitiesFigure(), null]);
    expect(engine.read(buildActivitiesFigure())).toBe(kept);
    const again = engine.read(buildListFigure({ of: 'activities' }));
    expect(again).not.toBe(dropped);
    expect(again).toEqual(dropped);
  });

  it('FIG-12 counts anew when the structure changes, and prints anew when only words do', () => {
    const [first, ...others] = structure.indicators;
    if (first === undefined) throw new Error('no indicator');
    const renamed = {
      ...structure,
      indicators: [{ ...first, forms: { one: 'нарада', few: 'наради', many: 'нарад' } }, ...others],
    };
    const recounted = { ...structure, indicators: [{ ...first, aggregation: 'count' as const }, ...others] };
    const engine = createFigureEngine(structure);
    engine.apply([put(buildActivity('r1', { indicatorId: first.id, quantity: 5 }))]);
    const before = engine.read(buildIndicatorFigure('sum'));
    expect(before.text).toBe('5 заходів');
    engine.setStructure({ ...structure });
    expect(engine.read(buildIndicatorFigure('sum'))).toBe(before);
    engine.setStructure(renamed);
    expect(engine.read(buildIndicatorFigure('sum')).text).toBe('5 нарад');
    engine.setStructure(recounted);
    expect(engine.read(buildIndicatorFigure('sum')).text).toBe('1 захід');
    engine.setStructure({ ...structure, indicators: [] });
    expect(engine.read(buildIndicatorFigure('sum')).problem).toBe('indicator-gone');
  });

  it('FIG-12 after any change of structure figures are those of a new engine', () => {
    const other: ReportStructure = {
      ...structure,
      directions: structure.directions.slice(1).toReversed(),
      organisations: structure.organisations.toReversed(),
      indicators: structure.indicators.slice(0, 3).map((each) => ({ ...each, aggregation: 'distinct' })),
    };
    fc.assert(
      fc.property(anyRows, fc.array(anyFigure, { maxLength: 20 }), (rows, specs) => {
        const engine = createFigureEngine(structure);
        engine.apply(rows.map(put));
        for (const spec of specs) engine.read(spec);
        engine.setStructure(other);
        expect(specs.map((spec) => engine.read(spec))).toEqual(computeFigures(other, rows, specs));
      }),
      { numRuns: 100 },
    );
  });

  it('FIG-13 two hundred figures of one paragraph follow each change', () => {
    const specs = fc.sample(anyFigure, { numRuns: 200, seed: 835 });
    const rows = fc.sample(anyRow, { numRuns: 60, seed: 2020 });
    const engine = createFigureEngine(structure);
    const standing = new Map<string, Row>();
    for (const row of rows) {
      engine.apply([put(row)]);
      standing.set(`${row.organisationId}/${row.id}`, row);
      const values = specs.map((spec) => engine.read(spec));
      expect(values).toEqual(computeFigures(structure, standing.values(), specs));
    }
  });
});

describe('what a figure counts', () => {
  const sum = structure.indicators[0]?.id ?? null;

  it('FIG-4 an indicator is counted by another aggregation than its own when the figure says so', () => {
    const rows = [
      buildActivity('r1', { indicatorId: sum, quantity: 3, content: 'Нарада', period: '2020-02-01' }),
      buildActivity('r2', { indicatorId: sum, quantity: 4, content: 'нарада', period: '2020-01-01' }),
      buildActivity('r3', { indicatorId: sum }),
    ];
    const value = (aggregation: 'sum' | 'count' | 'latest' | 'distinct' | null) =>
      amountOf(rows, buildIndicatorFigure('sum', { aggregation }));
    expect([value(null), value('sum'), value('count'), value('latest'), value('distinct')]).toEqual([
      7n,
      7n,
      3n,
      3n,
      1n,
    ]);
  });

  it('FIG-5 with a state exactly the rows in it count, without one all that was carried out', () => {
    const rows = (['done', 'in-progress', 'postponed', 'cancelled', null] as const).map((state, index) =>
      buildActivity(`r${index}`, { indicatorId: sum, quantity: 10 ** index, state }),
    );
    const value = (filter: FigureSpec['filter']) => amountOf(rows, buildIndicatorFigure('sum', { filter }));
    expect(value({})).toBe(10_011n);
    expect(value({ state: 'postponed' })).toBe(100n);
    expect(value({ state: 'cancelled' })).toBe(1_000n);
    expect(amountOf(rows, buildActivitiesFigure())).toBe(5n);
    expect(amountOf(rows, buildActivitiesFigure({ filter: { state: 'cancelled' } }))).toBe(1n);
  });

  it('FIG-6 a field that one table has does not narrow the other, and in a list leaves it out', () => {
    const rows = [
      buildActivity('r1', { indicatorId: sum, quantity: 2, form: 'online', content: 'Нарада' }, 'o1'),
      buildExpenditure('r2', { actualMinor: 5, fund: 'special', kekv: ' 2240 ' }, 'o2'),
      buildExpenditure('r3', { actualMinor: 7, fund: 'general' }, 'o3'),
    ];
    expect(amountOf(rows, buildMoneyFigure({ filter: { form: 'online' } }))).toBe(12n);
    expect(amountOf(rows, buildIndicatorFigure('sum', { filter: { fund: 'special' } }))).toBe(2n);
    expect(amountOf(rows, buildMoneyFigure({ filter: { kekv: '2240' } }))).toBe(5n);
    const list = (filter: FigureSpec['filter']) => read(rows, buildListFigure({ filter })).text;
    expect(list({})).toBe('o1, o2 та o3');
    expect(list({ fund: 'special' })).toBe('o2');
    expect(list({ form: 'online' })).toBe('o1');
    expect(list({ form: 'online', fund: 'special' })).toBe('—');
  });

  it('FIG-7 a blank code means rows without a code, no direction those without a known one', () => {
    const rows = [
      buildExpenditure('r1', { actualMinor: 1, kpkvk: '0210180', directionId: d1 }),
      buildExpenditure('r2', { actualMinor: 2, kpkvk: ' ' }),
      buildExpenditure('r3', { actualMinor: 4, directionId: DirectionId.parse('gone') }),
    ];
    expect(amountOf(rows, buildMoneyFigure({ filter: { kpkvk: '' } }))).toBe(6n);
    expect(amountOf(rows, buildMoneyFigure({ filter: { directionId: null } }))).toBe(6n);
  });
});

describe('figures that cannot be trusted', () => {
  const rows = [
    buildExpenditure('r1', { actualMinor: 100, directionId: d1 }),
    buildActivity('r2', { content: 'Нарада' }, 'stranger'),
  ];

  it.each([
    [
      'direction-gone',
      '[немає напряму]',
      buildMoneyFigure({ filter: { directionId: DirectionId.parse('gone') } }),
    ],
    [
      'organisation-gone',
      '[немає виконавця]',
      buildActivitiesFigure({ filter: { organisationId: OrganisationId.parse('stranger') } }),
    ],
    ['indicator-gone', '[немає показника]', buildIndicatorFigure('gone')],
    [
      'indicator-gone',
      '[немає показника]',
      buildListFigure({ indicatorId: buildIndicatorFigure('gone').indicatorId }),
    ],
    ['unreadable', '[число не читається]', null],
  ] as const)('FIG-8 %s prints %s, has no rows and blocks', (problem, text, spec) => {
    expect(read(rows, spec)).toEqual({ text, amount: null, rowCount: 0, problem });
    expect(isBlocking(problem)).toBe(true);
    const engine = createFigureEngine(structure);
    engine.apply(rows.map(put));
    expect(engine.rowsBehind(spec)).toEqual([]);
  });

  it('FIG-8 a list that would name an organisation that has left blocks too', () => {
    expect(read(rows, buildListFigure())).toMatchObject({
      problem: 'organisation-gone',
      amount: null,
      rowCount: 2,
    });
  });

  it('FIG-10 no rows print as zero or a dash, and warn', () => {
    const filter = { organisationId: o1, fund: 'state' as const, state: 'cancelled' as const };
    const print = (spec: FigureSpec) => {
      const { text, problem, rowCount } = read([], spec);
      expect([problem, rowCount, isBlocking(problem)]).toEqual(['no-rows', 0, false]);
      return text.replaceAll('\u00A0', ' ');
    };
    expect(print(buildMoneyFigure({ filter }))).toBe('0,00 грн');
    expect(print(buildMoneyFigure({ filter, sum: 'deviation' }))).toBe('0,00 грн');
    expect(print(buildMoneyFigure({ filter, format: 'words' }))).toBe('нуль гривень 00 копійок');
    expect(print(buildPercentFigure(filter))).toBe('—');
    expect(print(buildIndicatorFigure('sum', { filter }))).toBe('0 заходів');
    expect(print(buildIndicatorFigure('latest', { filter, format: 'over' }))).toBe('0 заходів');
    expect(print(buildActivitiesFigure({ filter, format: 'words' }))).toBe('нуль заходів');
    expect(print(buildListFigure({ filter }))).toBe('—');
    expect(print(buildTableFigure({ filter }))).toBe('Заходи: 0 рядків');
  });

  it('FIG-10 a share of nothing planned is a dash, and warns', () => {
    expect(read(rows, buildPercentFigure())).toEqual({
      text: '—',
      amount: null,
      rowCount: 1,
      problem: 'nothing-planned',
    });
    expect(isBlocking('nothing-planned')).toBe(false);
  });

  it('FIG-14 a stored figure with anything this version does not know is not read at all', () => {
    const good = buildMoneyFigure({ filter: { fund: 'special' } });
    expect(FigureSpec.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, filter: { ...good.filter, quarter: 1 } },
      { ...good, rounding: 'up' },
      { ...good, filter: { fund: 'lottery' } },
      { ...good, kind: 'median' },
      { ...good, filter: { directionId: '../secret' } },
    ])
      expect(FigureSpec.safeParse(bad).success).toBe(false);
  });
});
