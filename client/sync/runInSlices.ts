/** Leaves most of a frame to what people do meanwhile. */
const sliceMs = 8;

/**
 * Does long work step by step, so that the page answers in between. What fits into one slice is done
 * before this returns. False when it was stopped before its end.
 */
export async function runInSlices(steps: Iterator<unknown>, isStopped: () => boolean): Promise<boolean> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      if (isStopped()) return false;
      if (steps.next().done === true) return true;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
