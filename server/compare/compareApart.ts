import { createJobQueue } from '#server/jobs/createJobQueue.ts';
import type { ComparisonJob, ComparisonResult } from './ComparisonJob.ts';

const queue = createJobQueue<ComparisonJob, ComparisonResult>(
  new URL('./runComparison.ts', import.meta.url),
  {
    // More than two of the largest reports need; past it the process ends with an error, and the server goes on.
    maxHeapMb: 1_024,
  },
);

/**
 * Compares in a process of its own, one pair of reports after the other: two models of 10,000 rows take
 * a second, during which nobody's edit would be saved. `signal` ends the process, or takes the job out
 * of the queue; the promise then rejects with its reason.
 */
export function compareApart(job: ComparisonJob, signal?: AbortSignal): Promise<ComparisonResult> {
  return queue(job, { signal });
}
