import { Worker } from 'node:worker_threads';
import type { ExportJob } from './ExportJob.ts';

/** More than the largest report needs; past it the thread ends with an error, and the server goes on. */
const maxHeapMb = 1_024;

let lastJob: Promise<unknown> = Promise.resolve();

/**
 * Makes a file of a report in a thread of its own: 10,000 rows are seconds of computing, during
 * which nobody's edit would be saved. One after the other, so that exports never take the whole
 * machine. Rejects when the thread fails or runs out of memory.
 */
export function exportReport(job: ExportJob): Promise<Uint8Array> {
  const result = lastJob.then(() => runWorker(job));
  lastJob = result.catch(() => undefined);
  return result;
}

function runWorker(job: ExportJob): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
    workerData: job,
    // Without the options of the main thread: they may be those of a test runner.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  worker.once('message', resolve);
  worker.once('error', reject);
  // After a message this is too late to matter.
  worker.once('exit', (code) => reject(new Error(`the export thread ended with code ${code}`)));
  return promise;
}
