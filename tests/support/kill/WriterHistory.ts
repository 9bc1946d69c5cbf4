import type { Row } from '#shared/model/rows.ts';

type RowEvent = { text: string | null };
type RowHistory = { events: RowEvent[] /** How many of the events were shown as saved. */; saved: number };

/** What one person has done to rows that are theirs alone, and up to where they were told it is saved. */
export class WriterHistory {
  readonly #rows = new Map<string, RowHistory>();
  /** Changes shown as saved so far. */
  savedCount = 0;

  /** `text` is what the row's note holds now; null when the row is gone. */
  note(rowId: string, text: string | null): void {
    const history = this.#rows.get(rowId);
    if (history) history.events.push({ text });
    else this.#rows.set(rowId, { events: [{ text }], saved: 0 });
  }

  /** Everything done up to now was shown as saved. */
  claim(): void {
    for (const history of this.#rows.values()) {
      this.savedCount += history.events.length - history.saved;
      history.saved = history.events.length;
    }
  }

  /** Changes that were shown as saved and are not there: the row as stored stands before what was claimed. */
  countLost(stored: ReadonlyMap<string, Row>): number {
    let lost = 0;
    for (const [rowId, { events, saved }] of this.#rows) {
      if (saved === 0) continue;
      const row = stored.get(rowId);
      const text = row ? row.values.note : null;
      // A later change may have been stored without anybody having heard of it.
      const reached = events.findLastIndex((event) => event.text === text);
      lost += Math.max(0, saved - 1 - reached);
    }
    return lost;
  }
}
