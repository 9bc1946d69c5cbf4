import { WebSocket } from 'ws';
import { LiveSocket } from '#client/sync/LiveSocket.ts';
import { PendingLedger } from '#client/sync/PendingLedger.ts';
import { SheetSession } from '#client/sync/SheetSession.ts';
import { type OrganisationId, type ReportId, RowId, type UserId } from '#shared/model/ids.ts';
import { orderBetween } from '#shared/sheet/order.ts';
import { createMemoryStorage } from '#tests/support/createMemoryStorage.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';
import { WriterHistory } from './WriterHistory.ts';

export type WriterSeat = {
  userId: UserId;
  reportId: ReportId;
  organisationId: OrganisationId;
  cookie: string;
};

/** One person typing without a pause, in the product's own client over a real websocket. */
export class KillWriter {
  readonly history = new WriterHistory();
  readonly seat: WriterSeat;
  /** What should never happen to somebody who only does what they may. */
  readonly surprises: string[] = [];
  /** Milliseconds from a change to the moment it was shown as saved. */
  readonly latenciesMs: number[] = [];
  readonly #session: SheetSession;
  readonly #socket: LiveSocket;
  readonly #random: SeededRandom;
  readonly #pauseMs: number;
  #rowIds: RowId[] = [];
  #edits = 0;
  #timer: NodeJS.Timeout | null = null;
  #firstUnsavedAt: number[] = [];

  constructor(url: string, seat: WriterSeat, random: SeededRandom, pauseMs: number) {
    this.seat = seat;
    this.#random = random;
    this.#pauseMs = pauseMs;
    const { cookie, reportId, organisationId, userId } = seat;
    this.#socket = new LiveSocket({
      url: `${url}/collaboration`,
      WebSocketPolyfill: class extends WebSocket {
        constructor(address: string) {
          super(address, { headers: { cookie, origin: url.replace(/^ws/, 'http') } });
        }
      },
      delay: 50,
      minDelay: 50,
      maxDelay: 250,
      jitter: false,
    });
    this.#session = new SheetSession({
      reportId,
      organisationId,
      socket: this.#socket,
      openLocalCopy: () => ({ whenLoaded: Promise.resolve(), close: async () => {}, remove: async () => {} }),
      ledger: new PendingLedger(createMemoryStorage(), userId, 'tab'),
      events: {
        onRows: () => {},
        onState: () => this.#noteState(),
        onPresence: () => {},
        onMessage: () => {},
        onRejected: ({ code }) => this.surprises.push(`edits given back: ${code}`),
        onSessionDoubt: () => this.surprises.push('session doubted'),
        onTrouble: () => {},
        readOnlyReason: () => 'access.read-only',
      },
    });
  }

  /** What the save state calls «Збережено». */
  get isSaved(): boolean {
    return this.#session.isInStep && this.#session.pending === 0;
  }

  get doc() {
    return this.#session.doc;
  }

  startTyping(): void {
    this.#timer = setInterval(() => this.#type(), this.#pauseMs);
  }

  stopTyping(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  async close(): Promise<void> {
    this.stopTyping();
    await this.#session.close();
    this.#socket.destroy();
  }

  #type(): void {
    if (!this.#session.isEditable) return;
    this.#edits += 1;
    const text = `зміна ${this.#edits}`;
    const rowId = this.#rowIds.length > 0 ? this.#random.pick(this.#rowIds) : undefined;
    this.#firstUnsavedAt.push(performance.now());
    if (rowId === undefined || (this.#rowIds.length < 40 && this.#random.chance(0.2))) {
      const id = RowId.parse(this.#random.id('row'));
      this.#rowIds.push(id);
      this.history.note(id, text);
      const order = orderBetween(null, null);
      this.#session.apply([{ kind: 'insert', row: { id, kind: 'activity', order, values: { note: text } } }]);
    } else if (this.#random.chance(0.1)) {
      this.#rowIds = this.#rowIds.filter((id) => id !== rowId);
      this.history.note(rowId, null);
      this.#session.apply([{ kind: 'delete', rowId }]);
    } else {
      this.history.note(rowId, text);
      this.#session.apply([{ kind: 'set', rowId, field: 'note', value: text }]);
    }
  }

  #noteState(): void {
    // Told from the session's constructor too, before it is there to be asked.
    if ((this.#session as SheetSession | undefined)?.isInStep !== true || !this.isSaved) return;
    const now = performance.now();
    for (const since of this.#firstUnsavedAt.splice(0)) this.latenciesMs.push(now - since);
    this.history.claim();
  }
}
