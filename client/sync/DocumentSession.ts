import * as Y from 'yjs';
import type { ErrorParameters } from '#shared/errors/AppError.ts';
import { rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import { keepMarks } from '#shared/narrative/keepMarks.ts';
import { ServerMessage } from '#shared/protocol/messages.ts';
import { DocumentProvider } from './DocumentProvider.ts';
import type { LiveSocket } from './LiveSocket.ts';
import type { LocalCopy, OpenLocalCopy } from './LocalCopy.ts';
import { Outbox } from './Outbox.ts';
import type { PendingLedger } from './PendingLedger.ts';
import { classifyRefusal } from './refusals.ts';

/** What of any document the report has to hear. */
export type DocumentEvents = {
  /** Anything of {@link DocumentSession}'s readable state changed. */
  onState(): void;
  onPresence(): void;
  onMessage(message: ServerMessage): void;
  /** The server refused for want of a session. */
  onSessionDoubt(): void;
  /** Sending waits for a reason the person should know. */
  onTrouble(code: string, parameters: ErrorParameters): void;
};

/** What is particular to a kind of document. */
export type DocumentContent = {
  /** Called for each document that takes the name, before anything is in it. Returns what stops it. */
  observe(doc: Y.Doc): () => void;
  /** Whether this browser's copy had anything in it. */
  isThere(doc: Y.Doc): boolean;
  /**
   * The server will not take what `old` has more than `fresh`: to be given back to its author. From
   * here on `fresh` is the document.
   */
  giveBack(old: Y.Doc, fresh: Y.Doc, code: string, parameters: ErrorParameters): void;
  /** Why the document may only be read, as a code of the error catalogue. */
  readOnlyReason(): string;
};

export type DocumentOptions = {
  socket: LiveSocket;
  openLocalCopy: OpenLocalCopy;
  ledger: PendingLedger;
  events: DocumentEvents;
};

/** One Y document with what keeps it: the connection, and this browser's copy. */
type Replica = {
  doc: Y.Doc;
  provider: DocumentProvider;
  copy: LocalCopy | null;
  stop(): void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** One document of the report as this tab has it: loaded from the local copy, kept in step with the server. */
export class DocumentSession {
  readonly documentName: string;
  readonly #options: DocumentOptions;
  readonly #content: DocumentContent;
  #replica: Replica;
  readonly #outbox = new Outbox();
  #own = 0;
  #left: { count: number; keys: string[] };
  #isLoaded = false;
  #isInStep = false;
  #scope: 'read-write' | 'readonly' | null = null;
  /** Why the server gives no right to write; it knows that before the page has fetched what changed. */
  #closedBy: string | null = null;
  #refusal: string | null = null;
  #refusalParameters: ErrorParameters = {};
  #isStartingOver = false;
  #isClosed = false;
  #retryMs = firstRetryMs;
  #retryTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(documentName: string, content: DocumentContent, options: DocumentOptions) {
    this.documentName = documentName;
    this.#content = content;
    this.#options = options;
    this.#left = options.ledger.readLeft(this.documentName);
    this.#replica = this.#createReplica();
    this.#openLocally(this.#replica);
  }

  /** True when its content is here, from the server or from this browser's copy. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** True when the server has everything from here, and we have everything from there. */
  get isInStep(): boolean {
    return this.#isInStep;
  }

  /** Changes that the server has not confirmed as stored. */
  get pending(): number {
    return this.#own + this.#left.count;
  }

  /** As the server granted it on this connection; null before it answered. */
  get scope(): 'read-write' | 'readonly' | null {
    return this.#scope;
  }

  /** Why the server does not let it be written, if it has said so. */
  get closedBy(): string | null {
    return this.#scope === 'readonly' ? this.#closedBy : null;
  }

  /** Why the server does not let this document be read; null when it does. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** As it is now; another one after changes were given back. */
  get doc(): Y.Doc {
    return this.#replica.doc;
  }

  get awareness() {
    return this.#replica.provider.awareness;
  }

  /** False while changes the server will not take are being given back. */
  get isEditable(): boolean {
    return !this.#isStartingOver && this.#isLoaded && this.#scope !== 'readonly';
  }

  /**
   * Resolves when more may be written: at once, or when the server has confirmed enough. False when
   * there is no connection that would: what waits is sent as one message, which has a largest size.
   */
  whenRoom(signal?: AbortSignal): Promise<boolean> {
    return this.#outbox.whenRoom(() => this.#isInStep, signal);
  }

  /** Asks the server again for a document it would not let us read. */
  retryRefused(): void {
    if (this.#refusal === null) return;
    this.#refusal = null;
    this.#comeBack();
  }

  /** What would have to be sent does not fit into a message: the server would never take it. */
  giveUpTooLarge(): void {
    void this.#startOver('document.update-too-large', {});
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelRetry();
    this.#replica.stop();
    await this.#replica.copy?.close();
    this.#replica.doc.destroy();
  }

  #createReplica(): Replica {
    const { events, socket } = this.#options;
    const doc = new Y.Doc();
    keepMarks(doc);
    const stopObserving = this.#content.observe(doc);
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      // What the server and this browser's copy bring is applied, and not done here.
      if (!transaction.local) return;
      this.#outbox.add(update.byteLength);
      this.#countOwn(this.#own + 1);
    });
    const provider = new DocumentProvider({
      name: this.documentName,
      document: doc,
      websocketProvider: socket,
      // The session's cookie says who we are; the protocol wants a token all the same.
      token: 'cookie',
    });
    // Presence costs every reader a frame per document: it is set only where one is.
    provider.awareness?.setLocalState(null);
    provider.awareness?.on('change', () => events.onPresence());
    const replica: Replica = {
      doc,
      provider,
      copy: null,
      stop() {
        stopObserving();
        provider.destroy();
      },
    };
    this.#listen(replica);
    return replica;
  }

  /** Fills the document from this browser's copy, and only then connects: what the copy brings is not new. */
  #openLocally(replica: Replica): void {
    replica.copy = this.#options.openLocalCopy(this.documentName, replica.doc);
    void replica.copy.whenLoaded.then(() => {
      if (this.#isClosed || this.#replica !== replica) return;
      if (this.#content.isThere(replica.doc)) this.#setLoaded();
      replica.provider.attach();
    });
  }

  #listen(replica: Replica): void {
    const { provider } = replica;
    const { events } = this.#options;
    const isCurrent = () => this.#replica === replica && !this.#isClosed;

    // Asked for anew, by whatever way. Asking once more on the same connection would count one answer twice.
    provider.on('open', () => this.#cancelRetry());

    provider.on('authenticated', ({ scope }: { scope: 'read-write' | 'readonly' }) => {
      if (!isCurrent()) return;
      this.#scope = scope;
      this.#refusal = null;
      if (scope === 'read-write') this.#closedBy = null;
      events.onState();
    });
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      if (!isCurrent()) return;
      provider.shut();
      this.#handleRefusal(reason);
    });
    provider.on('synced', () => {
      if (!isCurrent()) return;
      this.#setLoaded();
      // A reader's changes are never accepted. They were made when the document was still open to them.
      if (this.#scope === 'readonly' && this.pending > 0) void this.#startOver(null, {});
      else events.onState();
    });
    provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (!isCurrent() || !provider.isAuthenticated) return;
      if (number === 0) this.#confirmAll();
      else if (this.#isInStep && number < this.#own) this.#countOwn(number);
    });
    provider.on('disconnect', () => {
      if (!isCurrent()) return;
      this.#isInStep = false;
      this.#outbox.giveUpWaiting();
      events.onState();
    });
    provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
      // The socket's own close is told by `disconnect`; a document's close comes as code 1000. Ours
      // comes back as `provider_initiated`, maybe only when the next replica has taken the name.
      if (
        !isCurrent() ||
        event.code !== 1000 ||
        !this.#isSocketOpen() ||
        event.reason === 'provider_initiated'
      )
        return;
      provider.shut();
      this.#isInStep = false;
      this.#handleRefusal(event.reason);
    });
    provider.on('stateless', ({ payload }: { payload: string }) => {
      const message = tryParseMessage(payload);
      // Also told to a document that is just being fetched anew: it is of the document's state, not of this copy.
      if (message?.type === 'read-only' && !this.#isClosed) {
        this.#closedBy = message.code;
        events.onMessage(message);
        events.onState();
        return;
      }
      if (!isCurrent() || message === null) return;
      if (message.type === 'refused') this.#refusalParameters = message.parameters;
      events.onMessage(message);
    });
  }

  #isSocketOpen(): boolean {
    return this.#options.socket.webSocket?.readyState === 1;
  }

  #handleRefusal(reason: string): void {
    const { events } = this.#options;
    switch (classifyRefusal(reason)) {
      case 'rights':
        // Refused again at once means that there is no right to read either.
        if (this.#refusal === reason) break;
        this.#refusal = reason;
        if (reason !== rightsGrantedReason) this.#closedBy = reason;
        this.#comeBack();
        break;
      case 'session':
        events.onSessionDoubt();
        break;
      case 'later':
        events.onTrouble(reason, this.#refusalParameters);
        this.#retryLater();
        break;
      case 'never':
        void this.#startOver(reason, this.#refusalParameters);
        break;
    }
    this.#refusalParameters = {};
    events.onState();
  }

  #comeBack(): void {
    // Without a socket there is nothing to do: a new one opens all documents.
    if (!this.#isClosed && this.#isSocketOpen()) this.#replica.provider.comeBack();
  }

  #cancelRetry(): void {
    if (this.#retryTimer !== null) clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
  }

  #retryLater(): void {
    if (this.#retryTimer !== null) return;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = null;
      this.#comeBack();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  #confirmAll(): void {
    this.#isInStep = true;
    this.#retryMs = firstRetryMs;
    this.#options.ledger.strikeOut(this.#left.keys);
    this.#left = { count: 0, keys: [] };
    this.#countOwn(0);
  }

  #countOwn(count: number): void {
    this.#own = count;
    this.#outbox.keepLast(count);
    this.#options.ledger.write(this.documentName, count);
    this.#options.events.onState();
  }

  #setLoaded(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    this.#options.events.onState();
  }

  /**
   * Leaves a document that holds changes the server will not take: a fresh one is fetched, the
   * difference is given back to the author, and only then the old copy goes. A connection that breaks
   * in between leaves everything as it was for the next attempt. Without a code it is why the document
   * may only be read, which the server has told by the time that it has sent the fresh one.
   */
  async #startOver(code: string | null, parameters: ErrorParameters): Promise<void> {
    if (this.#isStartingOver) return;
    this.#isStartingOver = true;
    const old = this.#replica;
    // The next line may run inside the old provider's own sending.
    await Promise.resolve();
    const isConnected = old.provider.isAuthenticated && this.#isSocketOpen();
    const left = isConnected ? this.#options.socket.whenLeft(this.documentName) : Promise.resolve();
    old.stop();
    await Promise.all([left, old.copy?.close()]);
    const fresh = this.#createReplica();
    const whenSynced = new Promise<void>((resolve) => fresh.provider.on('synced', () => resolve()));
    fresh.provider.attach();
    await whenSynced;
    if (this.#isClosed) {
      fresh.stop();
      return;
    }
    const { events, openLocalCopy } = this.#options;
    this.#replica = fresh;
    this.#scope = fresh.provider.authorizedScope ?? null;
    const why = code ?? this.#closedBy ?? this.#content.readOnlyReason();
    this.#content.giveBack(old.doc, fresh.doc, why, parameters);
    await old.copy?.remove();
    old.doc.destroy();
    fresh.copy = openLocalCopy(this.documentName, fresh.doc);
    this.#isStartingOver = false;
    this.#confirmAll();
    events.onPresence();
  }
}

function tryParseMessage(payload: string): ServerMessage | null {
  try {
    const parsed = ServerMessage.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
