import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AppError } from '#shared/errors/AppError.ts';
import type { JobMessage } from './JobMessage.ts';

/** Of what a process that fails has to say, the end. */
const keptOutput = 2_000;

export type JobOptions<Note> = {
  /** Past it the process ends with an error, and the server goes on. */
  maxHeapMb: number;
  /** What the job tells on its way. */
  onNote?: ((note: Note) => void) | undefined;
  /** Ends the process; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

/**
 * Runs a module that calls `serveJob` in a process of its own, for work of seconds during which nobody's
 * edit would be saved. A process and not a thread, because whatever ends it, be it a fault of the engine
 * itself, must not end the server. Job, notes and answer are cloned, as between threads.
 *
 * Rejects with the AppError that the job threw, with its own error, or, when it ended without a word,
 * with how and with the last it printed.
 */
export async function runJob<Answer, Note = never>(
  module: URL,
  job: unknown,
  { maxHeapMb, onNote, signal }: JobOptions<Note>,
): Promise<Answer> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const child = fork(fileURLToPath(module), {
    // Without the options of this process: they may be those of a test runner.
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-keptOutput);
  });
  const cancel = () => {
    reject(signal?.reason);
    child.kill('SIGKILL');
  };
  signal?.addEventListener('abort', cancel, { once: true });
  child.on('message', (message: JobMessage<Answer, Note>) => {
    switch (message.type) {
      case 'note':
        return onNote?.(message.note);
      case 'answer':
        return resolve(message.answer);
      case 'refused':
        return reject(new AppError(message.code, message.parameters));
      case 'failed':
        return reject(message.error);
    }
  });
  child.once('error', reject);
  // The last message may come after the end of the process, but not after that of the channel.
  void Promise.all([once(child, 'exit'), once(child, 'disconnect')])
    .then(([[code, killedBy]]) => {
      reject(new Error(`a job ended with ${killedBy ?? `code ${code}`} before its answer: ${output}`));
    })
    .catch(reject)
    .finally(() => signal?.removeEventListener('abort', cancel));
  child.send(job as object, (error) => {
    if (error) reject(error);
  });
  return promise;
}
