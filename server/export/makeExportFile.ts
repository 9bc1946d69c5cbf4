import { type ExportFile, nameExportFile } from '#shared/export/ExportFile.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { ExportProgress } from './ExportProgress.ts';
import { checkFile } from './gate/checkFile.ts';
import { refuseNotFooting } from './gate/refuseNotFooting.ts';
import { refuseUnfinished } from './refuseUnfinished.ts';
import { writeExportFile } from './writeExportFile.ts';

type Options = { isDraft: boolean; onProgress: (progress: ExportProgress) => void };

/**
 * Makes one file. The one place where a final one comes from, for the server and the command line: it
 * is refused while its text has what blocks one, and when it has been written it is read back and held
 * against the report. A draft is neither.
 *
 * @throws AppError `export.blocked`, `export.not-footing`, `export.unknown-format`
 */
export async function makeExportFile(
  model: ReportModel,
  file: ExportFile,
  { isDraft, onProgress }: Options,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!isDraft) {
    refuseUnfinished(model);
    refuseNotFooting(computeFooting(model));
  }
  const bytes = await writeExportFile(model, file, {
    isDraft,
    onProgress: (done, total) => onProgress({ stage: 'building', done, total }),
  });
  if (isDraft) return bytes;
  onProgress({ stage: 'checking', done: 0, total: 1 });
  const name = nameExportFile(file, model.meta.year, false);
  refuseNotFooting([await checkFile(model, file, { name, bytes })]);
  return bytes;
}
