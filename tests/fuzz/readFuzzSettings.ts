import { env } from 'node:process';

/** How much is fuzzed: `FUZZ_SEED=123` replays one run, `FUZZ_RUNS=10000` makes the search longer. */
export function readFuzzSettings(): { seeds: number[]; isReplay: boolean } {
  const seed = env.FUZZ_SEED;
  if (seed !== undefined) return { seeds: [Number(seed)], isReplay: true };
  const runs = Number(env.FUZZ_RUNS ?? 600);
  return { seeds: Array.from({ length: runs }, (_, index) => index + 1), isReplay: false };
}
