import { type ExportFile, listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { writeExportFile } from '../writeExportFile.ts';
import { checkFile } from './checkFile.ts';

/** The sums of the report, then every file it can leave as, made, read back and let go, one after the other. */
export async function checkAllFiles(
  model: ReportModel,
  onProgress: (done: number, total: number) => void,
): Promise<FootingCheck[]> {
  const files: ExportFile[] = Object.keys(exportFormats).flatMap((format) =>
    listFilesOf(format as ExportFormat),
  );
  const checks = computeFooting(model);
  for (const [index, file] of files.entries()) {
    onProgress(index, files.length);
    const bytes = await writeExportFile(model, file, { isDraft: false, onProgress: () => undefined });
    const name = nameExportFile(file, model.meta.year, false);
    checks.push(await checkFile(model, file, { name, bytes }));
  }
  onProgress(files.length, files.length);
  return checks;
}
