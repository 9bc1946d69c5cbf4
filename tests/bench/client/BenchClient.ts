import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { RowId } from '#shared/model/ids.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import {
  buildAuthFrame,
  buildAwarenessFrame,
  buildPrefix,
  buildSyncAnswer,
  buildSyncRequest,
  buildUpdateFrame,
  type Dialect,
  readFrame,
} from './Dialect.ts';
import type { EditLog } from './EditLog.ts';

export type BenchClientOptions = {
  url: string;
  dialect: Dialect;
  documentName: string;
  headers: Record<string, string>;
  log: EditLog;
};

const emptyUpdate = new Uint8Array([0, 0]);

/**
 * As light a client as can be: it makes real edits in the sheet's own encoding, and looks for the
 * marks of others' edits in what it receives without putting a document together. Two hundred
 * documents kept in step would measure this process, not the server.
 */
export class BenchClient {
  readonly #options: BenchClientOptions;
  readonly #prefix: Uint8Array;
  readonly #doc = new Y.Doc();
  readonly #socket: WebSocket;
  readonly #rowId: RowId;
  readonly #onConfirmed: (() => void)[] = [];
  #isAnswered = false;
  #awarenessClock = 0;
  awarenessFrames = 0;
  refusals = 0;
  /** The first exchange is over, both ways. */
  readonly whenSynced: Promise<void>;
  /** Everything the server has of the document is here. */
  readonly whenAnswered: Promise<void>;

  constructor(options: BenchClientOptions) {
    this.#options = options;
    const { url, dialect, documentName, headers } = options;
    this.#prefix = buildPrefix(dialect, documentName);
    this.#rowId = RowId.parse(`row${this.#doc.clientID}`);
    const path = dialect === 'y-websocket' ? `/${documentName}` : '/collaboration';
    this.#socket = new WebSocket(`${url}${path}`, { headers, perMessageDeflate: false });
    this.#doc.on('update', (update: Uint8Array) => this.#socket.send(buildUpdateFrame(this.#prefix, update)));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.whenSynced = promise;
    this.#socket.on('error', reject);
    this.#socket.on('open', () => {
      if (dialect === 'hocuspocus') this.#socket.send(buildAuthFrame(this.#prefix));
      this.#socket.send(buildSyncRequest(this.#prefix));
    });
    const answered = Promise.withResolvers<void>();
    this.whenAnswered = answered.promise;
    this.#socket.on('message', (data: Buffer) => this.#receive(data, resolve, answered.resolve));
  }

  /** A row of one's own; before anything else. */
  addRow(): void {
    this.#onConfirmed.push(() => {});
    insertRow(this.#doc, { id: this.#rowId, kind: 'activity', order: 'a0', values: {} });
  }

  /** Sets a cell to a text that tells the edit apart. */
  edit(): void {
    const { id, mark } = this.#options.log.begin();
    this.#onConfirmed.push(() => this.#options.log.acknowledge(id));
    setCell(this.#doc, this.#rowId, 'content', mark);
  }

  /** Any one change of the document; resolves when it is confirmed. */
  change(act: (doc: Y.Doc) => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onConfirmed.push(resolve);
    act(this.#doc);
    return promise;
  }

  moveCursor(): void {
    this.#awarenessClock += 1;
    const cursor = {
      table: 'activity',
      rowId: this.#rowId,
      field: 'content',
      editing: this.#awarenessClock % 2 === 0,
    };
    const state = {
      tabId: String(this.#doc.clientID),
      cursor,
      user: { id: 'x', name: 'Людина', organisationIds: [] },
    };
    this.#socket.send(buildAwarenessFrame(this.#prefix, this.#doc.clientID, this.#awarenessClock, state));
  }

  close(): void {
    this.#socket.terminate();
    this.#doc.destroy();
  }

  #receive(frame: Buffer, onSynced: () => void, onAnswered: () => void): void {
    const read = readFrame(frame, this.#prefix.length);
    switch (read.kind) {
      case 'update':
        this.#options.log.see(frame, read.offset);
        break;
      case 'ack':
        this.#acknowledge(onSynced);
        break;
      case 'awareness':
        this.awarenessFrames += 1;
        break;
      case 'sync-request':
        this.#socket.send(buildSyncAnswer(this.#prefix, emptyUpdate));
        // Plain Yjs servers do not confirm.
        if (this.#options.dialect === 'y-websocket') onSynced();
        break;
      case 'sync-answer':
        onAnswered();
        break;
      case 'refused':
        this.refusals += 1;
        break;
    }
  }

  #acknowledge(onSynced: () => void): void {
    if (!this.#isAnswered) {
      this.#isAnswered = true;
      onSynced();
      return;
    }
    this.#onConfirmed.shift()?.();
  }
}
