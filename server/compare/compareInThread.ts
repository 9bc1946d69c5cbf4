import { Worker } from 'node:worker_threads';
import type { ComparisonJob, ComparisonResult } from './ComparisonJob.ts';

/** More than two of the largest reports need; past it the thread ends with an error, and the server goes on. */
const maxHeapMb = 1_024;

let lastJob: Promise<unknown> = Promise.resolve();

/**
 * Compares in a thread of its own, one pair of reports after the other: two models of 10,000 rows take
 * a second, during which nobody's edit would be saved. `signal` ends the thread, or takes the job out
 * of the queue; the promise then rejects with its reason.
 */
export function compareInThread(job: ComparisonJob, signal?: AbortSignal): Promise<ComparisonResult> {
  const result = lastJob.then(() => runWorker(job, signal));
  lastJob = result.catch(() => undefined);
  return result;
}

function runWorker(job: ComparisonJob, signal?: AbortSignal): Promise<ComparisonResult> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<ComparisonResult>();
  const worker = new Worker(new URL('./comparisonWorker.ts', import.meta.url), {
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
  worker.on('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => {
    signal?.removeEventListener('abort', cancel);
    // After a message this is too late to matter.
    reject(new Error(`the comparing thread ended with code ${code}`));
  });
  return promise;
}
