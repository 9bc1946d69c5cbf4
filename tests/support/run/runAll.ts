import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { countResults, type Outcome } from '#tests/support/run/countResults.ts';
import { runProcess } from '#tests/support/run/runProcess.ts';

/**
 * `npm test`: every check and every test there is, one after the other. Each check counts as one test.
 * Nothing ends the run early, and its last line is the sum. The exit code is 1 when anything failed.
 */

/** Ends a step that hangs; none comes near it. */
const stepTimeoutMs = 30 * 60_000;

/** Full names of tests that may be skipped. Empty, and meant to stay so. */
const allowedSkips: ReadonlySet<string> = new Set<string>();

const packages = createRequire(import.meta.url);
const biome = packages.resolve('@biomejs/biome/bin/biome');
const tsc = join(dirname(packages.resolve('typescript/package.json')), 'bin/tsc');
const vitest = join(dirname(packages.resolve('vitest/package.json')), 'vitest.mjs');

const checks = [
  { name: 'format', argv: [biome, 'check', '--linter-enabled=false', '--enforce-assist=true', '.'] },
  { name: 'lint', argv: [biome, 'lint', '--error-on-warnings', '--diagnostic-level=warn', '.'] },
  { name: 'types', argv: [tsc, '-p', '.'] },
  { name: 'build', argv: ['server/tools/build.ts'] },
];
/** Those of one step share the workers, so that none waits for the longest file of each. */
const steps = [
  { name: 'no browser', projects: ['unit', 'contract', 'server', 'fuzz'] },
  { name: 'browser', projects: ['e2e'] },
];

const outcomes: { name: string; seconds: number; outcome: Outcome }[] = [];
for (const { name, argv } of checks) await runStep(name, () => runCheck(argv));
for (const { name, projects } of steps) await runStep(name, () => runProjects(projects));
printSummary();

async function runStep(name: string, run: () => Promise<Outcome>): Promise<void> {
  console.info(`\n── ${name}`);
  const startedAtMs = performance.now();
  const outcome = await run();
  for (const problem of outcome.problems) console.info(`FAILED  ${problem}`);
  outcomes.push({ name, seconds: (performance.now() - startedAtMs) / 1000, outcome });
}

/** A check is quiet when it passes and is printed in full when it does not. */
async function runCheck(argv: string[]): Promise<Outcome> {
  const { exitCode, output } = await runProcess(argv, { echo: false, timeoutMs: stepTimeoutMs });
  if (exitCode === 0) return { passed: 1, failed: 0, problems: [] };
  console.info(output);
  return { passed: 0, failed: 1, problems: [`ended with ${exitCode ?? 'a signal'}: ${argv.join(' ')}`] };
}

async function runProjects(projects: readonly string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'zvit-test-'));
  const reportFile = join(folder, 'report.json');
  try {
    const { exitCode } = await runProcess(
      [
        vitest,
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ],
      { echo: true, timeoutMs: stepTimeoutMs },
    );
    const reportText = await readFile(reportFile, 'utf8').catch(() => null);
    return countResults(reportText, exitCode, allowedSkips);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printSummary(): void {
  console.info('\n── summary');
  let passed = 0;
  let failed = 0;
  for (const { name, seconds, outcome } of outcomes) {
    passed += outcome.passed;
    failed += outcome.failed;
    const counts = `${outcome.passed} passed, ${outcome.failed} failed`;
    console.info(`${name.padEnd(10)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
  console.info(`\n${passed} passed, ${failed} failed`);
}
