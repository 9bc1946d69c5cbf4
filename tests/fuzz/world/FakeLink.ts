import type { WebSocketLike } from '@hocuspocus/server';

type Frame = Uint8Array | 'close';
type Listener = (event: never) => void;

const readyStates = { connecting: 0, open: 1, closing: 2, closed: 3 } as const;

/** What the server does with its end of a link. */
export type ServerEnd = { onFrame(data: Uint8Array): void; onClose(): void };

/**
 * A websocket without a network: two queues of frames, in order like TCP, that move only when they are
 * told to. One object is the browser's `WebSocket`, `serverSocket` the server's end of it.
 */
export class FakeLink {
  binaryType = 'blob';
  readyState: number = readyStates.connecting;
  readonly serverSocket: WebSocketLike;
  readonly #toServer: Frame[] = [];
  readonly #toClient: Frame[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();
  #server: ServerEnd | null = null;

  constructor() {
    const serverSocket: WebSocketLike = {
      readyState: readyStates.connecting,
      send: (data) => this.#sendToClient((data as Uint8Array).slice()),
      close: () => {
        this.#sendToClient('close');
        serverSocket.readyState = readyStates.closing;
      },
    };
    this.serverSocket = serverSocket;
  }

  get isConnecting(): boolean {
    return this.readyState === readyStates.connecting;
  }

  get isOver(): boolean {
    return this.readyState === readyStates.closed && this.#server === null;
  }

  get hasFrames(): boolean {
    return this.isConnecting || this.#toServer.length > 0 || this.#toClient.length > 0;
  }

  addEventListener(type: string, listener: Listener): void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  send(data: Uint8Array): void {
    if (this.readyState === readyStates.open) this.#toServer.push(data.slice());
  }

  close(): void {
    if (this.readyState === readyStates.connecting) this.#endClient(1006);
    if (this.readyState !== readyStates.open) return;
    this.readyState = readyStates.closing;
    this.#toServer.push('close');
  }

  open(connect: (serverSocket: WebSocketLike) => ServerEnd): void {
    this.readyState = readyStates.open;
    this.serverSocket.readyState = readyStates.open;
    this.#server = connect(this.serverSocket);
    this.#emit('open', new Event('open'));
  }

  /** Nobody answers at the other end. */
  refuse(): void {
    this.#emit('error', new Event('error'));
    this.#endClient(1006);
  }

  /** Hands the oldest frame of one direction over; false when there is none. */
  deliverToServer(): boolean {
    const frame = this.#toServer.shift();
    if (frame === undefined) return false;
    if (frame !== 'close') this.#server?.onFrame(frame);
    else this.#endServer();
    return true;
  }

  deliverToClient(): boolean {
    const frame = this.#toClient.shift();
    if (frame === undefined) return false;
    if (frame === 'close') {
      this.#endServer();
      this.#endClient(1000);
    } else if (this.readyState !== readyStates.closed) {
      this.#emit('message', { data: frame.buffer });
    }
    return true;
  }

  /**
   * Pulls the cable. The client knows at once; the server goes on with what was already on its way
   * (`inFlight` frames of it), and learns of the end after that.
   */
  cut(inFlight: number): void {
    this.#toServer.length = Math.min(this.#toServer.length, inFlight);
    this.#toClient.length = 0;
    if (this.#server !== null) this.#toServer.push('close');
    this.#endClient(1006);
  }

  /** The server's process is gone; the client still gets what was already on its way. */
  loseServer(inFlight: number): void {
    this.#server = null;
    this.serverSocket.readyState = readyStates.closed;
    this.#toServer.length = 0;
    this.#toClient.length = Math.min(this.#toClient.length, inFlight);
    if (this.readyState !== readyStates.closed) this.#toClient.push('close');
  }

  /** What the server sends goes nowhere when the cable has been pulled, and the server does not know. */
  #sendToClient(frame: Frame): void {
    if (this.serverSocket.readyState !== readyStates.open || this.readyState === readyStates.closed) return;
    this.#toClient.push(frame);
  }

  #endServer(): void {
    const server = this.#server;
    this.#server = null;
    this.#sendToClient('close');
    this.serverSocket.readyState = readyStates.closed;
    server?.onClose();
  }

  #endClient(code: number): void {
    if (this.readyState === readyStates.closed) return;
    this.readyState = readyStates.closed;
    this.#emit('close', { code, reason: '' });
  }

  #emit(type: string, event: unknown): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(event as never);
  }
}
