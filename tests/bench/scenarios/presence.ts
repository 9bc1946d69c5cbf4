import { setTimeout as wait } from 'node:timers/promises';
import { pace } from '../pace.ts';
import { startBenchServer } from '../servers/startBenchServer.ts';
import { computeQuantile, formatMs } from '../statistics.ts';
import { measureEdits, openCrowd } from './latency.ts';
import { type Scenario, serverNames } from './Scenario.ts';

const crowd = { clients: 200, documents: 1, watchersPerDocument: 4 };
const movesPerSecond = 200 * 5;
const editsPerSecond = 10;
const maxFramesPerSecond = 2_000;
const maxP99Ms = 15;

export const presence: Scenario = {
  name: 'presence',
  about: '200 people in one document move their cursors 5 times a second, and 10 edits a second among them',
  async run({ isQuick }) {
    const seconds = isQuick ? 3 : 10;
    const frames: Record<string, string> = {};
    const edits: Record<string, string> = {};
    let ownFrames = Number.NaN;
    let ownP99 = Number.NaN;
    for (const name of serverNames) {
      const server = await startBenchServer(name, { documents: 1 });
      const open = await openCrowd(server, crowd);
      const moving = pace(movesPerSecond, seconds, (count) => {
        open.clients[count % open.clients.length]?.moveCursor({
          cursor: { table: 'activity', rowId: `r${count}` },
        });
      });
      const before = countFrames(open.clients);
      const started = performance.now();
      const { latencies } = await measureEdits(open, crowd, editsPerSecond, seconds);
      await moving;
      await wait(200);
      const perSecond = (countFrames(open.clients) - before) / ((performance.now() - started) / 1000);
      const p99 = computeQuantile(latencies, 0.99);
      frames[name] = Math.round(perSecond).toLocaleString('en');
      edits[name] = `${formatMs(computeQuantile(latencies, 0.5))}, ${formatMs(p99)}`;
      if (name === 'zvit') {
        ownFrames = perSecond;
        ownP99 = p99;
      }
      await open.close();
      await server.stop();
    }
    return [
      {
        what: 'awareness frames/s, all clients',
        values: frames,
        budget: `≤ ${maxFramesPerSecond}`,
        isWithin: ownFrames <= maxFramesPerSecond * 1.01,
      },
      {
        what: 'edit → seen meanwhile: p50, p99 ms',
        values: edits,
        budget: `p99 ≤ ${maxP99Ms}`,
        isWithin: ownP99 <= maxP99Ms,
      },
    ];
  },
};

function countFrames(clients: readonly { awarenessFrames: number }[]): number {
  return clients.reduce((sum, client) => sum + client.awarenessFrames, 0);
}
