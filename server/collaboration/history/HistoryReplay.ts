import * as Y from 'yjs';
import type { HistoryMark, RowChangeRecord } from '#server/storage/HistoryStore.ts';
import type { JournalEntry } from '#server/storage/Storage.ts';
import type { UserId } from '#shared/model/ids.ts';
import { observeRowChanges, printStored, type StoredChange } from '#shared/sheet/observeRowChanges.ts';
import { applyWhole } from '../updates/applyWhole.ts';

/**
 * A document of its own that follows the journal entry by entry and tells what each did to rows. What
 * is not a sheet has none; its states along the way are worth the same.
 */
export class HistoryReplay {
  readonly document = new Y.Doc();
  #mark: HistoryMark;
  #seen: StoredChange[] = [];
  readonly #stop: () => void;
  /** Since the last state that was kept. */
  tailEntries = 0;
  tailBytes = 0;
  stateBytes = 0;

  /** `fill` puts in what the document held at `mark`. */
  constructor(mark: HistoryMark, options: { isSheet: boolean }) {
    this.#mark = mark;
    this.#stop = options.isSheet
      ? observeRowChanges(this.document, (changes) => this.#seen.push(...changes))
      : () => undefined;
  }

  get mark(): HistoryMark {
    return this.#mark;
  }

  /** Puts in what stood before the mark: it is nobody's change. */
  fill(apply: (document: Y.Doc) => void): void {
    apply(this.document);
    this.#seen = [];
  }

  /**
   * Takes in the entries after the mark. A value is its client's owner's: a change that has waited for
   * another is not of whoever brought that other.
   */
  take(entries: readonly JournalEntry[], owners: ReadonlyMap<number, UserId>): RowChangeRecord[] {
    const records: RowChangeRecord[] = [];
    for (const { sequence, time, userId, update } of entries) {
      applyWhole(this.document, update);
      const moment = Math.max(this.#mark.moment, time);
      for (const { clientId, before, after, ...change } of this.#seen) {
        const owner = clientId === null ? undefined : owners.get(clientId);
        records.push({
          ...change,
          sequence,
          userId: owner ?? userId,
          time,
          moment,
          before: printStored(before),
          after: printStored(after),
        });
      }
      this.#seen = [];
      this.#mark = { sequence, moment };
      this.tailEntries += 1;
      this.tailBytes += update.byteLength;
    }
    return records;
  }

  /** Whether a whole state that is kept is that of this moment. */
  isAt(state: Uint8Array): boolean {
    // To write a large document takes a fraction of what it takes to put it together.
    if (Buffer.compare(Y.encodeStateAsUpdate(this.document), state) === 0) return true;
    const kept = new Y.Doc();
    Y.applyUpdate(kept, state);
    const isSame = Y.equalSnapshots(Y.snapshot(kept), Y.snapshot(this.document));
    kept.destroy();
    return isSame;
  }

  /** The whole document as it is at the mark, what waits included. */
  encodeState(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.document);
    this.stateBytes = state.byteLength;
    this.tailEntries = 0;
    this.tailBytes = 0;
    return state;
  }

  destroy(): void {
    this.#stop();
    this.document.destroy();
  }
}
