import WebSocket from 'ws';
import * as Y from 'yjs';
import type { OpenLocalCopy } from '#client/sync/LocalCopy.ts';
import type { ReportEvents } from '#client/sync/openReportSession.ts';
import type { KeyValueStore } from '#client/sync/PendingLedger.ts';
import type { RejectedEdits } from '#client/sync/RejectedEdits.ts';
import type { SyncEnvironment } from '#client/sync/SyncEnvironment.ts';
import { ReportAnswer, SessionAnswer } from '#shared/api/contract.ts';
import { createId, type UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { collaborationPath } from '#shared/protocol/messages.ts';
import { ApiClient } from '#tests/support/apiClient.ts';

/** What a browser keeps: stands in for IndexedDB and localStorage, and outlives the sessions opened in it. */
export class BrowserStore {
  readonly #values = new Map<string, string>();
  readonly #copies = new Map<string, Uint8Array>();

  readonly storage: KeyValueStore = {
    getItem: (key) => this.#values.get(key) ?? null,
    setItem: (key, value) => void this.#values.set(key, value),
    removeItem: (key) => void this.#values.delete(key),
    key: (index) => [...this.#values.keys()][index] ?? null,
    length: 0,
  };

  constructor() {
    Object.defineProperty(this.storage, 'length', { get: () => this.#values.size });
  }

  openLocalCopy(userId: UserId): OpenLocalCopy {
    return (documentName, doc) => {
      const name = `${userId}/${documentName}`;
      const kept = this.#copies.get(name);
      if (kept !== undefined) Y.applyUpdate(doc, kept, this);
      const keep = () => void this.#copies.set(name, Y.encodeStateAsUpdate(doc));
      doc.on('update', keep);
      let isOpen = true;
      const close = async () => {
        if (isOpen) doc.off('update', keep);
        isOpen = false;
      };
      return {
        whenLoaded: Promise.resolve(),
        close,
        remove: async () => {
          await close();
          this.#copies.delete(name);
        },
      };
    };
  }
}

/** A person at a browser, as the report's session sees one. The network can be taken away. */
export class TestBrowser {
  readonly client: ApiClient;
  readonly store: BrowserStore;
  isOnline = true;
  /** Makes sockets that are open now. */
  readonly #sockets = new Set<WebSocket>();

  constructor(client: ApiClient, store = new BrowserStore()) {
    this.client = client;
    this.store = store;
  }

  static async signIn(url: string, login: string, store = new BrowserStore()): Promise<TestBrowser> {
    const client = new ApiClient(url);
    const answer = await client.post('/api/demo/session', { login });
    if (answer.status !== 201) throw new Error(answer.text);
    return new TestBrowser(client, store);
  }

  async fetchStructure(reportId: string) {
    return ReportAnswer.parse((await this.client.get(`/api/reports/${reportId}`)).json());
  }

  async fetchActor() {
    return must((await this.#fetchSession()).actor, 'somebody signed in');
  }

  /** As pulling the cable: open sockets break, and new ones do not come about. */
  cut(): void {
    this.isOnline = false;
    for (const socket of this.#sockets) socket.terminate();
  }

  environment(): SyncEnvironment {
    const browser = this;
    class Socket extends WebSocket {
      constructor(address: string) {
        const { cookie, url } = browser.client;
        super(browser.isOnline ? address : 'ws://127.0.0.1:1', {
          headers: { cookie: cookie ?? '', origin: url },
        });
        browser.#sockets.add(this);
        this.on('close', () => browser.#sockets.delete(this));
      }
    }
    return {
      socket: {
        url: this.client.url.replace('http', 'ws') + collaborationPath,
        WebSocketPolyfill: Socket,
        delay: 50,
        minDelay: 50,
        maxDelay: 50,
      },
      openLocalCopy: (userId) => this.store.openLocalCopy(userId),
      storage: this.store.storage,
      fetchSession: () => this.#fetchSession(),
      tabId: createId(),
    };
  }

  async #fetchSession(): Promise<SessionAnswer> {
    if (!this.isOnline) throw new Error('no network');
    return SessionAnswer.parse((await this.client.get('/api/session')).json());
  }
}

/** Notes what a session told the page around it. */
export class EventLog implements ReportEvents {
  readonly rejected: RejectedEdits[] = [];
  readonly troubles: string[] = [];
  structureChanges = 0;
  rightsChanges = 0;

  onStructureChanged = () => {
    this.structureChanges += 1;
  };
  onRightsChanged = () => {
    this.rightsChanges += 1;
  };
  onCommentsChanged = () => undefined;
  readonly finalising: (string | null)[] = [];
  onNoticesChanged = () => undefined;
  onFinalising = (by: string | null) => void this.finalising.push(by);
  onSession = () => undefined;
  onRejected = (edits: RejectedEdits) => void this.rejected.push(edits);
  onTrouble = (code: string) => void this.troubles.push(code);
}
