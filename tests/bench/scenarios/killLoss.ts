import { setTimeout as wait } from 'node:timers/promises';
import { BenchClient } from '../BenchClient.ts';
import { benchDocument } from '../servers/BenchServer.ts';
import { startBenchServer } from '../servers/startBenchServer.ts';
import { computeQuantile, formatMs } from '../statistics.ts';
import type { Scenario } from './Scenario.ts';

const writers = 20;
const maxP50Ms = 10;
const maxP99Ms = 50;

export const killLoss: Scenario = {
  name: 'kill-loss',
  about:
    '20 writers; the server is killed with SIGKILL at random moments; edits shown as saved and gone afterwards',
  async run({ isQuick }) {
    const own = await killRepeatedly('zvit', isQuick ? 10 : 200);
    // Each of the peer's rounds loses: a few tell as much as two hundred.
    const stock = await killRepeatedly('hocuspocus', isQuick ? 5 : 20);
    const print = ({ saved, lost, rounds }: KillResult) => `${lost} of ${saved} in ${rounds} kills`;
    const times = ({ savedMs }: KillResult) =>
      `${formatMs(computeQuantile(savedMs, 0.5))}, ${formatMs(computeQuantile(savedMs, 0.99))}`;
    return [
      {
        what: 'edits shown as saved, then lost',
        values: { zvit: print(own), hocuspocus: print(stock) },
        budget: '0',
        isWithin: own.lost === 0,
      },
      {
        what: 'edit → saved: p50, p99 ms',
        values: { zvit: times(own), hocuspocus: times(stock) },
        budget: `p50 ≤ ${maxP50Ms}, p99 ≤ ${maxP99Ms}`,
        isWithin:
          computeQuantile(own.savedMs, 0.5) <= maxP50Ms && computeQuantile(own.savedMs, 0.99) <= maxP99Ms,
      },
    ];
  },
};

type KillResult = { rounds: number; saved: number; lost: number; savedMs: number[] };

async function killRepeatedly(name: 'zvit' | 'hocuspocus', rounds: number): Promise<KillResult> {
  const result: KillResult = { rounds, saved: 0, lost: 0, savedMs: [] };
  let server = await startBenchServer(name, { documents: 1 });
  const { dataDir } = server;
  for (let round = 0; round < rounds; round += 1) {
    const saved = new Map<string, number>();
    const clients = Array.from(
      { length: writers },
      () => new BenchClient(server, { documentName: benchDocument(0) }),
    );
    await Promise.all(clients.map((client) => client.ready));
    let isKilled = false;
    const writing = clients.map(async (client, index) => {
      for (let count = 0; !isKilled; count += 1) {
        const key = `r${round}w${index}n${count}/note`;
        const started = performance.now();
        const { acknowledged } = client.write(key, count);
        const time = await Promise.race([acknowledged, ended.promise]);
        if (time === null) return;
        saved.set(key, count);
        result.savedMs.push(time - started);
        await wait(Math.random() * 20);
      }
    });
    const ended = Promise.withResolvers<null>();
    await wait(200 + Math.random() * 600);
    await server.kill();
    isKilled = true;
    ended.resolve(null);
    await Promise.all(writing);
    await Promise.all(clients.map((client) => client.stop()));
    server = await startBenchServer(name, { documents: 1, dataDir });
    const found = await readCells(server);
    result.saved += saved.size;
    for (const [key, value] of saved) if (found.get(key) !== value) result.lost += 1;
  }
  await server.stop();
  return result;
}

/** What the restarted server has, as a client that comes anew is given it. */
async function readCells(
  server: Awaited<ReturnType<typeof startBenchServer>>,
): Promise<Map<string, unknown>> {
  const reader = new BenchClient(server, { documentName: benchDocument(0), onSeen: () => undefined });
  await reader.ready;
  const cells = new Map(reader.doc.getMap('cells').entries());
  await reader.stop();
  return cells;
}
