import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldSpecs } from '#client/grid/fields.ts';
import { buildPaste } from '#client/grid/paste/buildPaste.ts';
import { parseTsv } from '#client/grid/paste/parseTsv.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const labels: Record<string, string> = { general: 'Загальний фонд', special: 'Спеціальний фонд' };
const columns = fieldSpecs.expenditure.map(({ field }): string => field);

function plan(text: string, from: string, rows = [buildExpenditure('r1')], mine = ['o1']) {
  return buildPaste(parseTsv(text), {
    table: 'expenditure',
    structure,
    columns: columns.slice(columns.indexOf(from)),
    rows,
    mayWrite: (organisationId: OrganisationId) => mine.includes(organisationId),
    columnTitle: (field) => field,
    choiceLabel: (_field, value) => labels[value] ?? value,
  });
}

/** As Excel and LibreOffice write the clipboard. */
function writeTsv(block: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return block.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');
}

test('GRD-6 every block a spreadsheet writes is read back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('а', 'б', '1', ',', '"', '\t', '\n', ' '), maxLength: 8 });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});

test('GRD-6 a quote that nothing closes is a letter', () => {
  expect(parseTsv('"Віза\t15" труба')).toEqual([['"Віза', '15" труба']]);
});

test('GRD-6 choices are pasted as they are shown, a direction also by its number', () => {
  const { cells, refused } = plan('2\tСувеніри\tспеціальний фонд\t0210180\t2210\t1 000,50\t', 'directionId');
  expect(refused).toEqual([]);
  expect(Object.fromEntries(cells.map(({ field, value }) => [field, value]))).toEqual({
    directionId: 'd2',
    measure: 'Сувеніри',
    fund: 'special',
    kpkvk: '0210180',
    kekv: '2210',
    plannedMinor: 100_050,
    actualMinor: null,
  });
});

test('GRD-6 what does not fit is listed, and the rest goes in', () => {
  const { cells, refused } = plan('390,023\t5', 'plannedMinor');
  expect(cells.map(({ field, value }) => [field, value])).toEqual([['actualMinor', 500]]);
  expect(refused).toMatchObject([{ line: 1, column: 'plannedMinor', text: '390,023' }]);
  expect(refused[0]?.error.code).toBe('money.ambiguous');
});

test("GRD-6 a block over another's row touches nothing of it", () => {
  const rows = [buildExpenditure('r1'), buildExpenditure('r2', {}, 'o2')];
  const { cells, refused } = plan('1\n2', 'plannedMinor', rows);
  expect(cells).toMatchObject([{ organisationId: 'o1', value: 100 }]);
  expect(refused.map(({ line, error }) => [line, error.code])).toEqual([[2, 'access.not-your-sheet']]);
});

test('GRD-6 rows that are not there are added, empty lines are not', () => {
  const { newRows } = plan('1\n2\n\n3', 'plannedMinor');
  expect(newRows).toEqual([{ plannedMinor: 200 }, { plannedMinor: 300 }]);
});
