import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrganisationId } from '#shared/model/ids.ts';
import { computeSheetFindings } from '#shared/submission/sheetFindings.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRow } from '#tests/support/rowArbitraries.ts';

const o1 = OrganisationId.parse('o1');
const structure = buildReportStructure();

test('SUB-20 errors and warnings of the sheet block it, what is wrong with the report does not', () => {
  const rows = [
    buildExpenditure('r1', { plannedMinor: 100, actualMinor: 200 }),
    buildExpenditure('r2', { measure: 'Папір', actualMinor: 5, plannedMinor: 5 }),
    buildExpenditure('r3', { measure: 'Папір', actualMinor: 5, plannedMinor: 5 }),
    buildActivity('r4', {
      indicatorId: structure.indicators.find(({ key }) => key === 'part')?.id ?? null,
      quantity: 9,
    }),
  ];
  const found = computeSheetFindings(structure, o1, rows);
  expect(found.map(({ key }) => key).sort()).toEqual([
    'expenditure.no-reason/r1/reason',
    'indicator.part-exceeds-whole/part/',
    'row.duplicate/r3/measure',
  ]);
  expect(new Set(found.map(({ finding }) => finding.severity))).toEqual(new Set(['error', 'warning']));
  expect(computeSheetFindings(structure, OrganisationId.parse('o2'), [])).toEqual([]);
});

test('SUB-20 a key names one finding of a sheet, short enough to be kept', () => {
  const sheet = fc.uniqueArray(anyRow, { maxLength: 24, selector: ({ id }) => id });
  fc.assert(
    fc.property(sheet, (rows) => {
      const own = rows.map((row) => ({ ...row, organisationId: o1 }));
      const keys = computeSheetFindings(structure, o1, own).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key.length).toBeLessThanOrEqual(150);
    }),
  );
});
