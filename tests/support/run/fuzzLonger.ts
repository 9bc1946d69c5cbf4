import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runProcess } from '#tests/support/run/runProcess.ts';

/** `npm run test:fuzz`: far more runs than `npm test`: 10,000, or FUZZ_RUNS. */
process.env.FUZZ_RUNS ??= '10000';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { exitCode } = await runProcess([vitest, 'run', '--project=fuzz'], {
  echo: true,
  timeoutMs: 6 * 3_600_000,
});
process.exitCode = exitCode ?? 1;
