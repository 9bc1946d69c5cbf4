import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long something took, what came of it, and how long the event loop of this process was kept at most. */
export async function watched<T>(
  act: () => T | Promise<T>,
): Promise<{ ms: number; keptMs: number; result: T }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const result = await act();
  const ms = performance.now() - started;
  delay.disable();
  return { ms, keptMs: delay.max / 1e6, result };
}
