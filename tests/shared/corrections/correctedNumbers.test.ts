import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildCorrectionRows,
  correctionsOwner,
  isCorrectionRow,
} from '#shared/corrections/correctionRows.ts';
import { computeFigures, createFigureEngine } from '#shared/figures/FigureEngine.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { noMoney } from '#shared/totals/Totals.ts';
import { computeTotals, createTotalsEngine } from '#shared/totals/TotalsEngine.ts';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { anyCorrections, buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildActivitiesFigure, buildIndicatorFigure, buildListFigure } from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyFigure } from '#tests/support/figureArbitraries.ts';
import { recountFigure } from '#tests/support/recountFigure.ts';
import { recountTotals } from '#tests/support/recountTotals.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const plain = structure;
const d1 = DirectionId.parse('d1');
const sum = IndicatorId.parse('sum');
const count = IndicatorId.parse('count');
const put = (row: Parameters<typeof computeTotals>[1] extends Iterable<infer R> ? R : never) => ({
  rowId: row.id,
  row,
});

describe('totals with corrections', () => {
  it('TOT-20 equal a naive recount of rows and corrections, whatever came in which order', () => {
    fc.assert(
      fc.property(anyRows, anyCorrections, anyCorrections, (rows, first, corrections) => {
        const corrected = { ...structure, corrections };
        const expected = recountTotals(corrected, rows);
        expect(computeTotals(corrected, rows)).toEqual(expected);
        const engine = createTotalsEngine({ ...structure, corrections: first });
        engine.apply(rows.map(put));
        engine.totals();
        engine.setStructure(corrected);
        expect(engine.totals()).toEqual(expected);
        engine.setStructure(structure);
        expect(engine.totals()).toEqual(recountTotals(structure, rows));
      }),
    );
  });

  it('TOT-20 keep the view where a correction says the same in other words', () => {
    const corrections = [buildCorrection('c1')];
    const engine = createTotalsEngine({ ...structure, corrections });
    const before = engine.totals();
    engine.setStructure({ ...structure, corrections: [buildCorrection('c1', { reason: 'Інші слова' })] });
    expect(engine.totals()).toBe(before);
  });

  it('TOT-21 have a correction under nobody’s name, where it is a line of its own', () => {
    const rows = [
      buildActivity('r1', { directionId: d1, indicatorId: sum, quantity: 40 }, OrganisationId.parse('o1')),
      buildActivity('r2', { directionId: d1, indicatorId: sum, quantity: 30 }, OrganisationId.parse('o2')),
      buildExpenditure('r3', { directionId: d1, actualMinor: 100_00, plannedMinor: 150_00 }),
    ];
    const corrections = [
      buildCorrection('c1'),
      buildCorrection('c2', { subject: buildMoneySubject({ actualMinor: -20_00 }) }),
    ];
    const totals = computeTotals({ ...structure, corrections }, rows);
    const total = totals.indicators.get(sum);
    expect([total?.value, total?.rowCount]).toEqual([58, 3]);
    expect(total?.byOrganisation.get(correctionsOwner)).toEqual({ value: -12, rowCount: 1 });
    expect(total?.byOrganisation.get(OrganisationId.parse('o1'))?.value).toBe(40);
    expect(totals.byDirection.get(d1)).toEqual({ plannedMinor: 150_00n, actualMinor: 80_00n, rowCount: 2 });
    expect(totals.byDirectionOrganisation.get(d1)?.get(correctionsOwner)?.actualMinor).toBe(-20_00n);
    expect([totals.activityCount, totals.activityCounts.get(d1)]).toEqual([2, 2]);
  });

  it('TOT-22 of a number of rows say how many rows there are too many, and are none themselves', () => {
    const rows = ['r1', 'r2', 'r3'].map((id) => buildActivity(id, { directionId: d1, indicatorId: count }));
    const subject = { of: 'indicator' as const, indicatorId: count, quantity: -2 };
    const totals = computeTotals({ ...structure, corrections: [buildCorrection('c1', { subject })] }, rows);
    expect(totals.indicators.get(count)).toMatchObject({ value: 1, rowCount: 4 });
    expect(totals.activityCount).toBe(3);
  });

  it('TOT-22 leave the newest value and the number of different ones alone', () => {
    const corrections = ['latest', 'distinct'].map((id) =>
      buildCorrection(`c-${id}`, {
        subject: { of: 'indicator', indicatorId: IndicatorId.parse(id), quantity: 5 },
      }),
    );
    expect(computeTotals({ ...structure, corrections }, []).indicators.size).toBe(0);
  });
});

