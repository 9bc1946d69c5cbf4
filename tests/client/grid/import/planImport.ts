import { findFieldSpec } from '#client/grid/fields.ts';
import { guessColumns } from '#client/grid/import/columns/guessColumns.ts';
import { guessHeaderRow } from '#client/grid/import/columns/guessHeaderRow.ts';
import { readTitles } from '#client/grid/import/columns/readTitles.ts';
import { importSteps } from '#client/grid/import/plan/buildImportPlan.ts';
import type { ImportPlan } from '#client/grid/import/plan/ImportPlan.ts';
import type { ImportSetup } from '#client/grid/import/plan/ImportSetup.ts';
import { ImportReader } from '#client/grid/import/reading/ImportReader.ts';
import type { PlanContext } from '#client/grid/paste/PlanContext.ts';
import { english, ukrainian } from '#client/i18n/resources.ts';
import { runSteps } from '#client/sync/runSteps.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildContext } from '../paste/planSupport.ts';
import { guessed, ignoreProgress } from './openImport.ts';

export const formats = ['xlsx', 'standard', 'excel'] as const;
export type Format = (typeof formats)[number];

/** One table of the report as a file, as the product exports it. */
export async function exportTable(
  structure: ReportStructure,
  rows: readonly Row[],
  table: TableKind,
  format: Format,
): Promise<Blob> {
  const model = buildReportModel(buildContent(structure, rows));
  if (format === 'xlsx') return new Blob([await writeReportXlsx(model, { isDraft: false })]);
  return new Blob([writeTableCsv(model, table, format, { isDraft: false })]);
}

export type PlanOptions = {
  table: TableKind;
  context?: Partial<PlanContext>;
  setup?: Partial<ImportSetup>;
};

/** What a file would do with everything left as it is guessed: its best sheet, its header, its columns. */
export async function planFile(
  file: Blob,
  { table, context = {}, setup = {} }: PlanOptions,
): Promise<ImportPlan> {
  const guess = (titles: readonly string[]) =>
    guessColumns(
      titles,
      table,
      (column) => [ukrainian.grid.columns[column], english.grid.columns[column]],
      context.structure ?? { columns: [] },
    );
  const reader = new ImportReader();
  const book = await reader.open(file, guessed, ignoreProgress);
  const scores = book.sheets.map(({ rows }) => guessHeaderRow(rows, [], guess).score);
  const index = scores.indexOf(Math.max(...scores));
  const { merges, columnCount } = await reader.openSheet(index, ignoreProgress);
  const { rows: head, name } = must(book.sheets[index], 'the sheet');
  const { headerRow } = guessHeaderRow(head, merges, guess);
  const guesses = guess(readTitles(head, headerRow, columnCount, merges));
  const columns = guesses.flatMap(({ target, thousands }, column) =>
    target === null
      ? []
      : [{ column, target, reading: { kind: findFieldSpec(table, target)?.kind ?? null, thousands } }],
  );
  const rows = [...reader.rows({ headerRow, columns, fillsMerges: false }, 500)].flat();
  const steps = importSteps(
    rows,
    {
      sheetName: name,
      columns,
      takesHidden: false,
      takesTotals: false,
      organisations: new Map(),
      ownOrganisationId: null,
      addsUnknown: false,
      ...setup,
    },
    buildContext(table, context),
  );
  return runSteps(steps);
}
