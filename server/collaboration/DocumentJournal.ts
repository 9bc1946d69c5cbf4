import type { Document, TransactionOrigin } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { Logger } from '#server/log/createLogger.ts';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import type {
  ClientOwner,
  JournalEntry,
  JournalHead,
  JournalStore,
  ReportStore,
} from '#server/storage/Storage.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import { keepMarks } from '#shared/narrative/keepMarks.ts';
import type { CollaborationMetrics } from './CollaborationMetrics.ts';
import { ClientOwners } from './journal/ClientOwners.ts';
import { JournalWriter } from './journal/JournalWriter.ts';
import { applyStored, loadStoredDocument } from './journal/loadStoredDocument.ts';
import { WaitingChanges } from './journal/WaitingChanges.ts';
import type { Limits } from './Limits.ts';
import type { OpenDocument } from './OpenDocument.ts';
import type { ReportHold } from './ReportHold.ts';
import { applyWhole } from './updates/applyWhole.ts';
import { assertShallow } from './updates/assertShallow.ts';
import { holdsUpdate } from './updates/holdsUpdate.ts';
import type { InspectedUpdate } from './updates/inspectUpdate.ts';

export type AcceptUpdate = {
  userId: UserId;
  update: InspectedUpdate;
  /** The states of the sheet in which this person may write; null for a text, which has none. */
  writableIn: readonly SheetStatus[] | null;
};

/** A change of nothing. */
const emptyUpdate = new Uint8Array([0, 0]);

/** Origin of what the server itself puts into a document. */
const serverOrigin = { source: 'local' } as const satisfies TransactionOrigin;

/**
 * Documents and their journal: an update is judged, appended to the journal, and only when it is on
 * disk applied to the document in memory, in the order of the journal. Applying is what sends it to
 * everybody, so nobody sees an edit that a crash can take back.
 */
export class DocumentJournal {
  readonly #store: JournalStore;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #metrics: CollaborationMetrics;
  readonly #open = new Map<string, OpenDocument>();
  readonly #writer: JournalWriter;

