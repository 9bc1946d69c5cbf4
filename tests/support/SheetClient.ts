import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { type ServerMessage, ServerMessage as serverMessage } from '#shared/protocol/messages.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';

export type SheetClientOptions = {
  /** `ws://127.0.0.1:port` */
  url: string;
  cookie: string | null;
  documentName: string;
  organisationId: OrganisationId;
  /** The document of an earlier client: what somebody has after a reload. */
  doc?: Y.Doc;
  origin?: string;
};

/** The product's own kind of client, without its page: one document over one websocket. */
export class SheetClient {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly socket: HocuspocusProviderWebsocket;
  readonly messages: ServerMessage[] = [];
  readonly denials: string[] = [];
  readonly closes: { code: number; reason: string }[] = [];
  readonly #organisationId: OrganisationId;

  constructor({ url, cookie, documentName, organisationId, doc, origin }: SheetClientOptions) {
    const headers: Record<string, string> = {};
    if (cookie !== null) headers.cookie = cookie;
    if (origin !== undefined) headers.origin = origin;
    class CookieSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
        // Closed while it was still connecting: an error to `ws`, nothing to a test that is over.
        this.on('error', () => undefined);
      }
    }
    this.#organisationId = organisationId;
    this.doc = doc ?? new Y.Doc();
    this.socket = new HocuspocusProviderWebsocket({
      url: `${url}/collaboration`,
      WebSocketPolyfill: CookieSocket,
      delay: 20,
      minDelay: 20,
      maxDelay: 200,
      jitter: false,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: documentName,
      document: this.doc,
      token: 'cookie',
      onStateless: ({ payload }) => this.messages.push(serverMessage.parse(JSON.parse(payload))),
      onAuthenticationFailed: ({ reason }) => this.denials.push(reason),
      onClose: ({ event }) => this.closes.push({ code: event.code, reason: event.reason }),
    });
    this.provider.attach();
  }

  /** Connected, and everything of ours is durable on the server. */
  get isSaved(): boolean {
    return this.provider.synced && this.provider.unsyncedChanges === 0;
  }

  get rows(): Row[] {
    return readSheet(this.doc, this.#organisationId);
  }

  goOffline(): void {
    this.socket.disconnect();
  }

  goOnline(): void {
    void this.socket.connect();
  }

  stop(): void {
    this.provider.destroy();
    this.socket.destroy();
  }
}
