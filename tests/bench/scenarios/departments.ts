import { startBenchServer } from '../servers/startBenchServer.ts';
import { computeQuantile, formatMs } from '../statistics.ts';
import { measureEdits, openCrowd } from './latency.ts';
import { type Scenario, serverNames } from './Scenario.ts';

const crowd = { clients: 1_500, documents: 500, watchersPerDocument: 1 };
const editsPerSecond = 350;
const maxP99Ms = 5;
const maxConnectionKb = 40;

export const departments: Scenario = {
  name: 'departments',
  about: '1,500 clients, 500 documents, 350 edits/s; and what a connection costs in memory',
  async run({ isQuick }) {
    const latency: Record<string, string> = {};
    const memory: Record<string, string> = {};
    let ownP99 = Number.NaN;
    let ownKb = Number.NaN;
    for (const name of serverNames) {
      const server = await startBenchServer(name, { documents: crowd.documents });
      const before = await server.readMemory();
      const open = await openCrowd(server, crowd);
      const perConnectionKb = ((await server.readMemory()) - before) / crowd.clients / 1_000;
      await measureEdits(open, crowd, editsPerSecond, 2);
      const { latencies, missing } = await measureEdits(open, crowd, editsPerSecond, isQuick ? 3 : 12);
      const p99 = computeQuantile(latencies, 0.99);
      const late = missing > 0 ? `, ${missing} not seen` : '';
      latency[name] = `${formatMs(computeQuantile(latencies, 0.5))}, ${formatMs(p99)}${late}`;
      memory[name] = perConnectionKb.toFixed(0);
      if (name === 'zvit') {
        ownP99 = missing === 0 ? p99 : Number.POSITIVE_INFINITY;
        ownKb = perConnectionKb;
      }
      await open.close();
      await server.stop();
    }
    return [
      {
        what: 'edit → seen: p50, p99 ms',
        values: latency,
        budget: `p99 ≤ ${maxP99Ms}`,
        isWithin: ownP99 <= maxP99Ms,
      },
      {
        what: 'memory, kB a connection with its document',
        values: memory,
        budget: `≤ ${maxConnectionKb}`,
        isWithin: ownKb <= maxConnectionKb,
      },
    ];
  },
};
