import { expect, test } from 'vitest';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const key = {
  directionId: DirectionId.parse('d1'),
  fund: 'general',
  kpkvk: '0210180',
  kekv: '2240',
} as const;
const rows = [
  buildExpenditure('a', { ...key, measure: 'Папір', plannedMinor: 100_000, actualMinor: 90_050 }),
  buildExpenditure('b', { ...key, measure: 'Дипломи', plannedMinor: 20_000, actualMinor: 12_345_678 }),
  buildExpenditure(
    'c',
    { ...key, kekv: '2210', measure: 'Рамки', plannedMinor: 700, actualMinor: 650 },
    'o2',
  ),
  buildExpenditure('d', { measure: 'Без ключа', plannedMinor: 5, actualMinor: 7 }),
];
const budget = [
  buildBudgetLine(150_000),
  buildBudgetLine(0, { organisation: 'o2', kekv: '2210' }),
  buildBudgetLine(1_234_567_890, { direction: 'd3', organisation: 'o3', fund: 'special' }),
];
const structure = { ...buildReportStructure(), budget };
const build = () => buildReportModel(buildContent(structure, rows));
const options = { isDraft: false, onProgress: () => undefined };

test('EXP-77 every file has the plan with what its rows come to, and foots', async () => {
  const model = build();
  const plan = must(model.plan, 'the plan');
  expect(plan.lines.map(({ money }) => money.actualMinor)).toEqual([12_435_728n, 650n, 0n]);
  expect(plan.outside?.money).toMatchObject({ plannedMinor: 5n, actualMinor: 7n });
  const checks = await checkAllFiles(model, () => undefined);
  expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
});

test('EXP-77 a file with another number of the plan is refused, whatever the format', async () => {
  const files = [
    { format: 'xlsx' },
    { format: 'docx' },
    { format: 'pdf' },
    { format: 'html' },
    { format: 'markdown' },
    { format: 'open-data' },
    { format: 'csv', table: 'totals', flavour: 'excel' },
  ] as const;
  for (const file of files) {
    const wrong = build();
    must(must(wrong.plan, 'the plan').lines[0], 'a line').approvedMinor += 1n;
    const bytes = await writeExportFile(wrong, file, options);
    const check = await checkFile(build(), file, { name: 'файл', bytes });
    // The line and what follows from it, and nothing else: the rest of the file is as it should be.
    expect(check.differing).toBeGreaterThan(0);
    expect(check.differing).toBeLessThan(8);
  }
});

test('EXP-77 a report without a plan has files as before', async () => {
  const bare = buildReportModel(buildContent(buildReportStructure(), rows));
  for (const flavour of ['excel', 'standard'] as const) {
    const csv = { format: 'csv', table: 'totals', flavour } as const;
    expect(new TextDecoder().decode(await writeExportFile(bare, csv, options))).not.toMatch(
      /Затверджено|Рядок плану/,
    );
  }
});