describe('rows behind a corrected number', () => {
  it('COR-1 have the corrections among them, and counted alone give the number again', () => {
    fc.assert(
      fc.property(anyRows, anyCorrections, (rows, corrections) => {
        const corrected = { ...structure, corrections };
        const totals = computeTotals(corrected, rows);
        const select = (selection: TotalSelection) => selectRows(rows, selection, corrected);
        expect(computeTotals(plain, select({ measure: 'money' })).grand).toEqual(totals.grand);
        for (const { id: directionId } of structure.directions) {
          const behind = select({ measure: 'money', directionId });
          expect(computeTotals(plain, behind).grand).toEqual(totals.byDirection.get(directionId) ?? noMoney);
        }
        const own = select({ measure: 'money', organisationId: correctionsOwner });
        expect(own.every(isCorrectionRow)).toBe(true);
        expect(computeTotals(plain, own).grand).toEqual(
          totals.byOrganisation.get(correctionsOwner) ?? noMoney,
        );
        for (const [indicatorId, total] of totals.indicators) {
          const behind = select({ measure: 'indicator', indicatorId });
          expect(computeTotals(plain, behind).indicators.get(indicatorId)).toEqual(total);
        }
        expect(select({ measure: 'activities' })).toHaveLength(totals.activityCount);
      }),
    );
  });

  it('COR-2 of any figure in the text are those of a naive recount', () => {
    fc.assert(
      fc.property(anyRows, anyCorrections, anyFigure, (rows, corrections, spec) => {
        const corrected = { ...structure, corrections };
        // One id in two sheets is one row of each; the oracle has both.
        const engine = createFigureEngine(structure);
        engine.apply(rows.map(put));
        engine.read(spec);
        engine.setStructure(corrected);
        const counted = [...new Map(rows.map((row) => [`${row.organisationId}/${row.id}`, row])).values()];
        const recount = recountFigure(spec, corrected, counted);
        if (recount === null) {
          expect(engine.rowsBehind(spec)).toEqual([]);
          return;
        }
        const value = engine.read(spec);
        if (recount.value !== null && value.amount !== null) expect(value.amount.value).toBe(recount.value);
        expect(value.rowCount).toBe(recount.rows.length);
        expect(engine.rowsBehind(spec)).toEqual(recount.rows);
      }),
    );
  });

  it('COR-2 are of the indicator as it is counted, and of no list, no form and no number of activities', () => {
    const corrected = { ...structure, corrections: [buildCorrection('c1')] };
    const rows = [buildActivity('r1', { directionId: d1, indicatorId: sum, quantity: 40, form: 'online' })];
    const specs = [
      buildIndicatorFigure('sum'),
      buildIndicatorFigure('sum', { aggregation: 'count' }),
      buildIndicatorFigure('sum', { filter: { form: 'online' } }),
      buildActivitiesFigure(),
    ];
    const values = computeFigures(corrected, rows, specs).map(({ amount }) => amount?.value);
    expect(values).toEqual([28n, 1n, 40n, 1n]);
    const [list] = computeFigures(corrected, rows, [buildListFigure({ of: 'organisations' })]);
    expect(list?.rowCount).toBe(1);
  });

  it('COR-2 print in words what a correction leaves below zero', () => {
    const corrected = { ...structure, corrections: [buildCorrection('c1')] };
    const [value] = computeFigures(corrected, [], [buildIndicatorFigure('sum', { format: 'words' })]);
    expect(value?.text).toBe('мінус дванадцять заходів');
  });

  it('COR-3 say why, and whom it concerns in the order of the report', () => {
    const organisationIds = ['o2', 'o1'].map((id) => OrganisationId.parse(id));
    const [row] = buildCorrectionRows({
      ...structure,
      corrections: [buildCorrection('c1', { organisationIds })],
    });
    expect(row?.values).toMatchObject({
      content: 'Тих самих осіб порахували двічі',
      note: 'Стосується: o1, o2',
      quantity: -12,
    });
  });
});
