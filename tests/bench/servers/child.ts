import type { MemoryAnswer, Question, Ready } from './BenchServer.ts';

/** The two things every server's child process says: where it listens, and how much memory it takes. */
export function reportReady(ready: Ready): void {
  process.on('message', (question: Question) => {
    if (question !== 'memory') return;
    globalThis.gc?.();
    process.send?.({ rssBytes: process.memoryUsage().rss } satisfies MemoryAnswer);
  });
  process.send?.(ready);
}
