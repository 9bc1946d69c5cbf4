import { serveJob } from '#server/jobs/serveJob.ts';
import { listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportProgress } from './ExportProgress.ts';
import type { ExportedFile } from './exportReport.ts';
import { makeExportFile } from './makeExportFile.ts';

type Tell = (progress: ExportProgress) => void;

/** Runs one {@link ExportJob}; the answer is a file, or JSON as a file. */
async function runExport(job: ExportJob, tell: Tell): Promise<Uint8Array | ExportedFile[]> {
  const model = buildReportModel(job);
  const onProgress = tellParts(tell);
  switch (job.format) {
    case 'personal-data': {
      const { checkPersonalData } = await import('#shared/privacy/checkPersonalData.ts');
      return encodeJson(checkPersonalData(model));
    }
    case 'footing': {
      const { checkAllFiles } = await import('./gate/checkAllFiles.ts');
      return encodeJson(
        await checkAllFiles(model, (done, total) => onProgress({ stage: 'checking', done, total })),
      );
    }
    case 'all':
      return makeAllFiles(model, job, onProgress);
    case 'readiness': {
      const { readReadiness } = await import('./readReadiness.ts');
      return encodeJson(readReadiness(model));
    }
    default:
      return makeExportFile(model, job, { isDraft: job.isDraft, onProgress });
  }
}

/** Only the page says who changed what. */
async function makeAllFiles(
  page: ReportModel,
  job: ReportContent,
  onProgress: Tell,
): Promise<ExportedFile[]> {
  const { lastChanges: _, ...plain } = job;
  const rest = buildReportModel(plain);
  const made: ExportedFile[] = [];
  const files = (Object.keys(exportFormats) as ExportFormat[]).flatMap(listFilesOf);
  for (const [done, file] of files.entries()) {
    onProgress({ stage: 'building', done, total: files.length });
    const model = file.format === 'html' ? page : rest;
    const bytes = await makeExportFile(model, file, { isDraft: false, onProgress: () => undefined });
    made.push({ file, name: nameExportFile(file, model.meta.year, false), bytes });
  }
  return made;
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** A note for each hundredth of the work: one for each of ten thousand rows would be work itself. */
function tellParts(tell: Tell): Tell {
  let lastPart = '';
  return (progress) => {
    const { stage, done, total } = progress;
    const part = `${stage} ${total === 0 ? 100 : Math.floor((done * 100) / total)}`;
    if (part === lastPart) return;
    lastPart = part;
    tell(progress);
  };
}

serveJob(runExport);
