import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportMessage, ExportProgress } from './ExportMessage.ts';
import { makeExportFile } from './makeExportFile.ts';

const port = must(parentPort, 'the thread that asked');

/** Runs one {@link ExportJob} in a thread of its own; the answer is a file, or JSON as a file. */
async function runJob(job: ExportJob): Promise<Uint8Array<ArrayBuffer>> {
  const model = buildReportModel(job);
  switch (job.format) {
    case 'personal-data': {
      const { checkPersonalData } = await import('#shared/privacy/checkPersonalData.ts');
      return encodeJson(checkPersonalData(model));
    }
    case 'footing': {
      const { checkAllFiles } = await import('./gate/checkAllFiles.ts');
      return encodeJson(
        await checkAllFiles(model, (done, total) => postProgress({ stage: 'checking', done, total })),
      );
    }
    default:
      return makeExportFile(model, job, { isDraft: job.isDraft, onProgress: postProgress });
  }
}

function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

let lastPart = '';

/** A message for each hundredth of the work: one for each of ten thousand rows would be work itself. */
function postProgress({ stage, done, total }: ExportProgress): void {
  const part = `${stage} ${total === 0 ? 100 : Math.floor((done * 100) / total)}`;
  if (part === lastPart) return;
  lastPart = part;
  post({ type: 'progress', stage, done, total });
}

function post(message: ExportMessage): void {
  port.postMessage(message);
}

try {
  const bytes = await runJob(workerData);
  const message: ExportMessage = { type: 'file', bytes };
  port.postMessage(message, [bytes.buffer]);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  post({ type: 'refused', code: error.code, parameters: error.parameters });
}
