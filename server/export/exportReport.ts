import { createJobQueue } from '#server/jobs/createJobQueue.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportProgress } from './ExportProgress.ts';

const queue = createJobQueue<ExportJob, Uint8Array, ExportProgress>(
  new URL('./runExport.ts', import.meta.url),
  // More than the largest report needs; past it the process ends with an error, and the server goes on.
  { maxHeapMb: 1_024 },
);

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
export async function exportReport(job: ExportJob, options: ExportOptions = {}): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw new AppError('export.busy');
  waiting += 1;
  try {
    return await queue(job, { onNote: options.onProgress, signal: options.signal });
  } finally {
    waiting -= 1;
  }
}
