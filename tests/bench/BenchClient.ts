import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { RunningBenchServer } from './servers/startBenchServer.ts';

/** Message numbers that both protocols share, and two that only Hocuspocus has. */
const message = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const;
const sync = { step1: 0, step2: 1, update: 2 } as const;

/** A value that a benchmark writes and looks for: who wrote it, and when on this machine's clock. */
export type Seen = { key: string; value: unknown };

export type BenchClientOptions = {
  documentName: string;
  /** Called for every cell that arrives from others; without it, what arrives is dropped undecoded. */
  onSeen?: (seen: Seen) => void;
};

/**
 * A client of either protocol with as little of its own as possible, so that 1,500 of them fit beside
 * the server they measure: it keeps a document only for what it writes, or to watch.
 */
export class BenchClient {
  readonly doc = new Y.Doc();
  readonly #socket: WebSocket;
  readonly #name: string;
  readonly #isHocuspocus: boolean;
  readonly #onSeen: BenchClientOptions['onSeen'];
  readonly #waitingForAck: ((time: number) => void)[] = [];
  readonly #ready = Promise.withResolvers<void>();
  framesReceived = 0;
  awarenessFrames = 0;
  #clock = 0;
  #isRemote = false;

  constructor(server: RunningBenchServer, { documentName, onSeen }: BenchClientOptions) {
    this.#name = documentName;
    this.#onSeen = onSeen;
    this.#isHocuspocus = server.name !== 'y-websocket';
    const url = this.#isHocuspocus ? server.url : `${server.url}/${documentName}`;
    this.#socket = new WebSocket(url, { headers: server.headers, perMessageDeflate: false });
    this.#socket.binaryType = 'nodebuffer';
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
    this.#socket.on('error', () => undefined);
    this.#socket.on('open', () => this.#greet());
    this.doc.on('update', (update: Uint8Array) => {
      if (!this.#isRemote) this.#send(message.sync, (encoder) => writeSync(encoder, sync.update, update));
    });
    if (onSeen) {
      this.doc.getMap('cells').observe((event) => {
        if (!this.#isRemote) return;
        for (const key of event.keysChanged) onSeen({ key, value: this.doc.getMap('cells').get(key) });
      });
    }
  }

  /** Resolves when the server has answered the first exchange. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Writes a cell; `acknowledged` resolves with the time at which the server said that it has it. */
  write(key: string, value: unknown): { acknowledged: Promise<number> } {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#waitingForAck.push(resolve);
    this.doc.getMap('cells').set(key, value);
    return { acknowledged: promise };
  }

  moveCursor(state: object): void {
    this.#clock += 1;
    this.#send(message.awareness, (encoder) => {
      const update = encoding.createEncoder();
      encoding.writeVarUint(update, 1);
      encoding.writeVarUint(update, this.doc.clientID);
      encoding.writeVarUint(update, this.#clock);
      encoding.writeVarString(update, JSON.stringify(state));
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
    });
  }

  async stop(): Promise<void> {
    const closed = this.#socket.readyState === WebSocket.CLOSED ? null : once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
    this.doc.destroy();
  }

  #greet(): void {
    if (this.#isHocuspocus) {
      this.#send(message.auth, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, 'cookie');
      });
    }
    this.#send(message.sync, (encoder) => writeSync(encoder, sync.step1, Y.encodeStateVector(this.doc)));
  }

  #receive(data: Buffer): void {
    this.framesReceived += 1;
    const decoder = decoding.createDecoder(data);
    if (this.#isHocuspocus) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === message.awareness) this.awarenessFrames += 1;
    else if (type === message.syncStatus) this.#waitingForAck.shift()?.(performance.now());
    else if (type === message.sync || type === message.syncReply) this.#receiveSync(decoder);
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === sync.step1) {
      const vector = decoding.readVarUint8Array(decoder);
      const missing = Y.encodeStateAsUpdate(this.doc, vector);
      // Acknowledged like any change; nobody waits for it.
      this.#waitingForAck.unshift(() => undefined);
      const reply = this.#isHocuspocus ? message.syncReply : message.sync;
      this.#send(reply, (encoder) => writeSync(encoder, sync.step2, missing));
      return;
    }
    if (type === sync.step2) this.#ready.resolve();
    if (!this.#onSeen) return;
    this.#isRemote = true;
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
    this.#isRemote = false;
  }

  #send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    if (this.#isHocuspocus) encoding.writeVarString(encoder, this.#name);
    encoding.writeVarUint(encoder, type);
    write(encoder);
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(encoding.toUint8Array(encoder));
  }
}

function writeSync(encoder: encoding.Encoder, type: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
}
