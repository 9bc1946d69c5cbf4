import * as Y from 'yjs';
import type { JournalEntry } from '#server/storage/Storage.ts';
import type { RowId, UserId } from '#shared/model/ids.ts';
import { readClock, readStandingRows, type Stretch } from '#shared/sheet/readStandingRows.ts';

/** The journal's entry by which a row came to be as it is. */
export type RowChange = {
  sequence: number;
  time: number;
  /** Null for the server's own changes. */
  userId: UserId | null;
};

type Unseen = Stretch & { change: RowChange };

/**
 * Who changed each row of one sheet last. An entry of the journal says who and when, the document says
 * which rows hold what the entry wrote: an update itself does not, since a value that replaces another
 * names its neighbour and not its key. So nothing is noted while people write; entries are taken in,
 * each once and in order, when somebody asks.
 */
export class RowChanges {
  readonly #rows = new Map<RowId, RowChange>();
  readonly #claimed = new Map<number, [from: number, to: number][]>();
  /** Written in an entry, and not in the document yet: it waits for a change that has not arrived. */
  #unseen: Unseen[] = [];
  #sequence = 0;

  /** The last entry that was taken in. */
  get sequence(): number {
    return this.#sequence;
  }

  find(rowId: RowId): RowChange | null {
    return this.#rows.get(rowId) ?? null;
  }

  /** `entries` are those after {@link sequence}, `doc` the sheet as it is at the last of them or later. */
  take(doc: Y.Doc, entries: readonly JournalEntry[]): void {
    const unseen = this.#unseen;
    this.#unseen = [];
    for (const { change, ...stretch } of unseen) this.#read(doc, stretch, change);
    for (const { sequence, time, userId, update } of entries) {
      for (const written of listStretches(update)) {
        for (const stretch of this.#claim(written)) this.#read(doc, stretch, { sequence, time, userId });
      }
      this.#sequence = sequence;
    }
  }

  #read(doc: Y.Doc, stretch: Stretch, change: RowChange): void {
    for (const rowId of readStandingRows(doc, stretch)) {
      if ((this.#rows.get(rowId)?.sequence ?? 0) <= change.sequence) this.#rows.set(rowId, change);
    }
    const clock = readClock(doc, stretch.clientId);
    if (clock < stretch.to) {
      this.#unseen.push({ ...stretch, from: Math.max(stretch.from, clock), change });
    }
  }

  /** What of the stretch no entry before had. Anybody may send what is there already: it is not theirs. */
  #claim({ clientId, from, to }: Stretch): Stretch[] {
    const claimed = this.#claimed.get(clientId) ?? [];
    const free: Stretch[] = [];
    let start = from;
    for (const [claimedFrom, claimedTo] of claimed) {
      if (claimedTo <= start) continue;
      if (claimedFrom >= to) break;
      if (claimedFrom > start) free.push({ clientId, from: start, to: claimedFrom });
      start = claimedTo;
    }
    if (start < to) free.push({ clientId, from: start, to });
    if (free.length > 0) this.#claimed.set(clientId, joinStretches([...claimed, [from, to]]));
    return free;
  }
}

/** A gap that an update leaves out is nobody's yet: whoever leaves it could else claim what comes there. */
function listStretches(update: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue;
    const { client: clientId, clock: from } = struct.id;
    const to = from + struct.length;
    const last = stretches.at(-1);
    if (last?.clientId === clientId && last.to === from) last.to = to;
    else stretches.push({ clientId, from, to });
  }
  return stretches;
}

/** Sorted and without touching neighbours: nearly always a single one, from 0. */
function joinStretches(stretches: [from: number, to: number][]): [from: number, to: number][] {
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