  constructor(options: {
    store: JournalStore;
    reports: Pick<ReportStore, 'findSheetStatus' | 'findStatus'>;
    limits: Limits;
    log: Logger;
    metrics: CollaborationMetrics;
    /** Told of everything that is written into a sheet that is closed for its editors. */
    onLockedWrite?: (documentName: string) => void;
  }) {
    this.#store = options.store;
    this.#limits = options.limits;
    this.#log = options.log;
    this.#metrics = options.metrics;
    this.#writer = new JournalWriter(options.store, {
      onConflict: (names) => this.#catchUp(names),
      applyTogether: (documentName, apply) => this.#applyTogether(documentName, apply),
      onCommit: (entries, seconds) => options.metrics.observeCommit(entries, seconds),
      onLockedWrite: options.onLockedWrite ?? (() => undefined),
      readStanding: async (documentName) => {
        const address = tryParseDocumentName(documentName);
        if (address === null) return { sheet: null, isFinalised: false };
        const { reportId } = address;
        const isFinalised = (await options.reports.findStatus(reportId)) === 'finalised';
        if (address.type !== 'sheet') return { sheet: null, isFinalised };
        return {
          sheet: await options.reports.findSheetStatus(reportId, address.organisationId),
          isFinalised,
        };
      },
    });
  }

  find(documentName: string): OpenDocument | undefined {
    return this.#open.get(documentName);
  }

  /** Fills a new document from the journal and keeps it up to date until it is destroyed. */
  async load(document: Document): Promise<void> {
    const owners = new ClientOwners(await this.#store.readOwners(document.name));
    let stored = await loadStoredDocument(this.#store, document.name);
    // Entries written between the reading and this line are not in `stored`, and would not be told to
    // a document that is not open yet.
    while ((this.#writer.headOf(document.name)?.sequence ?? 0) > stored.sequence) {
      stored = await loadStoredDocument(this.#store, document.name);
    }
    keepMarks(document);
    const waiting = new WaitingChanges();
    waiting.within(document, () => applyStored(document, stored, serverOrigin));
    const open: OpenDocument = {
      document,
      owners,
      waiting,
      appliedSequence: stored.sequence,
      snapshotSequence: stored.snapshotSequence,
      snapshotBytes: stored.snapshotBytes,
      tailBytes: stored.tailBytes,
      tailEntries: stored.tailEntries,
    };
    this.#open.set(document.name, open);
    this.#metrics.openDocuments.set(this.#open.size);
    document.on('destroy', () => {
      if (this.#open.get(document.name) !== open) return;
      this.#open.delete(document.name);
      this.#writer.forgetHead(document.name);
      this.#metrics.openDocuments.set(this.#open.size);
    });
  }

  /**
   * Takes in what a person sent, after the limits had their look at it. Resolves when it is durable
   * and applied.
   *
   * @throws AppError document.* when the update is refused, storage.* when it cannot be stored; it is
   *   in no journal and no document then.
   */
  async accept(documentName: string, { userId, update, writableIn }: AcceptUpdate): Promise<void> {
    const open = this.#open.get(documentName);
    if (!open) throw new AppError('document.unknown');
    if (update.isEmpty || holdsUpdate(open.document, update)) return;
    assertShallow(open.document, open.waiting, update);
    if (open.snapshotBytes + open.tailBytes > this.#limits.maxDocumentBytes)
      await this.#compactOrRefuse(open);
    const newOwners = this.#claimClients(open, update, userId);
    await this.#writer.append({
      documentName,
      userId,
      update: update.bytes,
      owners: newOwners,
      writableIn,
      onCommitted: (sequence) => {
        this.#apply(documentName, update.bytes, sequence, update.decoded);
        for (const owner of newOwners) this.#noteStoredOwner(owner);
      },
    });
  }

  /** A change of the server's own; the document need not be open. */
  async importUpdate(documentName: string, update: Uint8Array, userId: UserId | null): Promise<void> {
    await this.#writer.append({
      documentName,
      userId,
      update,
      owners: [],
      writableIn: null,
      onCommitted: (sequence) => this.#apply(documentName, update, sequence),
    });
  }

  /**
   * Puts an entry that changes no content into the journal, by which a sheet gets another state. `store`
   * is given the entry and writes it; until it is done nobody's change is accepted here, and what was
   * accepted before is in the document. It may be called again, with another entry. Rejects as it rejects.
   */
  async markStep(
    documentName: string,
    userId: UserId,
    store: (entry: JournalEntry) => Promise<SheetStatus>,
  ): Promise<void> {
    await this.#writer.takeTurn(documentName, async (before) => {
      const open = this.#open.get(documentName);
      // Another process has written since this one has read.
      if (open && open.appliedSequence < (before?.sequence ?? 0))
        await this.#catchUp(new Set([documentName]));
      const sequence = (before?.sequence ?? 0) + 1;
      const marked = { documentName, sequence, userId, time: Date.now(), update: emptyUpdate };
      const entry = { ...marked, hash: computeEntryHash(marked, before?.hash ?? null) };
      const status = await store(entry);
      this.#apply(documentName, emptyUpdate, sequence);
      return { head: { sequence, hash: entry.hash }, status };
    });
  }

  /**
   * Runs `step`, by which a report is closed or opened, in order with the changes of its documents: what
   * was accepted before is in them, and whoever may not write after it writes nothing after it.
   */
  async takeReportStep(reportId: ReportId, step: () => Promise<void>): Promise<void> {
    await this.#writer.changeStandings((name) => tryParseDocumentName(name)?.reportId === reportId, step);
  }

  /**
   * Has changes of a report's documents wait, at a moment at which all that is stored is applied to what is
   * open; for `maxHoldMs` at most.
   */
  async holdReport(reportId: ReportId): Promise<ReportHold> {
    let heads = new Map<string, JournalHead>();
    const release = await this.#writer.hold(
      (name) => tryParseDocumentName(name)?.reportId === reportId,
      async () => {
        heads = await this.#store.listHeads(reportId);
      },
    );
    const timer = setTimeout(release, this.#limits.maxHoldMs);
    return {
      heads,
      release() {
        clearTimeout(timer);
        release();
      },
    };
  }

  /** Remembers on disk whose a client id is, for somebody who may write but has not yet. */
  async keepOwner(documentName: string, clientId: number, userId: UserId): Promise<void> {
    const open = this.#open.get(documentName);
    if (!open || open.owners.isStored(clientId)) return;
    const owner = { documentName, clientId, userId };
    await this.#store.append([], [owner]);
    this.#noteStoredOwner(owner);
  }

  /** Takes a snapshot when the journal after the last one has grown enough to be worth it. */
  async takeSnapshotIfDue(documentName: string, isUnloading: boolean): Promise<void> {
    const open = this.#open.get(documentName);
    if (!open) return;
    // A tail as large as the snapshot keeps what is written twice below what is written once.
    const dueBytes = Math.max(this.#limits.snapshotTailBytes, open.snapshotBytes);
    const isDue = open.tailBytes >= dueBytes || (isUnloading && open.tailEntries >= 200);
    if (isDue) await this.#takeSnapshot(open);
  }

  async stop(): Promise<void> {
    await this.#writer.stop();
  }

  /** One transaction of the document, so one message to everybody, however many changes a commit holds. */
  #applyTogether(documentName: string, apply: () => void): void {
    const document = this.#open.get(documentName)?.document;
    if (!document) return apply();
    document.transact(apply, serverOrigin);
    // After the confirmations, which go out first. Hocuspocus would wait for a turn of the event loop,
    // in which the next commit comes before it.
    process.nextTick(() => document.flush());
  }

  /** To the document that is open now: the one the change was judged by may have been unloaded since. */
  #apply(
    documentName: string,
    update: Uint8Array,
    sequence: number,
    decoded?: InspectedUpdate['decoded'],
  ): void {
    const open = this.#open.get(documentName);
    if (!open || sequence <= open.appliedSequence) return;
    open.appliedSequence = sequence;
    open.tailBytes += update.byteLength;
    open.tailEntries += 1;
    const wasWaiting = !open.waiting.isEmpty;
    open.waiting.within(open.document, () => applyWhole(open.document, update, serverOrigin, decoded));
    if (!wasWaiting && !open.waiting.isEmpty) this.#metrics.pendingUpdates.inc();
  }

  #noteStoredOwner({ documentName, clientId, userId }: ClientOwner): void {
    const owners = this.#open.get(documentName)?.owners;
    owners?.claim(clientId, userId);
    owners?.markStored(clientId);
  }

  #claimClients(open: OpenDocument, { clocks }: InspectedUpdate, userId: UserId): ClientOwner[] {
    const newOwners: ClientOwner[] = [];
    for (const [clientId, clock] of clocks) {
      // What the document already has may be passed on by anybody.
      if (clock <= Y.getState(open.document.store, clientId)) continue;
      if (open.owners.isForeign(clientId, userId)) throw new AppError('document.foreign-client');
      if (!open.owners.isStored(clientId))
        newOwners.push({ documentName: open.document.name, clientId, userId });
    }
    for (const { clientId } of newOwners) open.owners.claim(clientId, userId);
    return newOwners;
  }

  async #compactOrRefuse(open: OpenDocument): Promise<void> {
    if (open.tailBytes > 0) await this.#takeSnapshot(open);
    if (open.snapshotBytes > this.#limits.maxDocumentBytes) throw new AppError('document.full');
  }

  async #takeSnapshot(open: OpenDocument): Promise<void> {
    const sequence = open.appliedSequence;
    const state = open.waiting.within(open.document, () => Y.encodeStateAsUpdate(open.document));
    const { tailBytes, tailEntries } = open;
    try {
      await this.#store.saveSnapshot({ documentName: open.document.name, sequence, state });
    } catch (error) {
      // A snapshot only makes loading quicker; the journal has everything.
      this.#log.error({ err: error, documentName: open.document.name }, 'snapshot failed');
      return;
    }
    open.snapshotSequence = sequence;
    open.snapshotBytes = state.byteLength;
    open.tailBytes -= tailBytes;
    open.tailEntries -= tailEntries;
  }

  async #catchUp(documentNames: ReadonlySet<string>): Promise<void> {
    for (const name of documentNames) {
      const open = this.#open.get(name);
      if (!open) continue;
      for (const entry of await this.#store.readAfter(name, open.appliedSequence)) {
        this.#apply(name, entry.update, entry.sequence);
      }
    }
  }
}
