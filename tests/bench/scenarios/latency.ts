import { setTimeout as wait } from 'node:timers/promises';
import { BenchClient, type Seen } from '../BenchClient.ts';
import { pace } from '../pace.ts';
import { benchDocument } from '../servers/BenchServer.ts';
import type { RunningBenchServer } from '../servers/startBenchServer.ts';

export type Crowd = {
  clients: number;
  documents: number;
  /** Clients of each document that decode what arrives; the others only receive. */
  watchersPerDocument: number;
};

export type OpenCrowd = {
  clients: BenchClient[];
  /** Latencies from writing to being seen by a watcher, in ms, as they come. */
  latencies: number[];
  close(): Promise<void>;
};

const atOnce = 50;
/** How long the last edits may take to arrive once writing has stopped; what is not there by then is counted. */
const settleMs = 15_000;

/** Opens the clients, dealt out over the documents in turn. */
export async function openCrowd(server: RunningBenchServer, crowd: Crowd): Promise<OpenCrowd> {
  const latencies: number[] = [];
  const onSeen = ({ value }: Seen) => {
    if (typeof value === 'number') latencies.push(performance.now() - value);
  };
  const clients: BenchClient[] = [];
  for (let start = 0; start < crowd.clients; start += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, crowd.clients - start) }, (_, offset) => {
      const index = start + offset;
      const documentName = benchDocument(index % crowd.documents);
      const isWatcher = Math.floor(index / crowd.documents) < crowd.watchersPerDocument;
      return new BenchClient(server, isWatcher ? { documentName, onSeen } : { documentName });
    });
    await Promise.all(batch.map((client) => client.ready));
    clients.push(...batch);
  }
  return {
    clients,
    latencies,
    async close() {
      await Promise.all(clients.map((client) => client.stop()));
    },
  };
}

/** Edits at a steady rate from all clients but the watchers; the latencies of everything that arrived. */
export async function measureEdits(
  { clients, latencies }: OpenCrowd,
  { documents, watchersPerDocument }: Crowd,
  perSecond: number,
  seconds: number,
): Promise<{ latencies: number[]; missing: number }> {
  const writers = clients.slice(documents * watchersPerDocument);
  latencies.length = 0;
  let written = 0;
  await pace(perSecond, seconds, (count) => {
    const writer = writers[count % writers.length];
    // A key of its own for each writer: an edit that was overwritten would never be seen.
    writer?.write(
      `w${count % writers.length}n${Math.floor(count / writers.length) % 50}/note`,
      performance.now(),
    );
    written += 1;
  });
  const expected = written * watchersPerDocument;
  const deadline = performance.now() + settleMs;
  while (latencies.length < expected && performance.now() < deadline) await wait(20);
  return { latencies: [...latencies], missing: expected - latencies.length };
}
