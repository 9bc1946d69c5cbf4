import * as Y from 'yjs';
import { ReportWriter } from '#client/sync/history/ReportWriter.ts';
import { LiveSocket } from '#client/sync/LiveSocket.ts';
import { PendingLedger } from '#client/sync/PendingLedger.ts';
import { SheetSession } from '#client/sync/SheetSession.ts';
import type { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { createTotalsEngine, type TotalsEngine } from '#shared/totals/TotalsEngine.ts';
import type { BrowserProfile } from './BrowserProfile.ts';
import { FakeLink } from './FakeLink.ts';

export type FuzzClientOptions = {
  userId: UserId;
  reportId: ReportId;
  organisationId: OrganisationId;
  structure: ReportStructure;
  profile: BrowserProfile;
  clientId: number;
  tabId: string;
};

/** The product's own client, from the row's edit to the websocket's frames, in one browser tab. */
export class FuzzClient {
  readonly options: FuzzClientOptions;
  readonly session: SheetSession;
  readonly writer: ReportWriter;
  /** Fed with the changes the client is told of, never with all rows. */
  readonly totals: TotalsEngine;
  /** Newest first. */
  readonly links: FakeLink[] = [];
  /** The document as it was when the person was last told that everything is saved. */
  claimed: Uint8Array | null = null;
  isOffline = false;
  /** What should never happen to people who only do what they may. */
  readonly surprises: string[] = [];
  readonly #socket: LiveSocket;

  constructor(options: FuzzClientOptions) {
    this.options = options;
    const { userId, reportId, organisationId, structure, profile, clientId, tabId } = options;
    this.totals = createTotalsEngine(structure);
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
    this.session = new SheetSession({
      reportId,
      organisationId,
      socket: this.#socket,
      openLocalCopy: profile.openLocalCopy,
      ledger: new PendingLedger(profile.storage, userId, tabId),
      events: {
        onRows: (changes) => this.totals.apply(changes),
        onState: () => this.#noteState(),
        onPresence: () => {},
        onMessage: () => {},
        onRejected: ({ code }) => this.surprises.push(`edits given back: ${code}`),
        onSessionDoubt: () => this.surprises.push('session doubted'),
        onTrouble: () => {},
        readOnlyReason: () => 'access.read-only',
      },
    });
    const { session } = this;
    this.writer = new ReportWriter({
      findEditable: () => session,
      onChange: () => {},
      onReversing: () => {},
    });
    this.doc.clientID = clientId;
    if (this.session.awareness) this.session.awareness.clientID = clientId;
  }

  get doc(): Y.Doc {
    return this.session.doc;
  }

  get rows(): Row[] {
    return readSheet(this.doc, this.options.organisationId);
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
    if ((this.session as SheetSession | undefined)?.isInStep !== true) return;
    if (this.isSaved && this.session.scope === 'read-write') this.claimed = Y.encodeStateAsUpdate(this.doc);
  }
}
