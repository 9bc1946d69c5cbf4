import { serveJob } from '#server/jobs/serveJob.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportProgress } from './ExportProgress.ts';
import { makeExportFile } from './makeExportFile.ts';

type Tell = (progress: ExportProgress) => void;

/** Runs one {@link ExportJob}; the answer is a file, or JSON as a file. */
async function runExport(job: ExportJob, tell: Tell): Promise<Uint8Array> {
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
    default:
      return makeExportFile(model, job, { isDraft: job.isDraft, onProgress });
  }
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
