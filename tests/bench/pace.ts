import { setTimeout as wait } from 'node:timers/promises';

/**
 * Calls `act` at a steady rate for a time; what is late is made up for at once, so that a server that
 * falls behind is not given a rest for it.
 */
export async function pace(perSecond: number, seconds: number, act: (count: number) => void): Promise<void> {
  const started = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let count = 0; count < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
    for (; count < due; count += 1) act(count);
    await wait(1);
  }
}
