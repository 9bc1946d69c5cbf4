import { AppError } from '#shared/errors/AppError.ts';
import type { JobMessage } from './JobMessage.ts';

/** Called by the module that `runJob` starts: takes the one job, and ends the process after its answer. */
export function serveJob<Job, Answer, Note = never>(
  run: (job: Job, tell: (note: Note) => void) => Answer | Promise<Answer>,
): void {
  const send = (message: JobMessage<Answer, Note>, onSent?: () => void) =>
    process.send?.(message, undefined, undefined, onSent);
  // Also when whoever asked has gone: nobody waits for the answer.
  process.once('disconnect', () => process.exit());
  process.once('message', async (job: Job) => {
    const answer = await answerJob(() => run(job, (note) => send({ type: 'note', note })));
    send(answer, () => process.disconnect());
  });
}

async function answerJob<Answer>(run: () => Answer | Promise<Answer>): Promise<JobMessage<Answer, never>> {
  try {
    return { type: 'answer', answer: await run() };
  } catch (error) {
    if (error instanceof AppError) return { type: 'refused', code: error.code, parameters: error.parameters };
    return { type: 'failed', error };
  }
}
