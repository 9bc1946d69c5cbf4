import { env } from 'node:process';

/**
 * How much is fuzzed: `FUZZ_SEED=123` replays one run, `FUZZ_RUNS=10000` makes the search longer. What
 * needs fewer runs than the sheets takes the `part`-th of them.
 */
export function readFuzzSettings(part = 1): { seeds: number[]; isReplay: boolean } {
  const seed = env.FUZZ_SEED;
  if (seed !== undefined) return { seeds: [Number(seed)], isReplay: true };
  const runs = Math.ceil(Number(env.FUZZ_RUNS ?? 600) / part);
  return { seeds: Array.from({ length: runs }, (_, index) => index + 1), isReplay: false };
}
