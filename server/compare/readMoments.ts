import { setImmediate } from 'node:timers/promises';
import type { JournalMark, JournalStore } from '#server/storage/Storage.ts';
import type { UserId } from '#shared/model/ids.ts';

/** A longer silence ends a session of work. */
const silenceMs = 15 * 60_000;
/** Marks that are read of one document in one go. */
const batchMarks = 200;

export type WorkSession = {
  startTime: number;
  endTime: number;
  changeCount: number;
  /** Changes of each who took part; null is the server itself. */
  changesBy: Map<UserId | null, number>;
};

export type MomentLimits = {
  /** Sessions of one answer. */
  sessions: number;
  /** Entries that one answer looks at; a session that is longer comes in two. */
  entries: number;
};

/**
 * When there was work on these documents, going back from `before` (milliseconds, exclusive; null: from
 * the newest), latest first. `next` is the `before` of what went before, null when there is no more.
 */
export async function readMoments(
  journal: JournalStore,
  documentNames: readonly string[],
  before: number | null,
  limits: MomentLimits = { sessions: 30, entries: 20_000 },
): Promise<{ sessions: WorkSession[]; next: number | null }> {
  const readers: MarkReader[] = [];
  for (const name of documentNames) {
    const reader = new MarkReader(journal, name, before);
    await reader.start();
    readers.push(reader);
  }
  const sessions: WorkSession[] = [];
  for (let count = 0; ; count += 1) {
    const mark = await takeNewest(readers);
    if (mark === null) return { sessions, next: null };
    const current = sessions.at(-1);
    const isSameWork = current !== undefined && mark.time >= current.startTime - silenceMs;
    const isFull = isSameWork
      ? // Entries of one moment are never told apart.
        count >= limits.entries && mark.time < current.startTime
      : sessions.length >= limits.sessions || count >= limits.entries;
    if (isFull) return { sessions, next: current?.startTime ?? null };
    if (isSameWork) addMark(current, mark);
    else sessions.push(openSession(mark));
  }
}

function openSession({ time, userId }: JournalMark): WorkSession {
  return { startTime: time, endTime: time, changeCount: 1, changesBy: new Map([[userId, 1]]) };
}

/** A clock that was set back leaves later entries with earlier times. */
function addMark(session: WorkSession, { time, userId }: JournalMark): void {
  session.startTime = Math.min(session.startTime, time);
  session.endTime = Math.max(session.endTime, time);
  session.changeCount += 1;
  session.changesBy.set(userId, (session.changesBy.get(userId) ?? 0) + 1);
}

async function takeNewest(readers: readonly MarkReader[]): Promise<JournalMark | null> {
  let newest: MarkReader | null = null;
  for (const reader of readers) {
    if (reader.head === null) continue;
    if (newest?.head == null || reader.head.time > newest.head.time) newest = reader;
  }
  return newest === null ? null : newest.take();
}

/** The entries of one document going back, read as they are needed. */
class MarkReader {
  readonly #journal: JournalStore;
  readonly #documentName: string;
  readonly #before: number | null;
  #marks: JournalMark[] = [];
  #place = 0;
  #sequence = 0;

  constructor(journal: JournalStore, documentName: string, before: number | null) {
    this.#journal = journal;
    this.#documentName = documentName;
    this.#before = before;
  }

  async start(): Promise<void> {
    this.#sequence =
      this.#before === null
        ? ((await this.#journal.findHead(this.#documentName))?.sequence ?? 0)
        : await this.#journal.findSequenceAt(this.#documentName, this.#before - 1);
    await this.#read();
  }

  get head(): JournalMark | null {
    return this.#marks[this.#place] ?? null;
  }

  async take(): Promise<JournalMark | null> {
    const mark = this.head;
    this.#place += 1;
    if (this.head === null) await this.#read();
    return mark;
  }

  /** The next batch that holds anything from before the limit: a clock may have been set back. */
  async #read(): Promise<void> {
    this.#marks = [];
    this.#place = 0;
    while (this.#sequence > 0 && this.#marks.length === 0) {
      await setImmediate();
      const marks = await this.#journal.readMarksBack(this.#documentName, this.#sequence, batchMarks);
      this.#sequence = (marks.at(-1)?.sequence ?? 1) - 1;
      this.#marks = marks.filter(({ time }) => this.#before === null || time < this.#before);
    }
  }
}
