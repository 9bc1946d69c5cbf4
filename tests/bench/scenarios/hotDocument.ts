import { startBenchServer } from '../servers/startBenchServer.ts';
import { computeQuantile, formatMs } from '../statistics.ts';
import { measureEdits, openCrowd } from './latency.ts';
import { type Measure, type Scenario, serverNames } from './Scenario.ts';

const crowd = { clients: 200, documents: 1, watchersPerDocument: 4 };
const budgets = [
  { perSecond: 500, p99Ms: 15 },
  { perSecond: 1_000, p99Ms: 30 },
];

export const hotDocument: Scenario = {
  name: 'hot-document',
  about: '200 clients in one document, every edit to everybody; from writing to being seen',
  async run({ isQuick }) {
    const measures: Measure[] = budgets.map(({ perSecond, p99Ms }) => ({
      what: `${perSecond} edits/s: p50, p99 ms`,
      values: {},
      budget: `p99 ≤ ${p99Ms}`,
      isWithin: null,
    }));
    for (const name of serverNames) {
      for (const [index, { perSecond, p99Ms }] of budgets.entries()) {
        const server = await startBenchServer(name, { documents: 1 });
        const open = await openCrowd(server, crowd);
        await measureEdits(open, crowd, perSecond, 2);
        const { latencies, missing } = await measureEdits(open, crowd, perSecond, isQuick ? 3 : 12);
        const p99 = computeQuantile(latencies, 0.99);
        const measure = measures[index];
        if (measure) {
          const late = missing > 0 ? `, ${missing} not seen` : '';
          measure.values[name] = `${formatMs(computeQuantile(latencies, 0.5))}, ${formatMs(p99)}${late}`;
          if (name === 'zvit') measure.isWithin = p99 <= p99Ms && missing === 0;
        }
        await open.close();
        await server.stop();
      }
    }
    return measures;
  },
};
