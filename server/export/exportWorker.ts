import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportMessage } from './ExportMessage.ts';
import { refuseUnfinished } from './refuseUnfinished.ts';

const port = must(parentPort, 'the thread that asked');

/** Runs one {@link ExportJob} in a thread of its own and posts the bytes of the file. */
async function writeFile(job: ExportJob): Promise<Uint8Array<ArrayBuffer>> {
  const model = buildReportModel(job);
  if ('isDraft' in job && !job.isDraft) refuseUnfinished(model);
  // Each library is loaded only when it is needed: that is most of the time a small file takes.
  switch (job.format) {
    case 'xlsx': {
      const { writeReportXlsx } = await import('./writeReportXlsx.ts');
      return writeReportXlsx(model, job);
    }
    case 'csv': {
      const { writeTableCsv } = await import('./writeTableCsv.ts');
      return new TextEncoder().encode(writeTableCsv(model, job.table, job.flavour, job));
    }
    case 'html': {
      const { writeReportHtml } = await import('./html/writeReportHtml.ts');
      return new TextEncoder().encode(writeReportHtml(model, job));
    }
    case 'open-data': {
      const { writeOpenData } = await import('./writeOpenData.ts');
      return writeOpenData(model, { isDraft: job.isDraft, createdAt: new Date().toISOString() });
    }
    case 'personal-data': {
      const { checkPersonalData } = await import('#shared/privacy/checkPersonalData.ts');
      return new TextEncoder().encode(JSON.stringify(checkPersonalData(model)));
    }
    case 'footing': {
      const { computeFooting } = await import('#shared/footing/computeFooting.ts');
      return new TextEncoder().encode(JSON.stringify(computeFooting(model)));
    }
    case 'markdown': {
      const { writeReportMarkdown } = await import('./markdown/writeReportMarkdown.ts');
      return new TextEncoder().encode(writeReportMarkdown(model, job));
    }
    case 'docx':
    case 'pdf':
      return writeDocument(model, job.format, job.isDraft);
    default:
      // A job of an older or newer main thread, or of a script: the compiler knows of none.
      throw new AppError('export.unknown-format');
  }
}

async function writeDocument(
  model: ReportModel,
  format: 'docx' | 'pdf',
  isDraft: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const { buildPrintedDocument } = await import('./printed/buildPrintedDocument.ts');
  const printed = buildPrintedDocument(model, { isDraft });
  if (format === 'docx') {
    const { writeReportDocx } = await import('./writeReportDocx.ts');
    return writeReportDocx(printed, postProgress);
  }
  const { writeReportPdf } = await import('./writeReportPdf.ts');
  return writeReportPdf(printed, postProgress);
}

let lastPart = -1;

/** A message for each hundredth of the work: one for each of ten thousand rows would be work itself. */
function postProgress(done: number, total: number): void {
  const part = total === 0 ? 100 : Math.floor((done * 100) / total);
  if (part === lastPart) return;
  lastPart = part;
  post({ type: 'progress', stage: 'building', done, total });
}

function post(message: ExportMessage): void {
  port.postMessage(message);
}

try {
  const bytes = await writeFile(workerData);
  const message: ExportMessage = { type: 'file', bytes };
  port.postMessage(message, [bytes.buffer]);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  post({ type: 'refused', code: error.code, parameters: error.parameters });
}
