type PieceEvent = { words: string | null };
type PieceHistory = {
  events: PieceEvent[] /** How many of the events were shown as saved. */;
  saved: number;
};

/** What one person has done to rows or paragraphs that are theirs alone, and up to where they were told it is saved. */
export class WriterHistory {
  readonly #pieces = new Map<string, PieceHistory>();
  /** Changes shown as saved so far. */
  savedCount = 0;

  /** `words` are what the piece holds now; null when it is gone. */
  note(key: string, words: string | null): void {
    const history = this.#pieces.get(key);
    if (history) history.events.push({ words });
    else this.#pieces.set(key, { events: [{ words }], saved: 0 });
  }

  /** Everything done up to now was shown as saved. */
  claim(): void {
    for (const history of this.#pieces.values()) {
      this.savedCount += history.events.length - history.saved;
      history.saved = history.events.length;
    }
  }

  /** Changes that were shown as saved and are not there: the piece as stored stands before what was claimed. */
  countLost(stored: ReadonlyMap<string, string>): number {
    let lost = 0;
    for (const [key, { events, saved }] of this.#pieces) {
      if (saved === 0) continue;
      const words = stored.get(key) ?? null;
      // A later change may have been stored without anybody having heard of it.
      const reached = events.findLastIndex((event) => event.words === words);
      lost += Math.max(0, saved - 1 - reached);
    }
    return lost;
  }
}
