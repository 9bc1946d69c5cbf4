import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus } from '@hocuspocus/server';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '#server/log/createLogger.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { collaborationPath, gatewayPrefix } from '#shared/protocol/messages.ts';
import type { CollaborationMetrics } from '../CollaborationMetrics.ts';
import type { Credentials, SocketContext } from '../ConnectionContext.ts';
import type { Limits } from '../Limits.ts';
import { buildAuthFrame, tryReadFrame } from './frames.ts';
import { createGatewaySocket } from './gatewaySocket.ts';
import { isExpectedFrame } from './isExpectedFrame.ts';
import { createTrafficLimit } from './trafficLimit.ts';

export type SocketServerOptions = {
  hocuspocus: Hocuspocus;
  limits: Limits;
  log: Logger;
  metrics: CollaborationMetrics;
  /** Whether a page of this origin may open a websocket with its visitor's cookie. */
  isAllowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
};

/** One websocket as Hocuspocus sees it; the class itself is not exported. */
type ClientConnection = ReturnType<Hocuspocus['handleConnection']>;

type Kind = 'collaboration' | 'gateway';

/**
 * Hocuspocus hands a request on to its hooks, where nothing is read from it: what they need to know is
 * in the context. One of its own for each socket would be kept as long as the socket.
 */
const emptyRequest = new Request('http://localhost/');

/** A dead peer is noticed after two of these. */
const pingIntervalMs = 30_000;

/** Websockets of both kinds on the server's one port: frames are checked here before Hocuspocus sees them. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  // Compression costs ten times the memory of a connection (24 → 280 kB); updates are small already.
  readonly #websockets: WebSocketServer;
  readonly #pinger: NodeJS.Timeout;
  readonly #answered = new WeakSet<WebSocket>();
  #isStopping = false;

  constructor(options: SocketServerOptions) {
    this.#options = options;
    this.#websockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: options.limits.maxFrameBytes,
      clientTracking: true,
    });
    this.#pinger = setInterval(() => this.#ping(), pingIntervalMs);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = tryParseUrl(request.url);
    const serve = this.#isStopping ? '503 Service Unavailable' : this.#choose(request, url);
    if (typeof serve === 'string') {
      socket.end(`HTTP/1.1 ${serve}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#websockets.handleUpgrade(request, socket, head, (websocket) => {
      this.#answered.add(websocket);
      websocket.on('pong', () => this.#answered.add(websocket));
      serve(websocket);
    });
  }

  /** Tells every socket to come back later; resolves when they are gone, at the latest after `timeoutMs`. */
  async stop(timeoutMs: number): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#pinger);
    const closed = [...this.#websockets.clients].map(
      (websocket) => new Promise<void>((resolve) => websocket.once('close', () => resolve())),
    );
    for (const websocket of this.#websockets.clients) websocket.close(closeCodes.stopping, 'server.stopping');
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    await Promise.race([Promise.all(closed), late]);
    clearTimeout(timer);
    for (const websocket of this.#websockets.clients) websocket.terminate();
  }

  /** What to do with the websocket, or the status line that refuses it. */
  #choose(request: IncomingMessage, url: URL | null): ((websocket: WebSocket) => void) | string {
    if (url?.pathname === collaborationPath) {
      if (!this.#options.isAllowedOrigin(request.headers.origin, request.headers.host)) {
        this.#options.metrics.refusals.inc({ code: 'request.origin' });
        return '403 Forbidden';
      }
      return (websocket) => this.#serveClient(websocket, request.headers.cookie ?? null);
    }
    if (url?.pathname.startsWith(gatewayPrefix)) {
      const documentName = tryDecode(url.pathname.slice(gatewayPrefix.length));
      if (documentName !== null && tryParseDocumentName(documentName)) {
        return (websocket) => this.#serveGateway(websocket, documentName, readToken(request, url));
      }
    }
    return '404 Not Found';
  }

  #serveClient(websocket: WebSocket, cookieHeader: string | null): void {
    const credentials: Credentials = { type: 'cookie', header: cookieHeader };
    const context: SocketContext = { credentials, attached: new Set() };
    const connection = this.#options.hocuspocus.handleConnection(websocket, emptyRequest, context);
    this.#listen('collaboration', websocket, connection, (data) => {
      const frame = tryReadFrame(data);
      if (!frame) return 'bad';
      return isExpectedFrame(frame, context) ? data : 'drop';
    });
  }

  #serveGateway(websocket: WebSocket, documentName: string, token: string): void {
    const gateway = createGatewaySocket(websocket, documentName);
    const context: SocketContext = { credentials: { type: 'token', token }, attached: new Set() };
    const connection = this.#options.hocuspocus.handleConnection(gateway, emptyRequest, context);
    connection.handleMessage(buildAuthFrame(documentName));
    this.#listen('gateway', websocket, connection, (data) => gateway.readInbound(data) ?? 'bad');
  }

  #listen(
    kind: Kind,
    websocket: WebSocket,
    connection: ClientConnection,
    toFrame: (data: Uint8Array) => Uint8Array | 'bad' | 'drop',
  ): void {
    const { metrics, limits, log } = this.#options;
    const traffic = createTrafficLimit(websocket, limits);
    metrics.openSockets.inc({ kind });
    websocket.on('message', (raw: RawData) => {
      const data = toBytes(raw);
      traffic.count(data.byteLength);
      const frame = toFrame(data);
      if (frame === 'bad') websocket.close(closeCodes.badFrame, 'document.frame');
      else if (frame !== 'drop') connection.handleMessage(frame);
    });
    // A frame over the limit, broken UTF-8, a reset: the library closes the socket itself after this.
    websocket.on('error', (error) => log.debug({ err: error, kind }, 'websocket error'));
    websocket.on('close', (code, reason) => {
      traffic.stop();
      metrics.openSockets.dec({ kind });
      connection.handleClose({ code, reason: reason.toString() });
    });
  }

  #ping(): void {
    for (const websocket of this.#websockets.clients) {
      if (!this.#answered.delete(websocket)) websocket.terminate();
      else websocket.ping();
    }
  }
}

function toBytes(raw: RawData): Uint8Array {
  const buffer = Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(raw as ArrayBuffer);
  // A plain view: Yjs must not meet Buffer's own `slice`, which shares memory.
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function tryParseUrl(url: string | undefined): URL | null {
  return URL.parse(url ?? '', 'http://localhost');
}

function tryDecode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function readToken(request: IncomingMessage, url: URL): string {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? url.searchParams.get('token') ?? '';
}
