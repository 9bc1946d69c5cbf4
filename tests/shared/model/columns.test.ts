import { describe, expect, it } from 'vitest';
import { computeFindings } from '#shared/checks/findings.ts';
import { orderFindings } from '#shared/checks/orderFindings.ts';
import { columnSetOf, judgeRow, judgeRows } from '#shared/model/columns.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import { parseValues } from '#shared/model/rows.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const columns = [
  buildColumn('c1', { kind: 'choice', options: ['Так', 'Ні'] }),
  buildColumn('c2', { isRequired: true, title: 'Адреса' }),
  buildColumn('c3', { kind: 'money', table: 'expenditure', isRequired: true }),
];
const structure = { ...buildReportStructure(), columns };
const set = columnSetOf(structure);

function find(rows: Parameters<typeof judgeRows>[0]) {
  const judged = judgeRows(rows, structure);
  const findings = computeFindings(structure, judged, computeTotals(structure, judged));
  return orderFindings(findings, ({ rowId }) => judged.find(({ id }) => id === rowId));
}

describe('added columns', () => {
  it('COL-4 a field of an added column is named by its kind and its id, and by nothing else', () => {
    expect(isExtraField('x:money:c1')).toBe(true);
    for (const name of ['x:c1', 'x:float:c1', 'x:text:', 'x:text:a/b', 'content', 'y:text:c1', ''])
      expect(isExtraField(name)).toBe(false);
  });

  it('COL-5 a choice that is offered no more, and a value of no column, are flaws with what stands there', () => {
    const row = buildActivity('r1', { note: 'є' });
    const judged = judgeRow(
      {
        ...row,
        values: { ...row.values, 'x:choice:c1': 'Може', 'x:text:gone': 'слова', 'x:text:c2': 'вул.' },
      },
      set,
    );
    expect(judged.values).toEqual({ ...row.values, 'x:text:c2': 'вул.' });
    expect(judged.flaws).toEqual({
      'x:choice:c1': { code: 'no-option', raw: 'Може' },
      'x:text:gone': { code: 'no-column', raw: 'слова' },
    });
    // A column of the other table is none of this one.
    const foreign = judgeRow({ ...row, values: { ...row.values, 'x:money:c3': 100 } }, set);
    expect(foreign.flaws).toEqual({ 'x:money:c3': { code: 'no-column', raw: '100' } });
  });

  it('COL-6 a row of which every value fits is the row itself', () => {
    const plain = buildActivity('r1', { content: 'Нарада' });
    expect(judgeRow(plain, set)).toBe(plain);
    const filled = { ...plain, values: { ...plain.values, 'x:choice:c1': 'Так' } };
    expect(judgeRow(filled, set)).toBe(filled);
    expect(judgeRow(filled, columnSetOf({ columns: [] }))).not.toBe(filled);
  });

  it('COL-7 an empty cell of a required column is a finding, and a flagged one has its own', () => {
    const row = buildActivity('r1', {}, 'o1');
    const expenditure = buildExpenditure('r2');
    expect(find([row, expenditure])).toMatchObject([
      { code: 'column.required', severity: 'error', field: 'x:text:c2', parameters: { column: 'Адреса' } },
      { code: 'column.required', severity: 'error', field: 'x:money:c3' },
    ]);
    const blank = { ...row, values: { ...row.values, 'x:text:c2': ' \n' } };
    expect(find([blank])).toMatchObject([{ code: 'column.required' }]);
    const filled = { ...row, values: { ...row.values, 'x:text:c2': 'вул.', 'x:choice:c1': 'Може' } };
    expect(find([filled])).toMatchObject([
      { code: 'cell.no-option', field: 'x:choice:c1', parameters: { value: 'Може' } },
    ]);
    const zero = { ...expenditure, values: { ...expenditure.values, 'x:money:c3': 0 } };
    expect(find([zero])).toEqual([]);
  });

  it('COL-5 values of columns that are gone are told of together, once for a row', () => {
    const row = buildExpenditure('r1');
    const values = {
      ...row.values,
      'x:money:c3': 1,
      'x:text:g1': 'а',
      'x:text:g2': 'б',
      'x:number:g3': 3,
      'x:date:g4': '2020-01-01',
    };
    expect(find([{ ...row, values }])).toMatchObject([
      { code: 'cell.no-column', severity: 'warning', field: null, parameters: { value: 'а», «б», «3…' } },
    ]);
  });

  it('COL-7 rows that differ in an added column alone are no duplicates', () => {
    const values = { content: 'Нарада', quantity: 1 };
    const [a, b] = [buildActivity('r1', values), buildActivity('r2', values)];
    const withText = (row: typeof a, text: string) => ({
      ...row,
      values: { ...row.values, 'x:text:c2': text },
    });
    const codes = (rows: Parameters<typeof find>[0]) => find(rows).map(({ code }) => code);
    expect(codes([withText(a, 'тут'), withText(b, 'там')])).toEqual([]);
    expect(codes([withText(a, 'тут'), withText(b, ' ТУТ')])).toEqual(['row.duplicate']);
  });

  it('COL-4 a new row takes added values of their kind, and no others', () => {
    expect(parseValues('activity', { ...buildActivity('r').values, 'x:number:c9': 1.5, other: 1 })).toEqual({
      ...buildActivity('r').values,
      'x:number:c9': 1.5,
    });
    for (const [field, value] of [
      ['x:money:c9', 1.5],
      ['x:money:c9', -1],
      ['x:number:c9', 0.0005],
      ['x:number:c9', Number.NaN],
      ['x:date:c9', '31.12.2020'],
      ['x:text:c9', 5],
    ] as const)
      expect(() => parseValues('activity', { ...buildActivity('r').values, [field]: value })).toThrow();
  });
});
