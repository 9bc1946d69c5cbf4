import type { SessionAnswer } from '#shared/api/contract.ts';
import type { UserId } from '#shared/model/ids.ts';

/** Whether the person this report was opened for is still the one the server knows. */
export type SessionStanding =
  | { kind: 'same' }
  /** The server was not reached when it was last asked. */
  | { kind: 'unreachable' }
  | { kind: 'ended' }
  | { kind: 'other'; name: string };

type Options = {
  userId: UserId;
  fetchSession(): Promise<SessionAnswer>;
  onStanding(standing: SessionStanding): void;
  onAnswer(answer: SessionAnswer): void;
};

/** Asks who is signed in whenever there is doubt, one question at a time. */
export class SessionGuard {
  readonly #options: Options;
  #standing: SessionStanding = { kind: 'same' };
  #asking: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get standing(): SessionStanding {
    return this.#standing;
  }

  check(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    let answer: SessionAnswer;
    try {
      answer = await this.#options.fetchSession();
    } catch {
      // What is known about the person stays: no answer says nothing about them.
      if (this.#standing.kind === 'same') this.#set({ kind: 'unreachable' });
      return;
    }
    this.#options.onAnswer(answer);
    const { actor } = answer;
    if (actor === null) this.#set({ kind: 'ended' });
    else if (actor.userId !== this.#options.userId) this.#set({ kind: 'other', name: actor.name });
    else this.#set({ kind: 'same' });
  }

  #set(standing: SessionStanding): void {
    this.#standing = standing;
    this.#options.onStanding(standing);
  }
}
