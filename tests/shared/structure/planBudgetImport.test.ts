import { describe, expect, test } from 'vitest';
import { readCsvLines } from '#server/structure/readCsvLines.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import { planBudgetImport } from '#shared/structure/planBudgetImport.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const header = 'Напрям;Виконавець;Джерело;КПКВК;КЕКВ;Сума\r\n';
const plan = (csv: string, budget: BudgetLine[] = []) =>
  planBudgetImport({ ...buildReportStructure(), budget }, readCsvLines(csv));

describe('a CSV file of the approved plan', () => {
  test('SET-37 Excel’s and the standard flavour say the same, and once imported change nothing', () => {
    const excel = `\uFEFF${header}1;o1;Загальний фонд;"=""0210180""";2240;"1 234,50"\r\n2;Виконавець o2;СФ;0210180;2282;0\r\n`;
    const found = plan(excel);
    expect(found.problems).toEqual([]);
    const expected = [
      buildBudgetLine(123_450),
      buildBudgetLine(0, { direction: 'd2', organisation: 'o2', fund: 'special', kekv: '2282' }),
    ];
    expect(found.next.budget).toEqual(expected);
    const standard =
      'direction,organisation,fund,kpkvk,kekv,amount\n1,O1,general,0210180,2240,1234.5\n2,o2,special fund,0210180,2282,0.00\n';
    expect(plan(standard).next.budget).toEqual(expected);
    expect(plan(standard, expected)).toMatchObject({ sameCount: 2, added: [], changed: [], problems: [] });
    const other = plan(standard, [buildBudgetLine(1), buildBudgetLine(9, { kekv: '2210' })]);
    expect(other).toMatchObject({ added: [{ line: 3 }], changed: [{ line: 2 }], problems: [] });
    expect(other.next.budget).toContainEqual(buildBudgetLine(9, { kekv: '2210' }));
  });

  test.each([
    ['4;o1;Загальний фонд;0210180;2240;1', 'wrong-direction'],
    [';o1;Загальний фонд;0210180;2240;1', 'wrong-direction'],
    ['1;Хтось;Загальний фонд;0210180;2240;1', 'wrong-organisation'],
    ['1;o1;Позика;0210180;2240;1', 'wrong-fund'],
    ['1;o1;;0210180;2240;1', 'wrong-fund'],
    ['1;o1;ЗФ;210180;2240;1', 'wrong-kpkvk'],
    ['1;o1;ЗФ;0210180;22400;1', 'wrong-kekv'],
    ['1;o1;ЗФ;0210180;2240;', 'wrong-amount'],
    ['1;o1;ЗФ;0210180;2240;-5', 'wrong-amount'],
    ['1;o1;ЗФ;0210180;2240;1,005', 'ambiguous'],
    ['1;o1;ЗФ;0210180;2240;390.023', 'ambiguous'],
    ['1;o1;ЗФ;0210180;2240;1,0001', 'wrong-amount'],
    ['1;o1;ЗФ;0210180;2240', 'cell-count'],
  ])('SET-37 %s is named: %s', (line, code) => {
    const found = plan(`${header}1;o2;ЗФ;0210180;2240;1\r\n${line}\r\n`);
    expect(found.problems).toMatchObject([{ line: 3, code }]);
  });

  test('SET-37 a line that is there twice names the first', () => {
    const twice = plan(`${header}1;o1;ЗФ;0210180;2240;1\r\n1;Виконавець o1;general;0210180;2240;2\r\n`);
    expect(twice.problems).toEqual([{ line: 3, code: 'twice', column: '', value: '2' }]);
    expect(plan('Напрям;Виконавець\n1;o1\n').problems).toHaveLength(4);
  });
});
