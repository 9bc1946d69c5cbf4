import type { Server } from 'node:http';
import type { Logger } from '#server/log/createLogger.ts';

/** Something that was opened and has to be let go; `timeoutMs` bounds how long that may take. */
export type OpenPart = { name: string; release(): Promise<unknown>; timeoutMs: number };

type Options = {
  server: Server;
  /** In the order in which they were opened; released from the last to the first. */
  parts: readonly OpenPart[];
  log: Logger;
};

const requestsMs = 500;

/**
 * No new connections, then the documents, then the storage. What fails or hangs is logged and left
 * behind: everything accepted is on disk already. True when all of it ended well.
 */
export async function stopServer({ server, parts, log }: Options): Promise<boolean> {
  const requests = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const [last, ...earlier] = [...parts].reverse();
  // Answers in flight may need the last part, the documents, only until it has stopped: both at once.
  const results = [last === undefined ? Promise.resolve(true) : release(last, log)];
  if (!(await isDoneWithin(requests, requestsMs))) server.closeAllConnections();
  await Promise.all(results);
  for (const part of earlier) {
    const result = release(part, log);
    results.push(result);
    await result;
  }
  return (await Promise.all(results)).every((isDone) => isDone);
}

/** Never rejects; false when it failed or took too long. */
export async function release({ name, release, timeoutMs }: OpenPart, log: Logger): Promise<boolean> {
  try {
    if (await isDoneWithin(release(), timeoutMs)) return true;
    log.error({ part: name, timeoutMs }, 'stopping: a part did not end in time');
  } catch (error) {
    log.error({ err: error, part: name }, 'stopping: a part failed');
  }
  return false;
}

async function isDoneWithin(work: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, timeoutMs, false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
