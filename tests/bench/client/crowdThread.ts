import { parentPort, workerData } from 'node:worker_threads';
import { must } from '#shared/must.ts';
import { BenchClient, type BenchClientOptions } from './BenchClient.ts';
import { EditLog } from './EditLog.ts';

/**
 * Clients that come back all at once, in a thread of their own: reading hundreds of megabytes would keep
 * the measuring process from noticing anything else. Answers with the milliseconds until all have everything.
 */
const startedAt = performance.now();
const clients = (workerData as Omit<BenchClientOptions, 'log'>[]).map(
  (options) => new BenchClient({ ...options, log: new EditLog(1) }),
);
await Promise.all(clients.map(({ whenAnswered }) => whenAnswered));
must(parentPort, 'the port of a worker thread').postMessage(performance.now() - startedAt);
for (const client of clients) client.close();
