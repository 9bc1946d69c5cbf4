import { computeEntryHash } from '#server/storage/journalChain.ts';
import {
  type ClientOwner,
  JournalConflict,
  type JournalEntry,
  type JournalHead,
  type JournalStore,
} from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { UserId } from '#shared/model/ids.ts';
import { isOpenForEditors, type SheetStatus } from '#shared/model/structure.ts';

/** One change to be made durable. `onCommitted` runs in the document's order, in the tick of the commit. */
export type Append = {
  documentName: string;
  userId: UserId | null;
  update: Uint8Array;
  owners: ClientOwner[];
  /** Of a change to a sheet: the states in which its author may make it. Null where no state forbids it. */
  writableIn: readonly SheetStatus[] | null;
  onCommitted: (sequence: number) => void;
};

export type CommitListener = (entries: number, seconds: number) => void;

/** Runs `apply`, which calls `onCommitted` of every change of the document in one commit. */
export type ApplyTogether = (documentName: string, apply: () => void) => void;

/**
 * Writes one entry of its own at `sequence` {@link JournalHead.sequence} + 1, by which the sheet may get
 * another state, and returns what then stands.
 */
export type Turn = (head: JournalHead | null) => Promise<{ head: JournalHead; status: SheetStatus }>;

/** How a document stands: the state of its sheet, null for what has none, and whether its report is closed. */
export type DocumentStanding = { sheet: SheetStatus | null; isFinalised: boolean };

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
  readonly #onLockedWrite: (documentName: string) => void;
  readonly #readStanding: (documentName: string) => Promise<DocumentStanding>;
  readonly #heads = new Map<string, JournalHead | null>();
  /**
   * Never older than the head beside it: a step of a sheet is an entry, so whoever writes after one that
   * this process has not heard of meets a taken sequence; and the database takes no entry of a report that
   * another process has closed. Then both are read anew.
   */
  readonly #standings = new Map<string, DocumentStanding>();
  #queue: Waiting[] = [];
  /** Whose changes wait. */
  readonly #holds = new Set<{ isHeld: (documentName: string) => boolean }>();
  /** None of them rejects. */
  #turns: (() => Promise<void>)[] = [];
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
      /** Something was written into a sheet that is submitted or accepted. */
      onLockedWrite: (documentName: string) => void;
      readStanding: (documentName: string) => Promise<DocumentStanding>;
    },
  ) {
    this.#store = store;
    this.#onConflict = options.onConflict;
    this.#onCommit = options.onCommit;
    this.#applyTogether = options.applyTogether;
    this.#onLockedWrite = options.onLockedWrite;
    this.#readStanding = options.readStanding;
  }

  /**
   * Resolves when the change is on disk and `onCommitted` has run. AppError `access.sheet-locked` when the
   * sheet has got a state that the author may not write in, `access.finalised` when its report is closed.
   */
  append(append: Append): Promise<void> {
    if (this.#isStopped) return Promise.reject(new AppError('server.stopping'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...append, resolve, reject });
      this.#wake();
    });
  }

  /**
   * Runs `take` between two commits, so that nobody's change comes in between here; when another process
   * was faster it is run again. Rejects as it rejects.
   */
  takeTurn(documentName: string, take: Turn): Promise<void> {
    return this.#betweenCommits(() => this.#runTurn(documentName, take));
  }

  /**
   * Runs `work`, by which many documents get another standing, between two commits; whoever writes into
   * one of them afterwards does so by what then stands. Rejects as it rejects.
   */
  async changeStandings(
    isOfWork: (documentName: string) => boolean,
    work: () => Promise<void>,
  ): Promise<void> {
    await this.#betweenCommits(async () => {
      try {
        await work();
      } finally {
        for (const name of [...this.#heads.keys()].filter(isOfWork)) this.#forget(name);
      }
    });
  }

  /**
   * Runs `look` between two commits: everything that is stored is applied then. From there on changes of
   * the documents that `isHeld` names wait, in their order, until what this resolves to is called.
   */
  async hold(isHeld: (documentName: string) => boolean, look: () => Promise<void>): Promise<() => void> {
    const held = { isHeld };
    const release = () => {
      if (this.#holds.delete(held)) this.#wake();
    };
    try {
      await this.#betweenCommits(async () => {
        this.#holds.add(held);
        await look();
      });
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  #betweenCommits(work: () => Promise<void>): Promise<void> {
    if (this.#isStopped) return Promise.reject(new AppError('server.stopping'));
    return new Promise((resolve, reject) => {
      this.#turns.push(() => work().then(resolve, reject));
      this.#wake();
    });
  }

  /** Refuses new changes and resolves when the accepted ones are on disk or have failed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    // They were taken in before.
    this.#holds.clear();
    this.#wake();
    await this.#idle;
  }

  /** The last entry as this process knows it; undefined when it has not asked yet. */
  headOf(documentName: string): JournalHead | null | undefined {
    return this.#heads.get(documentName);
  }

  forgetHead(documentName: string): void {
    if (!this.#queue.some((waiting) => waiting.documentName === documentName)) this.#forget(documentName);
  }

  #wake(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    // Not at once: what else arrives in this turn of the event loop belongs to the same commit.
    this.#idle = new Promise((done) => setImmediate(() => void this.#pump().finally(done)));
  }

  async #pump(): Promise<void> {
    for (;;) {
      const batch = this.#takeBatch();
      if (batch.length > 0) await this.#commit(batch);
      const turn = this.#turns.shift();
      if (turn !== undefined) await turn();
      else if (batch.length === 0) break;
    }
    this.#isPumping = false;
  }

  #takeBatch(): Waiting[] {
    if (this.#holds.size === 0) return this.#queue.splice(0, maxBatchEntries);
    const holds = [...this.#holds];
    const batch: Waiting[] = [];
    this.#queue = this.#queue.filter((waiting) => {
      if (batch.length >= maxBatchEntries) return true;
      if (holds.some(({ isHeld }) => isHeld(waiting.documentName))) return true;
      batch.push(waiting);
      return false;
    });
    return batch;
  }

  async #runTurn(documentName: string, take: Turn): Promise<void> {
    await this.#untilFree(new Set([documentName]), async () => {
      const { head, status } = await take(this.#heads.get(documentName) ?? null);
      this.#heads.set(documentName, head);
      // No step is taken with a sheet of a closed report.
      this.#standings.set(documentName, { sheet: status, isFinalised: false });
    });
  }

  /** Runs `write` with heads that are known, again when another process has used a sequence meanwhile. */
  async #untilFree(documentNames: ReadonlySet<string>, write: () => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await this.#findMissingHeads(documentNames);
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof JournalConflict) || attempt >= maxConflicts) throw error;
        for (const name of documentNames) this.#forget(name);
        await this.#onConflict(documentNames);
      }
    }
  }

  #forget(documentName: string): void {
    this.#heads.delete(documentName);
    this.#standings.delete(documentName);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const started = performance.now();
    try {
      const { open, refused, entries } = await this.#write(batch);
      this.#onCommit(entries.length, (performance.now() - started) / 1000);
      this.#settle(open, entries);
      for (const [waiting, reason] of refused) waiting.reject(new AppError(reason));
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
        if (this.#isLocked(documentName)) this.#onLockedWrite(documentName);
      } catch (error) {
        // Durable, yet this process could not take it in: its authors are told to load anew.
        for (const { waiting } of changes) waiting.reject(error);
      }
    }
  }

  async #write(batch: readonly Waiting[]): Promise<{
    open: readonly Waiting[];
    refused: ReadonlyMap<Waiting, ErrorCode>;
    entries: JournalEntry[];
  }> {
    const documentNames = new Set(batch.map(({ documentName }) => documentName));
    let written = { open: batch, refused: new Map<Waiting, ErrorCode>(), entries: [] as JournalEntry[] };
    await this.#untilFree(documentNames, async () => {
      const refused = new Map<Waiting, ErrorCode>();
      for (const waiting of batch) {
        const reason = this.#findRefusal(waiting);
        if (reason !== null) refused.set(waiting, reason);
      }
      const open = batch.filter((waiting) => !refused.has(waiting));
      const { entries, heads } = this.#chain(open);
      const owners = open.flatMap((waiting) => waiting.owners);
      if (entries.length > 0) await this.#store.append(entries, owners);
      for (const [name, head] of heads) this.#heads.set(name, head);
      written = { open, refused, entries };
    });
    return written;
  }

  #isLocked(documentName: string): boolean {
    const status = this.#standings.get(documentName)?.sheet ?? null;
    return status !== null && !isOpenForEditors(status);
  }

  #findRefusal({ documentName, writableIn }: Waiting): ErrorCode | null {
    const standing = this.#standings.get(documentName);
    if (standing?.isFinalised === true) return 'access.finalised';
    if (writableIn === null) return null;
    const status = standing?.sheet ?? null;
    return status !== null && writableIn.includes(status) ? null : 'access.sheet-locked';
  }

  async #findMissingHeads(documentNames: ReadonlySet<string>): Promise<void> {
    for (const name of documentNames) {
      if (this.#heads.has(name)) continue;
      // The head first: a step that is taken in between has an entry that this head does not know.
      const head = await this.#store.findHead(name);
      this.#standings.set(name, await this.#readStanding(name));
      this.#heads.set(name, head);
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
