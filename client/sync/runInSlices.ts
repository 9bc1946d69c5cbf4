import { pause } from './pause.ts';
import type { Steps } from './runSteps.ts';

export type SliceOptions<P> = {
  /** Ends the work before its next step. */
  signal?: AbortSignal;
  /** Hears how far it is, after each slice but the last. */
  onProgress?(done: P): void;
  /** How long the page may be busy before it draws and hears keys again. */
  sliceMs?: number;
};

/** For what the person waits for. */
const awaitedMs = 24;
/** For what nobody has asked for: leaves most of a frame to what people do meanwhile. */
export const backgroundMs = 8;

/**
 * Does long work step by step, so that the page lives in between. What fits into one slice is done
 * before this returns. Resolves with null when `signal` ended it.
 */
export async function runInSlices<T, P>(
  steps: Steps<T, P>,
  { signal, onProgress, sliceMs = awaitedMs }: SliceOptions<P> = {},
): Promise<T | null> {
  for (;;) {
    const until = performance.now() + sliceMs;
    let step: IteratorResult<P, T>;
    do {
      if (signal?.aborted) return null;
      step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    onProgress?.(step.value);
    await pause();
  }
}
