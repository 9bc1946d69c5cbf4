import type { JournalStore } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';

/** What becomes of the next writing of a process. */
export type WriteFate =
  | 'fine'
  /** It is on disk, and the process dies before it hears of it. */
  | 'dies-after'
  | 'full-disk'
  /** A bug to be found: it says done and has done nothing. */
  | 'lies';

/** A process's way to the real journal. A dead process gets no answer, as if it had stopped in the call. */
export class CrashableJournal {
  readonly store: JournalStore;
  nextWrite: WriteFate = 'fine';
  isNextReadBroken = false;
  #isDead = false;

  constructor(real: JournalStore) {
    this.store = {
      append: (entries, owners) => this.#write(() => real.append(entries, owners)),
      saveSnapshot: (snapshot) => this.#write(() => real.saveSnapshot(snapshot)),
      findHead: (name) => this.#read(() => real.findHead(name)),
      readAfter: (name, sequence, limit) => this.#read(() => real.readAfter(name, sequence, limit)),
      findSequenceAt: (name, time) => this.#read(() => real.findSequenceAt(name, time)),
      readMarksBack: (name, sequence, limit) => this.#read(() => real.readMarksBack(name, sequence, limit)),
      listDocuments: () => this.#read(() => real.listDocuments()),
      findSnapshot: (name) => this.#read(() => real.findSnapshot(name)),
      inspectSnapshot: (name) => this.#read(() => real.inspectSnapshot(name)),
      listHeads: (reportId) => this.#read(() => real.listHeads(reportId)),
      readOwners: (name) => this.#read(() => real.readOwners(name)),
    };
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  die(): void {
    this.#isDead = true;
  }

  async #write(act: () => Promise<void>): Promise<void> {
    if (this.#isDead) return never();
    const fate = this.nextWrite;
    if (fate === 'lies') return;
    this.nextWrite = 'fine';
    if (fate === 'full-disk') throw new AppError('storage.full');
    await act();
    if (fate === 'dies-after') this.#isDead = true;
    if (this.#isDead) return never();
  }

  async #read<T>(act: () => Promise<T>): Promise<T> {
    if (this.#isDead) return never();
    if (this.isNextReadBroken) {
      this.isNextReadBroken = false;
      throw new AppError('storage.unavailable');
    }
    return act();
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
