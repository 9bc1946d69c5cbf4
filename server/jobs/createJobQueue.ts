import { type JobOptions, runJob } from './runJob.ts';

/**
 * Runs the jobs of one module one after the other, so that they never take the whole machine. Each is
 * answered as `runJob` says; a `signal` also takes a job out of the queue, and one that fails ends no other.
 */
export function createJobQueue<Job, Answer, Note = never>(module: URL, { maxHeapMb }: { maxHeapMb: number }) {
  let last: Promise<unknown> = Promise.resolve();
  return (job: Job, options: Omit<JobOptions<Note>, 'maxHeapMb'> = {}): Promise<Answer> => {
    const answer = last.then(() => runJob<Answer, Note>(module, job, { maxHeapMb, ...options }));
    // Without the answer, which may be a large file.
    last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  };
}
