import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { buildPackageDescription } from '#server/export/openData/buildDataPackage.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const inUnit = (structure: ReportStructure, unit: ReportUnit): ReportStructure => ({
  ...structure,
  report: { ...structure.report, unit },
});
const build = (structure: ReportStructure, rows: readonly Row[], unit: ReportUnit = 'thousand-uah') =>
  buildReportModel(buildContent(inUnit(structure, unit), rows));
const options = { isDraft: false, onProgress: () => undefined };
const peopleFiles = [
  { format: 'xlsx' },
  { format: 'docx' },
  { format: 'pdf' },
  { format: 'html' },
  { format: 'markdown' },
] as const;
const programFiles = [
  { format: 'csv', table: 'expenditure', flavour: 'excel' },
  { format: 'csv', table: 'totals', flavour: 'standard' },
] as const;

const key = {
  directionId: DirectionId.parse('d1'),
  fund: 'general',
  kpkvk: '0210180',
  kekv: '2240',
} as const;
const rows = [
  buildExpenditure('a', { ...key, measure: 'Папір', plannedMinor: 43_760_356, actualMinor: 43_760_357 }),
  buildExpenditure('b', { ...key, measure: 'Дипломи', plannedMinor: 1, actualMinor: 99_999_999 }),
  buildExpenditure('c', { measure: 'Без ключа', plannedMinor: 5, actualMinor: null }, 'o2'),
];
const structure: ReportStructure = {
  ...buildReportStructure(),
  budget: [buildBudgetLine(150_000_01)],
  columns: [
    buildColumn('paid', { table: 'expenditure', title: 'Сплачено', kind: 'money' }),
    buildColumn('owed', { table: 'expenditure', title: 'Борг (грн)', kind: 'money' }),
    buildColumn('rate', { table: 'expenditure', title: 'Ціна, грн за штуку', kind: 'number' }),
  ],
};

describe('a report in thousands of hryvnias', () => {
  test('EXP-82 every file is read back to the kopiyka, whatever the rows', async () => {
    const checks = await checkAllFiles(build(buildExampleStructure(), buildExampleRows()), () => undefined);
    expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
    const filled = await checkAllFiles(build(structure, rows), () => undefined);
    expect(filled.filter(({ isEqual }) => !isEqual)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom(...peopleFiles), async (own, file) => {
        const model = build(structure, own);
        const bytes = await writeExportFile(model, file, options);
        const check = await checkFile(model, file, { name: file.format, bytes });
        expect({ file, differences: check.differences }).toEqual({ file, differences: [] });
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('EXP-82 a file in another unit, or with a kopiyka more, is refused', async () => {
    for (const file of peopleFiles) {
      const inHryvnias = await writeExportFile(build(structure, rows, 'uah'), file, options);
      const check = await checkFile(build(structure, rows), file, { name: file.format, bytes: inHryvnias });
      expect(check.isEqual).toBe(false);
      const wrong = build(structure, rows);
      wrong.totals.grand.actualMinor += 1n;
      const bytes = await writeExportFile(wrong, file, options);
      const other = await checkFile(build(structure, rows), file, { name: file.format, bytes });
      expect({ file, isEqual: other.isEqual }).toEqual({ file, isEqual: false });
    }
  });

  test('EXP-82 headings name the unit, and amounts have five digits after the mark', async () => {
    for (const format of ['html', 'markdown'] as const) {
      const bytes = await writeExportFile(build(structure, rows), { format }, options);
      const text = new TextDecoder()
        .decode(bytes)
        .replaceAll(/\u00A0|&nbsp;/g, ' ')
        .replaceAll('\\', '');
      for (const words of [
        'Фактично, тис. грн',
        'Залишок, тис. грн',
        '437,60357',
        '0,00001',
        '1 437,60356 тис. грн',
      ])
        expect(text).toContain(words);
      expect(text).not.toMatch(/(?:Фактично|Заплановано|Відхилення|Затверджено), грн/);
    }
  });

  test('EXP-83 the workbook holds thousands that its formulas come to again', async () => {
    const bytes = await writeExportFile(build(structure, rows), { format: 'xlsx' }, options);
    const { sheets } = readWorkbook(bytes);
    const cells = [...must(sheets.get('Видатки'), 'Видатки').cells.values()];
    const headers = cells.map(({ value }) => value);
    for (const title of ['Фактично, тис. грн', 'Сплачено, тис. грн', 'Борг (тис. грн)', 'Ціна, грн за штуку'])
      expect(headers).toContain(title);
    expect(cells).toContainEqual({ value: 437.60357, formula: null, numberFormat: '[$-422]#,##0.00000' });
    expect(cells.some(({ formula, value }) => formula?.startsWith('SUM(') && value === 1_437.60356)).toBe(
      true,
    );
    expect(cells.some(({ formula }) => /^ROUND\(N\(.*\),5\)$/.test(formula ?? ''))).toBe(true);
    expect(cells.some(({ numberFormat }) => numberFormat === '[$-422]#,##0.00')).toBe(false);
  });

  test('EXP-84 CSV and open data stay in hryvnias and say so', async () => {
    for (const file of programFiles) {
      const text = async (unit: ReportUnit) =>
        new TextDecoder().decode(await writeExportFile(build(structure, rows, unit), file, options));
      expect(await text('thousand-uah')).toBe(await text('uah'));
      expect(await text('thousand-uah')).toContain('Фактично, грн');
    }
    const model = build(structure, rows);
    const bytes = await writeExportFile(model, { format: 'open-data' }, options);
    expect(buildPackageDescription(model.meta)).toContain('Суми в гривнях.');
    expect((await checkFile(model, { format: 'open-data' }, { name: 'дані', bytes })).differences).toEqual(
      [],
    );
  });
});
