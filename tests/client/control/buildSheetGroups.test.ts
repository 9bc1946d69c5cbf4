import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatrix } from '#client/control/buildMatrix.ts';
import { buildSheetGroups, isGrouped } from '#client/control/sheets/buildSheetGroups.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const base = buildReportStructure();
const kinds = ['department', 'executive', 'department'] as const;
const structure: ReportStructure = {
  ...base,
  organisations: base.organisations.map((organisation, index) => ({
    ...organisation,
    kind: kinds[index] ?? 'district',
  })),
};

test('CTL-23 every organisation stands once under its kind, in the order of the report, and the kinds add up', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const matrix = buildMatrix(structure, computeTotals(structure, rows));
      const groups = buildSheetGroups(matrix, structure, []);
      const listed = groups.flatMap(({ lines }) => lines.map(({ organisation }) => organisation.id));
      expect(listed.toSorted()).toEqual(matrix.organisations.map(({ id }) => id).toSorted());
      const sum = (part: 'actualMinor' | 'plannedMinor') =>
        groups.reduce((total, group) => total + group.total[part], 0n);
      expect(sum('actualMinor')).toBe(matrix.grand.sums.actualMinor);
      expect(sum('plannedMinor')).toBe(matrix.grand.sums.plannedMinor);
      for (const { cells, total } of groups) {
        expect(cells.length).toBe(matrix.rows.length);
        expect(cells.reduce((all, cell) => all + cell.actualMinor, 0n)).toBe(total.actualMinor);
      }
    }),
  );
});

test('CTL-23 one that has left the report stands last while it has rows, and what is filtered out is not counted', () => {
  const rows = [buildExpenditure('a', { actualMinor: 7 }, 'left'), buildExpenditure('b', { actualMinor: 5 })];
  const matrix = buildMatrix(structure, computeTotals(structure, rows));
  expect(
    buildSheetGroups(matrix, structure, []).map(({ kind, lines }) => [
      kind,
      lines.map(({ organisation }) => organisation.id),
    ]),
  ).toEqual([
    ['executive', ['o2']],
    ['department', ['o1', 'o3']],
    ['gone', ['left']],
  ]);
  const only = buildSheetGroups(matrix, structure, [], ({ organisation }) => organisation.id === 'o1');
  expect(only.map(({ kind, total }) => [kind, total.actualMinor])).toEqual([['department', 5n]]);
  expect(only[0]?.lines[0]?.sheet).toBe(null);
});

test('CTL-24 kinds are lines of their own only where there are many organisations', () => {
  const city = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: OrganisationId.parse(`o${index}`),
      name: '',
      shortName: '',
    }));
  expect(isGrouped({ organisations: city(12) })).toBe(false);
  expect(isGrouped({ organisations: city(60) })).toBe(true);
});
