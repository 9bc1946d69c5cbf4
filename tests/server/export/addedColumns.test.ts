import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import { compareRows } from '#shared/compare/compareRows.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import { judgeRows } from '#shared/model/columns.ts';
import { ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const columns = [
  buildColumn('c1', { title: 'Охоплено', kind: 'number' }),
  buildColumn('c2', { title: 'Стан справ', kind: 'choice', options: ['Так', 'Ні'] }),
  buildColumn('c3', { title: 'Дата рішення', kind: 'date' }),
  buildColumn('c4', { title: 'ПДВ', kind: 'money', table: 'expenditure' }),
  buildColumn('c5', { title: '=Партнер', table: 'expenditure' }),
];
const structure = { ...buildReportStructure(), columns };

function fill<R extends Row>(row: R, added: Record<string, unknown>): R {
  return { ...row, values: { ...row.values, ...added } };
}

const rows = judgeRows(
  [
    fill(buildActivity('a1', { content: 'Нарада' }), {
      'x:number:c1': 12.5,
      'x:choice:c2': 'Так',
      'x:date:c3': '2020-03-01',
    }),
    fill(buildActivity('a2', { content: 'Збори' }), { 'x:number:c1': 0.125, 'x:choice:c2': 'Може' }),
    fill(buildActivity('a3', { content: 'Свято' }), { 'x:number:c1': 1_000, 'x:text:gone': 'зайве' }),
    fill(buildExpenditure('e1', { measure: 'Друк', actualMinor: 10_000 }), {
      'x:money:c4': 1_667,
      'x:text:c5': '=1+1',
    }),
    fill(buildExpenditure('e2', { measure: 'Оренда', actualMinor: 5_000 }), { 'x:money:c4': 10 }),
  ],
  structure,
);
const model = buildReportModel(buildContent(structure, rows));

/** Cells of a sheet under the title of their column, from the first row of the table to the totals. */
async function readColumn(sheetName: string, title: string) {
  const bytes = await writeReportXlsx(model, { isDraft: false });
  const { cells } = must(readWorkbook(bytes).sheets.get(sheetName), sheetName);
  const [address = ''] = must(
    [...cells].find(([, { value }]) => value === title),
    title,
  );
  const [, letter = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const count = sheetName === 'Заходи' ? 3 : 2;
  return Array.from({ length: count + 2 }, (_, index) => cells.get(`${letter}${Number(row) + 1 + index}`));
}

describe('added columns in what leaves', () => {
  it('COL-12 what adds up is in the model, and foots with the rows', () => {
    expect(model.columns.map(({ field, sum }) => [field, sum])).toEqual([
      ['x:number:c1', 1_012_625n],
      ['x:choice:c2', null],
      ['x:date:c3', null],
      ['x:money:c4', 1_677n],
      ['x:text:c5', null],
    ]);
    const [checked] = computeFooting(model);
    expect(checked).toMatchObject({ subject: 'rows', isEqual: true });
    const wrong = model.columns.map((column) => ({
      ...column,
      sum: column.sum === null ? null : column.sum + 1n,
    }));
    expect(computeFooting({ ...model, columns: wrong })[0]).toMatchObject({ isEqual: false, differing: 2 });
  });

  it('COL-11 a workbook has them with the format of their kind, and their sums as formulas', async () => {
    const numbers = await readColumn('Заходи', 'Охоплено');
    expect(numbers.map((cell) => cell?.value ?? null)).toEqual([12.5, 0.125, 1_000, null, 1_012.625]);
    expect(numbers.at(-1)?.formula).toMatch(/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/);
    expect(numbers.map((cell) => cell?.numberFormat)).toEqual([
      '[$-422]#,##0.0##',
      '[$-422]#,##0.0##',
      '#,##0',
      undefined,
      '[$-422]#,##0.0##',
    ]);
    const choices = await readColumn('Заходи', 'Стан справ');
    expect(choices.map((cell) => cell?.value ?? null)).toEqual(['Так', '(?) Може', null, null, null]);
    const money = await readColumn('Видатки', 'ПДВ, грн');
    expect(money.map((cell) => cell?.value ?? null)).toEqual([16.67, 0.1, null, 16.77]);
    expect(money[0]?.numberFormat).toBe('[$-422]#,##0.00');
    expect((await readColumn('Видатки', '=Партнер'))[0]).toMatchObject({ value: '=1+1', formula: null });
  });

  it('COL-11 both kinds of CSV have them after the columns that all have, and before the codes', () => {
    const [header = '', first = '', second = ''] = writeTableCsv(model, 'activity', 'standard', {
      isDraft: false,
    }).split('\r\n');
    expect(header).toContain('Посилання,Охоплено,Стан справ,Дата рішення,Код виконавця');
    expect(first).toContain(',12.5,Так,2020-03-01,o1,a1,');
    expect(second).toContain(',0.125,(?) Може,,o1,a2,');
    const [, excel = ''] = writeTableCsv(model, 'expenditure', 'excel', { isDraft: false }).split('\r\n');
    expect(excel).toContain(";16,67;'=1+1;o1;e1;");
  });

  it('COL-11 paper has them in the last column of the annex, each after its title', () => {
    const { annexes } = buildPrintedDocument(model, { isDraft: false });
    const [activities, expenditures] = annexes.map(({ blocks: [block] }) =>
      block?.type === 'grid'
        ? [...block.lines()].filter(({ role }) => role === 'line').map(({ cells }) => cells.at(-1))
        : [],
    );
    expect(activities).toEqual([
      'Охоплено: 12,5\nСтан справ: Так\nДата рішення: 01.03.2020',
      'Охоплено: 0,125\nСтан справ: (?) Може',
      'Охоплено: 1000',
    ]);
    expect(expenditures).toEqual(['ПДВ, грн: 16,67\n=Партнер: =1+1', 'ПДВ, грн: 0,10']);
  });

  it('COL-11 the open data have a field for each, named for its id, with what it may hold', async () => {
    const files = unzipSync(
      await writeExportFile(model, { format: 'open-data' }, { isDraft: false, onProgress: () => undefined }),
    );
    const text = (name: string) => new TextDecoder().decode(must(files[name], name));
    const { resources } = JSON.parse(text('datapackage.json'));
    const fieldsOf = (name: string) =>
      must(
        resources.find((resource: { name: string }) => resource.name === name),
        name,
      ).schema.fields.filter((field: { name: string }) => field.name.startsWith('x_'));
    expect(fieldsOf('activities')).toMatchObject([
      { name: 'x_c1', title: 'Охоплено', type: 'number' },
      { name: 'x_c2', type: 'string', constraints: { enum: ['Так', 'Ні'] } },
      { name: 'x_c3_start', type: 'date' },
      { name: 'x_c3_end', type: 'date' },
    ]);
    expect(text('data/activities.csv')).toContain('x:choice:c2: Може');
    expect(text('data/expenditures.csv')).toContain(",16.67,'=1+1");
  });

  it('COL-12 every final file agrees with the model, added columns too', async () => {
    for (const check of await checkAllFiles(model, () => undefined)) {
      expect(check).toMatchObject({ isEqual: true, differences: [] });
    }
  });

  it('COL-13 a changed value is told with the title of its column, of this year or of the last', () => {
    const later = rows.map((row) => (row.id === 'a1' ? fill(row, { 'x:number:c1': 13 }) : row));
    const renamed = columns.map((column) =>
      column.id === 'c1' ? { ...column, title: 'Охоплено осіб' } : column,
    );
    const after = buildReportModel(buildContent({ ...structure, columns: renamed }, later));
    expect(compareRows(model, after)).toMatchObject([
      { fields: [{ field: 'x:number:c1', title: 'Охоплено осіб', before: 12.5, after: 13 }] },
    ]);
    // Next year does not ask for it any more.
    const { report } = structure;
    const next = {
      ...structure,
      report: { ...report, id: ReportId.parse('next'), year: 2021 },
      columns: columns.slice(1),
    };
    const [plain] = judgeRows(
      [fill(buildActivity('b1', { content: 'Нарада' }), { 'x:choice:c2': 'Так', 'x:date:c3': '2020-03-01' })],
      next,
    );
    const year = buildReportModel(buildContent(next, [must(plain, 'the row')]));
    expect(compareRows(buildReportModel(buildContent(structure, rows.slice(0, 1))), year)).toMatchObject([
      { fields: [{ field: 'x:number:c1', title: 'Охоплено', before: 12.5, after: null }] },
    ]);
  });
});
