import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { departments } from './scenarios/departments.ts';
import { firstTotals } from './scenarios/firstTotals.ts';
import { hotDocument } from './scenarios/hotDocument.ts';
import { killLoss } from './scenarios/killLoss.ts';
import { presence } from './scenarios/presence.ts';
import { type Measure, type Scenario, serverNames } from './scenarios/Scenario.ts';

const scenarios: readonly Scenario[] = [hotDocument, departments, presence, firstTotals, killLoss];

/** `npm run bench [-- --quick] [-- --only name]`: every scenario beside its peers in one run. */
const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const chosen = scenarios.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`No such benchmark. There are: ${scenarios.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
console.log('Peers: Hocuspocus 4.7 with its SQLite extension, y-websocket 2.1.0 (keeps nothing).');
for (const scenario of chosen) {
  console.log(`\n${scenario.name}: ${scenario.about}`);
  console.log(['', ...serverNames, 'budget', ''].join(' | '));
  for (const measure of await scenario.run({ isQuick: values.quick })) console.log(formatMeasure(measure));
}
process.exit(0);

function formatMeasure({ what, values: measured, budget, isWithin }: Measure): string {
  const verdict = isWithin === null ? '' : isWithin ? 'within' : 'OVER';
  return [what, ...serverNames.map((name) => measured[name] ?? '—'), budget, verdict].join(' | ');
}
