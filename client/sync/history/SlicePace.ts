/** How long the page may be busy with one slice: well under what a person feels as a halt. */
const sliceMs = 60;
const fewest = 20;
const most = 1_500;
/** Of one message: a long text is many small ones. */
const mostBytes = 256 * 1024;

/** How many pieces of work fit into the next slice, learned from how long the last one took. */
export class SlicePace {
  #count = 100;

  /** The end of the slice that begins at `from`; always at least one piece. */
  findEnd<T>(work: readonly T[], from: number, measureBytes: (piece: T) => number): number {
    let bytes = 0;
    let end = from;
    while (end < work.length && end - from < this.#count) {
      const piece = work[end];
      bytes += piece === undefined ? 0 : measureBytes(piece);
      if (bytes > mostBytes && end > from) break;
      end += 1;
    }
    return end;
  }

  /** Does a slice of `count` pieces, and learns from how long it takes. */
  time(count: number, work: () => void): void {
    const begun = performance.now();
    work();
    const fitting = Math.round((count * sliceMs) / Math.max(1, performance.now() - begun));
    // Not at a bound: one quick slice does not make the next one long.
    this.#count = Math.min(most, Math.max(fewest, Math.min(fitting, this.#count * 2)));
  }
}

/** About how many bytes a value takes in a message. */
export function measureValue(value: unknown): number {
  if (typeof value === 'string') return value.length * 2 + 40;
  if (typeof value !== 'object' || value === null) return 40;
  return Object.entries(value).reduce((sum, [key, entry]) => sum + key.length + measureValue(entry), 40);
}
