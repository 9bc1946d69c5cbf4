import type { Page } from 'playwright-core';

export type PageWatch = {
  /** The longest task of the page's main thread; 0 when none took 50 ms. */
  longestTaskMs: number;
  /** Tasks of 50 ms and more. */
  longTasks: number;
  /** Frames of a 60 Hz screen that were not drawn, per cent of those there were time for. */
  droppedPercent: number;
};

type Watching = { tasks: number[]; frames: number; startedAt: number };

/** Watches the page from now on. Returns what ends it. */
export async function watchPage(page: Page): Promise<() => Promise<PageWatch>> {
  await page.evaluate(() => {
    const watching: Watching = { tasks: [], frames: 0, startedAt: performance.now() };
    Object.assign(globalThis, { benchWatch: watching });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= watching.startedAt) watching.tasks.push(duration);
      }
    }).observe({ type: 'longtask' });
    const count = () => {
      watching.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  return () =>
    page.evaluate(() => {
      const { tasks, frames, startedAt } = (globalThis as unknown as { benchWatch: Watching }).benchWatch;
      const possible = ((performance.now() - startedAt) * 60) / 1_000;
      return {
        longestTaskMs: Math.max(0, ...tasks),
        longTasks: tasks.length,
        droppedPercent: Math.max(0, (1 - frames / possible) * 100),
      };
    });
}
