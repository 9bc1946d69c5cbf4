import { createHash } from 'node:crypto';
import type { Answer } from './Route.ts';

/** How long the same request is answered as before: as long as anybody would try again. */
export const answerKeptMs = 3_600_000;
/** Answers kept of one session: who presses again presses what was pressed last. */
export const answersPerOwner = 8;
const maxAnswers = 1_000;

type Kept = { owner: string; until: number; signal: AbortSignal; answer: Promise<Answer<unknown>> };

export type AnswerBook = {
  /**
   * Does it, unless the same was done already or is being done: then gives that answer. What was refused
   * or has failed is not kept. `parts` are all that makes two requests the same one.
   */
  once(
    request: { owner: string; parts: readonly unknown[]; signal: AbortSignal },
    run: () => Promise<Answer<unknown>>,
  ): Promise<{ answer: Answer<unknown>; isRepeated: boolean }>;
};

/**
 * Answers by the key their request came with, in memory alone: some hold a secret that is stored nowhere.
 * A server that was started anew has none, and what it did before is refused by what stands by then.
 */
export function createAnswerBook(now: () => number): AnswerBook {
  /** The oldest first. */
  const book = new Map<string, Kept>();

  function sweep(): void {
    for (const [id, { until }] of book) if (until <= now()) book.delete(id);
  }

  function makeRoom(owner: string): void {
    const own = [...book].filter(([, kept]) => kept.owner === owner);
    for (const [id] of own.slice(0, Math.max(0, own.length - answersPerOwner + 1))) book.delete(id);
    for (const id of book.keys()) {
      if (book.size < maxAnswers) return;
      book.delete(id);
    }
  }

  return {
    async once({ owner, parts, signal }, run) {
      const id = createHash('sha256')
        .update(JSON.stringify([owner, ...parts]))
        .digest('hex');
      sweep();
      for (let before = book.get(id); before !== undefined; before = book.get(id)) {
        try {
          return { answer: await before.answer, isRepeated: true };
        } catch (error) {
          // Whoever asked first may have gone before it was done; that is no reason not to do it now.
          if (!before.signal.aborted) throw error;
          if (book.get(id) === before) book.delete(id);
        }
      }
      makeRoom(owner);
      const kept: Kept = { owner, until: Number.POSITIVE_INFINITY, signal, answer: run() };
      book.set(id, kept);
      try {
        const answer = await kept.answer;
        kept.until = now() + answerKeptMs;
        return { answer, isRepeated: false };
      } catch (error) {
        if (book.get(id) === kept) book.delete(id);
        throw error;
      }
    },
  };
}
