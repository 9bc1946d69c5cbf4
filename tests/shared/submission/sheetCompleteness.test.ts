import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { computeSheetCompleteness, countGaps } from '#shared/submission/sheetCompleteness.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRow } from '#tests/support/rowArbitraries.ts';

const o1 = OrganisationId.parse('o1');
const structure = buildReportStructure();
const [d1, d2, d3] = ['d1', 'd2', 'd3'].map((id) => DirectionId.parse(id));
const gone = DirectionId.parse('gone');

test('CTL-21 rows of both tables are counted under their directions, and those that are only begun nowhere', () => {
  const { rowsByDirection } = computeSheetCompleteness(structure, o1, [
    buildActivity('r1', { directionId: d1 ?? null, content: 'Нарада' }),
    buildExpenditure('r2', { directionId: d1 ?? null, measure: 'Папір', actualMinor: 1 }),
    buildExpenditure('r3', { directionId: d3 ?? null }),
    buildActivity('r4'),
    buildActivity('r5', { content: '  ', note: '' }),
    buildExpenditure('r6', { directionId: gone, measure: 'Квіти', actualMinor: 2 }),
  ]);
  expect(rowsByDirection).toEqual({ d1: 2, d3: 1 });
});

test('CTL-21 every row that is more than begun stands in one direction, or is told to have none', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const readable = rows.filter(({ flaws }) => Object.keys(flaws).length === 0);
      const { rowsByDirection, missing } = computeSheetCompleteness(structure, o1, readable);
      const counted = Object.values(rowsByDirection).reduce((sum, count) => sum + count, 0);
      const begun = readable.filter(({ values }) =>
        Object.values(values).every((value) => value === null || String(value).trim() === ''),
      );
      expect(counted + missing.withoutDirection).toBe(readable.length - begun.length);
    }),
  );
});

test('CTL-22 what is missing is named: directions without rows, rows without a direction, a name, a sum', () => {
  const { missing } = computeSheetCompleteness(structure, o1, [
    buildActivity('r1', { content: 'Нарада' }),
    buildActivity('r2', { directionId: gone, note: 'без змісту' }),
    buildExpenditure('r3', { directionId: d2 ?? null, plannedMinor: 5 }),
    { ...buildExpenditure('r4', { directionId: d2 ?? null }), flaws: { actualMinor: flaw, measure: flaw } },
    { ...buildActivity('r5', { content: 'Нарада' }), flaws: { directionId: flaw } },
    buildExpenditure('r6', { directionId: d2 ?? null, measure: 'Нуль — теж сума', actualMinor: 0 }),
    buildActivity('r7'),
  ]);
  expect(missing).toEqual({ directions: [d1], withoutDirection: 2, withoutName: 2, withoutAmount: 1 });
  expect(countGaps(missing)).toBe(6);
  // Of an organisation that writes no text nothing is expected.
  expect(computeSheetCompleteness(structure, OrganisationId.parse('o3'), []).missing.directions).toEqual([]);
});

const flaw = { code: 'wrong-type', raw: '{}' } as const;
