import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { checkReportFiles } from '#server/export/checkReportFiles.ts';
import type { ExportProgress } from '#server/export/ExportProgress.ts';
import { exportReport } from '#server/export/exportReport.ts';
import { makeExportFile } from '#server/export/makeExportFile.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { formatError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';

const content = buildContent(buildExampleStructure(), buildExampleRows(), narratives2020);

function importersOf(pattern: RegExp): string[] {
  return globSync('server/**/*.ts', { cwd: projectRoot })
    .filter((file) => pattern.test(readFileSync(join(projectRoot, file), 'utf8')))
    .sort();
}

describe('makeExportFile', () => {
  it('EXP-74 refuses a final file that says something else than the report, and names file and cell', async () => {
    const model = buildReportModel(content);
    const line = must(
      model.expenditures.find(({ values }) => values.actualMinor === 1_486_520),
      'a row',
    );
    const right = line.values;
    // The writer is given another amount than the one that is held against its file.
    const onProgress = ({ stage }: ExportProgress) => {
      line.values = stage === 'building' ? { ...right, actualMinor: 1_486_530 } : right;
    };
    const refusal = await makeExportFile(model, { format: 'docx' }, { isDraft: false, onProgress }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'export.not-footing',
      parameters: {
        file: 'Звіт_2020.docx',
        // It stands in a table of the text first.
        place: 'таблиця 1, рядок 2',
        expected: '14\u00A0865,20',
        found: '14\u00A0865,30',
      },
    });
    line.values = right;
    const draft = await makeExportFile(model, { format: 'docx' }, { isDraft: true, onProgress });
    expect(draft.length).toBeGreaterThan(10_000);
  });

  it('EXP-74 refuses every final file of a report that does not foot, and no draft of it', async () => {
    const model = buildReportModel(content);
    model.totals.grand.actualMinor += 1n;
    const file = { format: 'csv', table: 'activity', flavour: 'standard' } as const;
    const onProgress = () => undefined;
    const refusal = await makeExportFile(model, file, { isDraft: false, onProgress }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'export.not-footing',
      parameters: { place: 'Усього, фактично', expected: '437\u00A0603,56', found: '437\u00A0603,57' },
    });
    await expect(makeExportFile(model, file, { isDraft: true, onProgress })).resolves.toBeDefined();
  });

  it('EXP-74 is the one way out: nothing else writes a file of a report', () => {
    const writers =
      /from '[^']*\/write(?:Report(?:Docx|Pdf|Xlsx|Html|Markdown)|TableCsv|OpenData)\.ts'|import\('[^']*\/write(?:Report(?:Docx|Pdf|Xlsx|Html|Markdown)|TableCsv|OpenData)\.ts'\)/;
    expect(importersOf(writers)).toEqual(['server/export/writeExportFile.ts']);
    expect(importersOf(/\/writeExportFile\.ts'/)).toEqual([
      'server/export/gate/checkAllFiles.ts',
      'server/export/makeExportFile.ts',
    ]);
    expect(importersOf(/\/makeExportFile\.ts'/)).toEqual(['server/export/runExport.ts']);
  });

  it('EXP-74 says that it checks, after it has written', async () => {
    const stages = new Set<string>();
    await exportReport(
      { ...content, format: 'docx', isDraft: false },
      { onProgress: ({ stage }) => stages.add(stage) },
    );
    expect([...stages]).toEqual(['building', 'checking']);
  });

  it('EXP-76 the check of every file can be asked for alone', async () => {
    const seen: ExportProgress[] = [];
    const checks = await checkReportFiles(content, { onProgress: (progress) => seen.push(progress) });
    expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
    expect(checks.map(({ file }) => file).filter((file) => file !== null)).toEqual([
      'Звіт_2020.docx',
      'Звіт_2020.pdf',
      'Звіт_2020.html',
      'Звіт_2020.md',
      'Звіт_2020_відкриті_дані.zip',
      'Звіт_2020.xlsx',
      'Заходи_2020.csv',
      'Видатки_2020.csv',
      'Підсумки_2020.csv',
      'Заходи_2020_excel.csv',
      'Видатки_2020_excel.csv',
      'Підсумки_2020_excel.csv',
    ]);
    expect(seen.at(-1)).toEqual({ stage: 'checking', done: 12, total: 12 });
  });

  it('EXP-74 says what to do, in both languages', () => {
    const parameters = { file: 'Звіт.xlsx', place: '«Зведення»!D12', expected: '2,00', found: '1,00' };
    for (const language of ['uk', 'en'] as const) {
      const message = formatError('export.not-footing', parameters, language);
      for (const part of Object.values(parameters)) expect(message).toContain(part);
    }
  });
});
