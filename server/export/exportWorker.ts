import { parentPort, workerData } from 'node:worker_threads';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ExportJob } from './ExportJob.ts';

/** Runs one {@link ExportJob} in a thread of its own and posts the bytes of the file. */
async function writeFile(job: ExportJob): Promise<Uint8Array<ArrayBuffer>> {
  const model = buildReportModel(job);
  // Each library is loaded only when it is needed: that is most of the time a small file takes.
  switch (job.format) {
    case 'xlsx': {
      const { writeReportXlsx } = await import('./writeReportXlsx.ts');
      return writeReportXlsx(model);
    }
    case 'csv': {
      const { writeTableCsv } = await import('./writeTableCsv.ts');
      return new TextEncoder().encode(writeTableCsv(model, job.table, job.flavour));
    }
    case 'html': {
      const { writeReportHtml } = await import('./html/writeReportHtml.ts');
      return new TextEncoder().encode(writeReportHtml(model, job));
    }
    case 'open-data': {
      const { writeOpenData } = await import('./writeOpenData.ts');
      return writeOpenData(model, job);
    }
    case 'personal-data': {
      const { checkPersonalData } = await import('#shared/privacy/checkPersonalData.ts');
      return new TextEncoder().encode(JSON.stringify(checkPersonalData(model)));
    }
    case 'markdown': {
      const { writeReportMarkdown } = await import('./markdown/writeReportMarkdown.ts');
      return new TextEncoder().encode(writeReportMarkdown(model, job));
    }
  }
}

const bytes = await writeFile(workerData);
must(parentPort, 'the thread that asked').postMessage(bytes, [bytes.buffer]);
