import { expect, test } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';

/** A plan of the example: every key that its rows have, the first of them left out. */
function buildExamplePlan(): BudgetLine[] {
  const lines = new Map<string, BudgetLine>();
  for (const row of buildExampleRows()) {
    if (row.kind !== 'expenditure') continue;
    const { directionId, fund, kpkvk, kekv, plannedMinor } = row.values;
    if (directionId === null || fund === null || kpkvk === null || kekv === null) continue;
    const key = [directionId, row.organisationId, fund, kpkvk, kekv].join('/');
    const amountMinor = (lines.get(key)?.amountMinor ?? 0) + (plannedMinor ?? 0);
    lines.set(key, { directionId, organisationId: row.organisationId, fund, kpkvk, kekv, amountMinor });
  }
  return [...lines.values()].slice(1);
}

const structure = { ...buildExampleStructure(), budget: buildExamplePlan() };
const build = () => buildReportModel(buildContent(structure, buildExampleRows()));
const options = { isDraft: false, onProgress: () => undefined };

test('EXP-77 every file has the plan with what its rows come to, and foots', async () => {
  const model = build();
  const plan = must(model.plan, 'the plan');
  expect(plan.lines.length).toBeGreaterThan(5);
  expect(plan.outside?.money.rowCount).toBeGreaterThan(0);
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
    expect({ file, differing: check.differing }).toEqual({ file, differing: expect.any(Number) });
    // The line, and nothing but it: approved, what is left, and the share where it differs.
    expect(check.differing).toBeGreaterThan(0);
    expect(check.differing).toBeLessThan(5);
  }
});

test('EXP-77 a report without a plan has files as before', async () => {
  const bare = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
  for (const flavour of ['excel', 'standard'] as const) {
    const csv = { format: 'csv', table: 'totals', flavour } as const;
    expect(new TextDecoder().decode(await writeExportFile(bare, csv, options))).not.toMatch(
      /Затверджено|Рядок плану/,
    );
  }
});
