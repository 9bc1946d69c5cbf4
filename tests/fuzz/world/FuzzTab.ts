import * as Y from 'yjs';
import type { DocumentOptions, DocumentSession } from '#client/sync/DocumentSession.ts';
import { LiveSocket } from '#client/sync/LiveSocket.ts';
import { PendingLedger } from '#client/sync/PendingLedger.ts';
import type { RejectedEdits } from '#client/sync/RejectedEdits.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { BrowserProfile } from './BrowserProfile.ts';
import { FakeLink } from './FakeLink.ts';

export type FuzzTabOptions = {
  userId: UserId;
  reportId: ReportId;
  profile: BrowserProfile;
  clientId: number;
  tabId: string;
};

/** What every kind of session is opened with. */
export type FuzzSessionOptions = Omit<DocumentOptions, 'events'> & {
  reportId: ReportId;
  events: DocumentOptions['events'] & { onRejected(edits: RejectedEdits): void };
};

/** The product's own client of one document, down to the websocket's frames, in one browser tab. */
export class FuzzTab<Session extends DocumentSession> {
  readonly options: FuzzTabOptions;
  readonly session: Session;
  /** Newest first. */
  readonly links: FakeLink[] = [];
  /** The document as it was when the person was last told that everything is saved. */
  claimed: Uint8Array | null = null;
  isOffline = false;
  /** What should never happen to people who only do what they may. */
  readonly surprises: string[] = [];
  readonly #socket: LiveSocket;

  constructor(options: FuzzTabOptions, openSession: (options: FuzzSessionOptions) => Session) {
    this.options = options;
    const { userId, reportId, profile, clientId, tabId } = options;
    profile.clientIds.add(clientId);
    const { links } = this;
    this.#socket = new LiveSocket({
      url: 'ws://zvit.test/collaboration',
      WebSocketPolyfill: class extends FakeLink {
        constructor() {
          super();
          links.unshift(this);
        }
      },
      delay: 500,
      minDelay: 500,
      maxDelay: 8_000,
      jitter: false,
    });
    this.session = openSession({
      reportId,
      socket: this.#socket,
      openLocalCopy: profile.openLocalCopy,
      ledger: new PendingLedger(profile.storage, userId, tabId),
      events: {
        onState: () => this.#noteState(),
        onPresence: () => {},
        onMessage: () => {},
        onRejected: ({ code }) => this.surprises.push(`edits given back: ${code}`),
        onSessionDoubt: () => this.surprises.push('session doubted'),
        onTrouble: () => {},
      },
    });
    this.doc.clientID = clientId;
    if (this.session.awareness) this.session.awareness.clientID = clientId;
  }

  get doc(): Y.Doc {
    return this.session.doc;
  }

  /** What the save state calls «Збережено». */
  get isSaved(): boolean {
    return this.session.isInStep && this.session.pending === 0;
  }

  /** The tab is gone from one moment to the next; `survivors` of its unkept changes made it to its own disk. */
  async crash(survivors: number): Promise<void> {
    this.options.profile.lose(survivors);
    for (const link of this.links) link.cut(0);
    await this.session.close();
    this.#socket.destroy();
  }

  #noteState(): void {
    // Told from the session's constructor too, before it is there to be asked.
    if ((this.session as Session | undefined)?.isInStep !== true) return;
    if (this.isSaved && this.session.scope === 'read-write') this.claimed = Y.encodeStateAsUpdate(this.doc);
  }
}
