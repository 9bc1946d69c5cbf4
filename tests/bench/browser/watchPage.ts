import type { Page } from 'playwright-core';

export type PageWatch = {
  /** The longest task of the page's main thread; 0 when none took 50 ms. */
  longestTaskMs: number;
  /** The longest run of the page's own code within the long frames; 0 when none took 5 ms. */
  longestScriptMs: number;
  /** Tasks of 50 ms and more. */
  longTasks: number;
  /** Frames of a 60 Hz screen that were not drawn, per cent of those there were time for. */
  droppedPercent: number;
};

type Watching = { tasks: number[]; scripts: number[]; frames: number; startedAt: number };

/** Of the Long Animation Frames API, which the DOM's types do not know. */
type LongFrame = PerformanceEntry & { scripts: readonly { duration: number }[] };

/** Watches the page from now on. Returns what ends it. */
export async function watchPage(page: Page): Promise<() => Promise<PageWatch>> {
  await page.evaluate(() => {
    const watching: Watching = { tasks: [], scripts: [], frames: 0, startedAt: performance.now() };
    Object.assign(globalThis, { benchWatch: watching });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= watching.startedAt) watching.tasks.push(duration);
      }
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries() as LongFrame[]) {
        for (const { duration } of frame.scripts) watching.scripts.push(duration);
      }
    }).observe({ type: 'long-animation-frame' });
    const count = () => {
      watching.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  return () =>
    page.evaluate(() => {
      const { tasks, scripts, frames, startedAt } = (globalThis as unknown as { benchWatch: Watching })
        .benchWatch;
      const possible = ((performance.now() - startedAt) * 60) / 1_000;
      return {
        longestTaskMs: Math.max(0, ...tasks),
        longestScriptMs: Math.max(0, ...scripts),
        longTasks: tasks.length,
        droppedPercent: Math.max(0, (1 - frames / possible) * 100),
      };
    });
}
