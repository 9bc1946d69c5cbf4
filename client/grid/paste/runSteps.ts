/** A long piece of work that can pause: yields how far it is, returns what came out. */
export type Steps<T> = Generator<number, T, void>;

/** Does all of it at once. */
export function runSteps<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** How long the page may be busy before it draws and hears keys again. */
const sliceMs = 24;

/**
 * Does the work in slices, between which the page lives. Resolves with null when `signal` ended it.
 * `onProgress` hears how far it is, after each slice.
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  options: { signal?: AbortSignal; onProgress?(done: number): void } = {},
): Promise<T | null> {
  for (;;) {
    const until = performance.now() + sliceMs;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) return step.value;
    options.onProgress?.(step.value);
    await pause();
    if (options.signal?.aborted) return null;
  }
}

/** Until the browser has drawn, and done what waited. A hidden page draws nothing, so time decides. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
