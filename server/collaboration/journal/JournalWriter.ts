import { computeEntryHash } from '#server/storage/journalChain.ts';
import {
  type ClientOwner,
  JournalConflict,
  type JournalEntry,
  type JournalHead,
  type JournalStore,
} from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';

/** One change to be made durable. `onCommitted` runs in the document's order, in the tick of the commit. */
export type Append = {
  documentName: string;
  userId: UserId | null;
  update: Uint8Array;
  owners: ClientOwner[];
  onCommitted: (sequence: number) => void;
};

export type CommitListener = (entries: number, seconds: number) => void;

/** Runs `apply`, which calls `onCommitted` of every change of the document in one commit. */
export type ApplyTogether = (documentName: string, apply: () => void) => void;

type Waiting = Append & { resolve: () => void; reject: (reason: unknown) => void };

/** After so many collisions in a row with another process something else is wrong. */
const maxConflicts = 20;

/** Bounds one transaction, so that a flood does not keep the disk from everybody for long. */
const maxBatchEntries = 2_000;

/**
 * Group commit: everything that arrives while the disk is busy, or in one turn of the event loop,
 * goes into the next transaction together. A transaction that fails rejects its own changes only,
 * and none of them is in the journal then.
 */
export class JournalWriter {
  readonly #store: JournalStore;
  readonly #onConflict: (documentNames: ReadonlySet<string>) => Promise<void>;
  readonly #onCommit: CommitListener;
  readonly #applyTogether: ApplyTogether;
  readonly #heads = new Map<string, JournalHead | null>();
  #queue: Waiting[] = [];
  #isPumping = false;
  #isStopped = false;
  #idle: Promise<void> = Promise.resolve();

  /** `onConflict` has to bring the named documents up to the journal: another process has written to them. */
  constructor(
    store: JournalStore,
    options: {
      onConflict: (documentNames: ReadonlySet<string>) => Promise<void>;
      onCommit: CommitListener;
      applyTogether: ApplyTogether;
    },
  ) {
    this.#store = store;
    this.#onConflict = options.onConflict;
    this.#onCommit = options.onCommit;
    this.#applyTogether = options.applyTogether;
  }

  /** Resolves when the change is on disk and `onCommitted` has run. */
  append(append: Append): Promise<void> {
    if (this.#isStopped) return Promise.reject(new AppError('server.stopping'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...append, resolve, reject });
      if (this.#isPumping) return;
      this.#isPumping = true;
      // Not at once: what else arrives in this turn of the event loop belongs to the same commit.
      this.#idle = new Promise((done) => setImmediate(() => void this.#pump().finally(done)));
    });
  }

  /** Refuses new changes and resolves when the accepted ones are on disk or have failed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#idle;
  }

  /** The last entry as this process knows it; undefined when it has not asked yet. */
  headOf(documentName: string): JournalHead | null | undefined {
    return this.#heads.get(documentName);
  }

  forgetHead(documentName: string): void {
    if (!this.#queue.some((waiting) => waiting.documentName === documentName))
      this.#heads.delete(documentName);
  }

  async #pump(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, maxBatchEntries);
      this.#queue = this.#queue.slice(batch.length);
      await this.#commit(batch);
    }
    this.#isPumping = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const started = performance.now();
    try {
      const entries = await this.#write(batch);
      this.#onCommit(entries.length, (performance.now() - started) / 1000);
      this.#settle(batch, entries);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  #settle(batch: readonly Waiting[], entries: readonly JournalEntry[]): void {
    const committed = batch.map((waiting, index) => ({ waiting, sequence: entries[index]?.sequence ?? 0 }));
    for (const [documentName, changes] of Map.groupBy(committed, ({ waiting }) => waiting.documentName)) {
      try {
        this.#applyTogether(documentName, () => {
          for (const { waiting, sequence } of changes) waiting.onCommitted(sequence);
        });
        for (const { waiting } of changes) waiting.resolve();
      } catch (error) {
        // Durable, yet this process could not take it in: its authors are told to load anew.
        for (const { waiting } of changes) waiting.reject(error);
      }
    }
  }

  async #write(batch: readonly Waiting[]): Promise<JournalEntry[]> {
    const documentNames = new Set(batch.map(({ documentName }) => documentName));
    for (let attempt = 0; ; attempt += 1) {
      await this.#findMissingHeads(documentNames);
      const { entries, heads } = this.#chain(batch);
      try {
        await this.#store.append(
          entries,
          batch.flatMap(({ owners }) => owners),
        );
        for (const [name, head] of heads) this.#heads.set(name, head);
        return entries;
      } catch (error) {
        if (!(error instanceof JournalConflict) || attempt >= maxConflicts) throw error;
        for (const name of documentNames) this.#heads.delete(name);
        await this.#onConflict(documentNames);
      }
    }
  }

  async #findMissingHeads(documentNames: ReadonlySet<string>): Promise<void> {
    for (const name of documentNames) {
      if (!this.#heads.has(name)) this.#heads.set(name, await this.#store.findHead(name));
    }
  }

  #chain(batch: readonly Waiting[]): { entries: JournalEntry[]; heads: Map<string, JournalHead> } {
    const heads = new Map<string, JournalHead>();
    const time = Date.now();
    const entries = batch.map(({ documentName, userId, update }) => {
      const head = heads.get(documentName) ?? this.#heads.get(documentName) ?? null;
      const entry = { documentName, sequence: (head?.sequence ?? 0) + 1, userId, time, update };
      const hash = computeEntryHash(entry, head?.hash ?? null);
      heads.set(documentName, { sequence: entry.sequence, hash });
      return { ...entry, hash };
    });
    return { entries, heads };
  }
}
