import { setImmediate } from 'node:timers/promises';
import type { Storage } from '#server/storage/Storage.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { DocumentJournal } from '../DocumentJournal.ts';
import { loadPastDocument } from '../journal/loadPastDocument.ts';
import { HistoryReplay } from './HistoryReplay.ts';

/** Documents that are kept to go on with; the one that nobody has asked about longest goes first. */
const maxKept = 12;

/** So many entries are taken in in one go: others type meanwhile. */
const entriesAtOnce = 100;

/** So many entries behind, whoever asks would feel it. */
const farBehind = 500;

/**
 * A state is kept when so many entries have come since the last, and as many bytes as it has itself: states
 * take no more room than the journal does.
 */
const checkpointEntries = 2_000;

/**
 * But after so many at the latest. A state grows with all that was ever written over, an entry does not, so
 * what comes between two states would otherwise grow with the journal, and with it what a moment asks for.
 */
const mostEntriesBetween = 10_000;

/**
 * Keeps the history of documents up with their journals, for whoever asks. Nothing of it stands in the
 * way of an edit: the journal is what acknowledges, this follows. What has been taken in is stored, so
 * a question costs what is new; and since whole states are kept along the way, so does any moment.
 */
export class HistoryLedger {
  readonly #storage: Pick<Storage, 'journal' | 'history'>;
  readonly #journal: Pick<DocumentJournal, 'find'>;
  readonly #replays = new Map<string, HistoryReplay>();
  /** One catching up of a document at a time. */
  readonly #running = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(storage: Pick<Storage, 'journal' | 'history'>, journal: Pick<DocumentJournal, 'find'>) {
    this.#storage = storage;
    this.#journal = journal;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Ends what is under way at the next entry but a few, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#running.values());
    for (const name of [...this.#replays.keys()]) this.#drop(name);
  }

  /** Catches up when there is much to take in; what is little waits for whoever asks. */
  async catchUpIfFarBehind(name: string): Promise<void> {
    const { journal, history } = this.#storage;
    const last = (await journal.findHead(name))?.sequence ?? 0;
    const sequence = (await history.findMark(name))?.sequence ?? 0;
    if (last - sequence < farBehind) return;
    await this.catchUp(name);
    // Nobody is there to ask for more just yet, unless somebody has come meanwhile.
    if (!this.#running.has(name)) this.#drop(name);
  }

  /** Resolves when all that had been accepted before the call is taken in. Throws what the entry that cannot be read does. */
  async catchUp(name: string): Promise<void> {
    // After the one that runs, which may have looked at the journal before its asker's change.
    const before = this.#running.get(name) ?? Promise.resolve();
    const run = before.then(
      () => this.#catchUp(name),
      () => this.#catchUp(name),
    );
    this.#running.set(name, run);
    try {
      await run;
    } finally {
      if (this.#running.get(name) === run) this.#running.delete(name);
    }
  }

  async #catchUp(name: string): Promise<void> {
    const { journal, history } = this.#storage;
    const open = this.#journal.find(name);
    const last = open?.appliedSequence ?? (await journal.findHead(name))?.sequence ?? 0;
    let sequence = (await history.findMark(name))?.sequence ?? 0;
    if (sequence >= last) return;
    const owners = await journal.readOwners(name);
    try {
      while (sequence < last) {
        if (this.#isStopped) throw new AppError('server.stopping');
        const replay = await this.#findReplay(name);
        sequence = replay.mark.sequence;
        const entries = await journal.readAfter(name, sequence, entriesAtOnce);
        if (entries.length === 0) break;
        const changes = replay.take(entries, owners);
        if (!(await history.record(name, sequence, replay.mark, changes))) {
          // Another process was quicker: from where it has come to.
          this.#drop(name);
          continue;
        }
        sequence = replay.mark.sequence;
        await this.#keepState(name, replay);
        await setImmediate();
      }
    } catch (error) {
      this.#drop(name);
      throw error;
    }
  }

  /** The document as it was at the mark. */
  async #findReplay(name: string): Promise<HistoryReplay> {
    const { journal, history } = this.#storage;
    const mark = (await history.findMark(name)) ?? { sequence: 0, moment: 0 };
    const kept = this.#replays.get(name);
    if (kept?.mark.sequence === mark.sequence) return kept;
    this.#drop(name);
    const replay = new HistoryReplay(mark, { isSheet: tryParseDocumentName(name)?.type === 'sheet' });
    const checkpoint = await history.findCheckpoint(name, mark.sequence);
    replay.stateBytes = checkpoint?.state.byteLength ?? 0;
    replay.tailEntries = mark.sequence - (checkpoint?.sequence ?? 0);
    // Unknown without reading them all; nearly always more than the state has.
    replay.tailBytes = replay.tailEntries * assumedEntryBytes;
    await loadPastDocument({ journal, history }, name, mark.sequence, (apply) => replay.fill(apply));
    this.#replays.set(name, replay);
    for (const oldest of this.#replays.keys()) {
      if (this.#replays.size <= maxKept) break;
      if (oldest !== name && !this.#running.has(oldest)) this.#drop(oldest);
    }
    return replay;
  }

  async #keepState(name: string, replay: HistoryReplay): Promise<void> {
    const { tailEntries, tailBytes, stateBytes } = replay;
    const isWorthIt = tailEntries >= checkpointEntries && tailBytes >= stateBytes;
    if (!isWorthIt && tailEntries < mostEntriesBetween) return;
    const state = replay.encodeState();
    await this.#storage.history.saveCheckpoint({ documentName: name, sequence: replay.mark.sequence, state });
  }

  #drop(name: string): void {
    this.#replays.get(name)?.destroy();
    this.#replays.delete(name);
  }
}

const assumedEntryBytes = 100;
