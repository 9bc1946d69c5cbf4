import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors/AppError.ts';
import type { ExportJob } from './ExportJob.ts';
import type { ExportMessage, ExportProgress } from './ExportMessage.ts';

/** More than the largest report needs; past it the thread ends with an error, and the server goes on. */
const maxHeapMb = 1_024;

/** Who comes after so many others is told to come again: each that waits keeps its report in memory. */
const mostWaiting = 32;

let lastJob: Promise<unknown> = Promise.resolve();
let waiting = 0;

export type ExportOptions = {
  /** Called some hundred times at most. */
  onProgress?: (progress: ExportProgress) => void;
  /** Ends the thread, or takes the job out of the queue; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
};

/**
 * Makes a file of a report in a thread of its own: 10,000 rows are seconds of computing, during
 * which nobody's edit would be saved. One after the other, so that exports never take the whole
 * machine. The bytes are those of a whole file. Rejects with an AppError when the report refuses
 * the file, when too many wait (`export.busy`), and when the thread fails or runs out of memory.
 */
export async function exportReport(job: ExportJob, options: ExportOptions = {}): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw new AppError('export.busy');
  waiting += 1;
  const result = lastJob
    .then(() => runWorker(job, options))
    .finally(() => {
      waiting -= 1;
    });
  lastJob = result.catch(() => undefined);
  return result;
}

function runWorker(job: ExportJob, { onProgress, signal }: ExportOptions): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
    workerData: job,
    // Without the options of the main thread: they may be those of a test runner.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  const cancel = () => {
    reject(signal?.reason);
    worker.terminate().catch(reject);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: ExportMessage) => {
    switch (message.type) {
      case 'progress':
        return onProgress?.({ stage: message.stage, done: message.done, total: message.total });
      case 'file':
        return resolve(message.bytes);
      case 'refused':
        return reject(new AppError(message.code, message.parameters));
    }
  });
  worker.once('error', reject);
  worker.once('exit', (code) => {
    signal?.removeEventListener('abort', cancel);
    // After a message this is too late to matter.
    reject(new Error(`the export thread ended with code ${code}`));
  });
  return promise;
}
