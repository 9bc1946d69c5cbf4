import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { runBrowserCase } from './cases/browserCase.ts';
import { runCheckCase } from './cases/checkCase.ts';
import { runColumnsCase } from './cases/columnsCase.ts';
import { editCaseNames, runEditCase } from './cases/editCases.ts';
import { runExportCase } from './cases/exportCase.ts';
import { runFinaliseCase } from './cases/finaliseCase.ts';
import { runGridCase } from './cases/gridCase.ts';
import { runHistoryCase } from './cases/historyCase.ts';
import { runKillCase } from './cases/killCase.ts';
import { runOverviewCase } from './cases/overviewCase.ts';
import { runReconnectCase } from './cases/reconnectCase.ts';
import { runSearchCase } from './cases/searchCase.ts';
import { runSentenceCase } from './cases/sentenceCase.ts';
import { runSmallCase } from './cases/smallCase.ts';
import type { CaseReport } from './report/Measure.ts';
import { printReport } from './report/printReport.ts';

/**
 * `npm run bench`: measures this product beside Hocuspocus with its SQLite extension and y-websocket
 * as they come, each in a process of its own, under the same load from the same clients, and its files
 * beside what the libraries write bare. It never fails for being slow: it prints. `--only hot500`
 * (several: commas) and `--quick` make it shorter; `--patient` measures again what was measured while
 * the machine was busy with something else.
 */
type Options = { isQuick: boolean; isPatient: boolean };

const cases: [name: string, run: (options: Options) => Promise<CaseReport>][] = [
  ...editCaseNames.map((name): (typeof cases)[number] => [name, (options) => runEditCase(name, options)]),
  ['reconnect', runReconnectCase],
  ['browser', runBrowserCase],
  ['overview', runOverviewCase],
  ['grid', runGridCase],
  ['columns', runColumnsCase],
  ['small', runSmallCase],
  ['sentence', runSentenceCase],
  ['exports', runExportCase],
  ['history', runHistoryCase],
  ['check', runCheckCase],
  ['search', runSearchCase],
  ['finalise', runFinaliseCase],
  ['kill', runKillCase],
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    patient: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',');
const unknown = only?.filter((name) => !cases.some(([known]) => known === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No case ${unknown.join(', ')}. There are: ${cases.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

const [cpu] = cpus();
console.info(
  `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}; ` +
    `load before: ${loadavg()[0]?.toFixed(1)}\n`,
);
for (const [name, run] of cases) {
  if (only && !only.includes(name)) continue;
  console.info(printReport(await run({ isQuick: values.quick, isPatient: values.patient })));
}
