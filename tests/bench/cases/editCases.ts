import type { CaseReport, Measure } from '../report/Measure.ts';
import { type ServerName, serverNames } from '../servers/BenchServer.ts';
import { type EditLoad, type EditResult, measureEdits } from './measureEdits.ts';

type Results = Record<ServerName, EditResult>;
type EditCase = { title: string; load: EditLoad; measures(results: Results): Measure[] };

const hot: EditLoad = {
  clients: 200,
  documents: 1,
  people: 200,
  editsPerSecond: 500,
  cursorMovesPerSecond: 0,
  seconds: 12,
  measuresMemory: false,
};

/** By name, as `--only` takes them. */
const editCases: Record<string, EditCase> = {
  hot500: {
    title: '200 people in one sheet, 500 edits a second',
    load: hot,
    measures: (results) => buildEditMeasures(results, 15),
  },
  hot1000: {
    title: '200 people in one sheet, 1,000 edits a second',
    load: { ...hot, editsPerSecond: 1_000 },
    measures: (results) => buildEditMeasures(results, 30),
  },
  department: {
    title: '1,500 people in 500 sheets, 350 edits a second',
    load: { ...hot, clients: 1_500, documents: 500, people: 500, editsPerSecond: 350, measuresMemory: true },
    measures: (results) => [
      ...buildEditMeasures(results, 5),
      pick(
        'memory held per idle connection, its share of the sheets included',
        'kB',
        results,
        toKilobytes,
        40,
      ),
    ],
  },
  saved: {
    title: 'From an edit to “saved”: 20 writers in 4 sheets, 400 edits a second',
    load: { ...hot, clients: 20, documents: 4, people: 20, editsPerSecond: 400 },
    measures: (results) => [
      pick('confirmed, p50', 'ms', results, ({ ackP50 }) => ackP50, 10),
      pick('confirmed, p99', 'ms', results, ({ ackP99 }) => ackP99, 50),
    ],
  },
  presence: {
    title: '200 people in one sheet move their cursors 5 times a second, 5 edits a second',
    load: { ...hot, editsPerSecond: 5, cursorMovesPerSecond: 1_000 },
    measures: (results) => [
      pick(
        'cursor frames delivered to all',
        '/s',
        results,
        ({ awarenessFramesPerSecond }) => awarenessFramesPerSecond,
        2_000,
      ),
      pick('seen by all others, p99', 'ms', results, ({ seenP99 }) => seenP99, 15),
      pick('load of the server', '%', results, ({ serverLoadPercent }) => serverLoadPercent),
    ],
  },
};

export const editCaseNames = Object.keys(editCases);

/** Runs one case on every server, one after the other. */
export async function runEditCase(
  name: string,
  options: { isQuick: boolean; isPatient: boolean },
): Promise<CaseReport> {
  const editCase = editCases[name];
  if (!editCase) throw new RangeError(`no case ${name}`);
  const load = options.isQuick ? { ...editCase.load, seconds: 4 } : editCase.load;
  const results: Partial<Results> = {};
  for (const server of serverNames) results[server] = await measureEdits(server, load, options);
  const complete = results as Results;
  const others = serverNames.map((server) => printPercent(complete[server].othersShare)).join(', ');
  const delays = serverNames.map((server) => `${complete[server].ownDelayP99.toFixed(1)} ms`).join(', ');
  const failures = serverNames.flatMap((server) => describeFailures(server, complete[server]));
  return {
    title: editCase.title,
    measures: editCase.measures(complete),
    notes: [
      `The measuring process itself was late by (p99): ${delays}; other processes used ${others} of the machine.`,
      ...failures,
    ],
  };
}

function describeFailures(server: ServerName, { unseen, refusals }: EditResult): string[] {
  const notes: string[] = [];
  if (unseen > 0)
    notes.push(`${server}: ${unseen} edits had not reached everybody half a minute after the end.`);
  if (refusals > 0) notes.push(`${server}: ${refusals} refusals.`);
  return notes;
}

function buildEditMeasures(results: Results, budget: number): Measure[] {
  return [
    pick('seen by all others, p50', 'ms', results, ({ seenP50 }) => seenP50),
    pick('seen by all others, p99', 'ms', results, ({ seenP99 }) => seenP99, budget),
    pick('confirmed, p50', 'ms', results, ({ ackP50 }) => ackP50),
    pick('confirmed, p99', 'ms', results, ({ ackP99 }) => ackP99),
    pick('load of the server', '%', results, ({ serverLoadPercent }) => serverLoadPercent),
  ];
}

function pick(
  label: string,
  unit: Measure['unit'],
  results: Results,
  read: (result: EditResult) => number | null,
  budget?: number,
): Measure {
  const values = Object.fromEntries(serverNames.map((server) => [server, read(results[server])]));
  return budget === undefined ? { label, unit, values } : { label, unit, values, budget };
}

function printPercent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(0)} %`;
}

function toKilobytes({ bytesPerConnection }: EditResult): number | null {
  return bytesPerConnection === null ? null : bytesPerConnection / 1_000;
}
