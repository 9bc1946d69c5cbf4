import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import { noMoney } from '#shared/totals/Totals.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows, organisationIds } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();

describe('the rows behind a number', () => {
  it('TOT-17 give every money total again when counted alone', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const totals = computeTotals(structure, rows);
        const recount = (selection: Omit<TotalSelection, 'measure'>) =>
          computeTotals(structure, selectRows(rows, { measure: 'money', ...selection }, structure)).grand;

        expect(recount({})).toEqual(totals.grand);
        expect(recount({ directionId: null })).toEqual(totals.withoutDirection);
        for (const { id: directionId } of structure.directions) {
          expect(recount({ directionId })).toEqual(totals.byDirection.get(directionId) ?? noMoney);
          for (const organisationId of organisationIds) {
            expect(recount({ directionId, organisationId })).toEqual(
              totals.byDirectionOrganisation.get(directionId)?.get(organisationId) ?? noMoney,
            );
          }
        }
        for (const [organisationId, sums] of totals.byOrganisation)
          expect(recount({ organisationId })).toEqual(sums);
        for (const [fund, sums] of totals.byFund) expect(recount({ fund })).toEqual(sums);
        for (const [kpkvk, sums] of totals.byKpkvk) expect(recount({ kpkvk })).toEqual(sums);
        for (const [kekv, sums] of totals.byKekv) expect(recount({ kekv })).toEqual(sums);
      }),
    );
  });

  it('TOT-17 give every indicator and activity count again when counted alone', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const totals = computeTotals(structure, rows);
        for (const [indicatorId, total] of totals.indicators) {
          const behind = selectRows(rows, { measure: 'indicator', indicatorId }, structure);
          expect(behind).toHaveLength(total.rowCount);
          expect(computeTotals(structure, behind).indicators).toEqual(new Map([[indicatorId, total]]));
          for (const [organisationId, part] of total.byOrganisation) {
            const theirs = selectRows(rows, { measure: 'indicator', indicatorId, organisationId }, structure);
            expect(computeTotals(structure, theirs).indicators.get(indicatorId)).toMatchObject(part);
          }
        }
        expect(selectRows(rows, { measure: 'activities' }, structure)).toHaveLength(totals.activityCount);
        for (const [directionId, count] of totals.activityCounts) {
          expect(selectRows(rows, { measure: 'activities', directionId }, structure)).toHaveLength(count);
        }
      }),
    );
  });

  it('TOT-17 keep the order given and the rows themselves', () => {
    const first = buildActivity('r2', { indicatorId: IndicatorId.parse('sum'), quantity: 1 });
    const second = buildActivity('r1', { indicatorId: IndicatorId.parse('count') });
    const rows = [first, buildExpenditure('r3', { directionId: DirectionId.parse('d1') }), second];
    expect(selectRows(rows, { measure: 'indicator' }, structure)).toEqual([first, second]);
    expect(selectRows(rows, { measure: 'indicator' }, structure)[0]).toBe(first);
  });
});
