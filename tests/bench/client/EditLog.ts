/** Begins a mark; nothing else in a frame is this byte followed by eight digits. */
const sign = 0x23;
const digits = 8;

/**
 * Every edit of a run: when it was sent, when its author heard that it is stored, and when the last of
 * the others saw it. Marks are read out of the raw frames.
 */
export class EditLog {
  readonly #sentAt: number[] = [];
  readonly #ackAt: number[] = [];
  readonly #lastSeenAt: number[] = [];
  readonly #seen: number[] = [];
  /** Edits before this one belong to warming up. */
  #first = 0;
  /** How many clients see an edit: the author's own copy comes back too. */
  readonly #audience: number;

  constructor(audience: number) {
    this.#audience = audience;
  }

  begin(): { id: number; mark: string } {
    const id = this.#sentAt.length;
    this.#sentAt.push(performance.now());
    this.#ackAt.push(0);
    this.#lastSeenAt.push(0);
    this.#seen.push(0);
    return { id, mark: `#${String(id).padStart(digits, '0')}` };
  }

  /** Forgets what was measured up to now. */
  startMeasuring(): void {
    this.#first = this.#sentAt.length;
  }

  acknowledge(id: number): void {
    this.#ackAt[id] = performance.now();
  }

  /** Notes every mark in a frame as seen by one more client. */
  see(frame: Buffer, offset: number): void {
    const now = performance.now();
    for (let at = frame.indexOf(sign, offset); at >= 0; at = frame.indexOf(sign, at + 1)) {
      let id = 0;
      let length = 0;
      while (length < digits) {
        const digit = (frame[at + 1 + length] ?? 0) - 0x30;
        if (digit < 0 || digit > 9) break;
        id = id * 10 + digit;
        length += 1;
      }
      if (length < digits || id >= this.#seen.length) continue;
      this.#seen[id] = (this.#seen[id] ?? 0) + 1;
      this.#lastSeenAt[id] = now;
    }
  }

  get edits(): number {
    return this.#sentAt.length - this.#first;
  }

  get isComplete(): boolean {
    return this.#seen.every((seen) => seen >= this.#audience);
  }

  /** Milliseconds from sending to the last of the others; edits that not everybody has seen are missing. */
  seenByAllMs(): number[] {
    return this.#since(this.#lastSeenAt, (id) => (this.#seen[id] ?? 0) >= this.#audience);
  }

  /** Milliseconds from sending to the confirmation. */
  acknowledgedMs(): number[] {
    return this.#since(this.#ackAt, (id) => this.#ackAt[id] !== 0);
  }

  #since(times: readonly number[], isDone: (id: number) => boolean): number[] {
    const result: number[] = [];
    for (let id = this.#first; id < this.#sentAt.length; id += 1) {
      if (isDone(id)) result.push((times[id] ?? 0) - (this.#sentAt[id] ?? 0));
    }
    return result;
  }
}
