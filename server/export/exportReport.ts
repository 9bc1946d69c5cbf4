import { createJobQueue } from '#server/jobs/createJobQueue.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportProgress } from './ExportProgress.ts';

const queue = createJobQueue<ExportJob, Uint8Array | ExportedFile[], ExportProgress>(
  new URL('./runExport.ts', import.meta.url),
  // More than the largest report needs; past it the process ends with an error, and the server goes on.
  { maxHeapMb: 1_024 },
);

/** A file by its name. */
export type ExportedFile = { file: ExportFile; name: string; bytes: Uint8Array };

/** Who comes after so many others is told to come again: each that waits keeps its report in memory. */
const mostWaiting = 32;

let waiting = 0;

export type ExportOptions = {
  /** Called some hundred times at most. */
  onProgress?: (progress: ExportProgress) => void;
  /** Ends the process, or takes the job out of the queue; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
};

/**
 * Makes a file of a report in a process of its own: 10,000 rows are seconds of computing, during
 * which nobody's edit would be saved. One after the other, so that exports never take the whole
 * machine. The bytes are those of a whole file. Rejects with an AppError when the report refuses
 * the file, when too many wait (`export.busy`), and when the process fails or runs out of memory.
 */
export async function exportReport(
  job: Exclude<ExportJob, { format: 'all' }>,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  return (await runQueued(job, options)) as Uint8Array;
}

/** The same for every file there is, in one process, which reads the report once. `done` counts files. */
export async function exportAllFiles(
  content: ReportContent,
  options: ExportOptions = {},
): Promise<ExportedFile[]> {
  return (await runQueued({ ...content, format: 'all' }, options)) as ExportedFile[];
}

async function runQueued(job: ExportJob, options: ExportOptions): Promise<Uint8Array | ExportedFile[]> {
  if (waiting >= mostWaiting) throw new AppError('export.busy');
  waiting += 1;
  try {
    return await queue(job, { onNote: options.onProgress, signal: options.signal });
  } finally {
    waiting -= 1;
  }
}
