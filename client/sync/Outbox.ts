/**
 * Changes that were made without a connection travel as one message when it is back, and the server
 * takes 8 MiB. Half of it leaves room for what is typed meanwhile, and for what an earlier tab left.
 */
const mostWaitingBytes = 4 * 1024 * 1024;

/** How much of one's own waits for the server's confirmation. */
export class Outbox {
  #sizes: number[] = [];
  #bytes = 0;
  #waiting: (() => void)[] = [];

  add(bytes: number): void {
    this.#sizes.push(bytes);
    this.#bytes += bytes;
  }

  /** The server confirms changes in their order: only the last `count` are left. */
  keepLast(count: number): void {
    const confirmed = this.#sizes.splice(0, Math.max(0, this.#sizes.length - count));
    for (const bytes of confirmed) this.#bytes -= bytes;
    if (this.#hasRoom) this.#wake();
  }

  /** Those who wait for room learn that there is none. */
  giveUpWaiting(): void {
    this.#wake();
  }

  /** False when there is no room, and nobody to make any. */
  async whenRoom(isConnected: () => boolean, signal?: AbortSignal): Promise<boolean> {
    while (!this.#hasRoom && isConnected() && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return this.#hasRoom;
  }

  get #hasRoom(): boolean {
    return this.#bytes < mostWaitingBytes;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
