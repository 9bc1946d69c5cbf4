import { WebSocket } from 'ws';
import { LiveSocket } from '#client/sync/LiveSocket.ts';
import { PendingLedger } from '#client/sync/PendingLedger.ts';
import type { DirectionId, OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { createMemoryStorage } from '#tests/support/createMemoryStorage.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';
import { createRowPen, createTextPen, type KillPen } from './KillPen.ts';
import { WriterHistory } from './WriterHistory.ts';

export type WriterSeat = {
  userId: UserId;
  reportId: ReportId;
  organisationId: OrganisationId;
  /** Whoever has one writes its text, and the others rows. */
  directionId: DirectionId | null;
  cookie: string;
};

/** One person typing without a pause, in the product's own client over a real websocket. */
export class KillWriter {
  readonly history = new WriterHistory();
  /** What should never happen to somebody who only does what they may. */
  readonly surprises: string[] = [];
  /** Milliseconds from a change to the moment it was shown as saved. */
  readonly latenciesMs: number[] = [];
  readonly #pen: KillPen;
  readonly #socket: LiveSocket;
  readonly #random: SeededRandom;
  readonly #pauseMs: number;
  #keys: string[] = [];
  #edits = 0;
  #timer: NodeJS.Timeout | null = null;
  #firstUnsavedAt: number[] = [];

  constructor(url: string, seat: WriterSeat, random: SeededRandom, pauseMs: number) {
    this.#random = random;
    this.#pauseMs = pauseMs;
    const { cookie, reportId, organisationId, directionId, userId } = seat;
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
    const options = {
      reportId,
      socket: this.#socket,
      openLocalCopy: () => ({ whenLoaded: Promise.resolve(), close: async () => {}, remove: async () => {} }),
      ledger: new PendingLedger(createMemoryStorage(), userId, 'tab'),
      events: {
        onState: () => this.#noteState(),
        onPresence: () => {},
        onMessage: () => {},
        onRejected: ({ code }: { code: string }) => this.surprises.push(`edits given back: ${code}`),
        onSessionDoubt: () => this.surprises.push('session doubted'),
        onTrouble: () => {},
      },
    };
    this.#pen =
      directionId === null ? createRowPen(organisationId, options) : createTextPen(directionId, options);
  }

  get documentName(): string {
    return this.#pen.session.documentName;
  }

  /** What the save state calls «Збережено». */
  get isSaved(): boolean {
    return this.#pen.session.isInStep && this.#pen.session.pending === 0;
  }

  get doc() {
    return this.#pen.session.doc;
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
    await this.#pen.session.close();
    this.#socket.destroy();
  }

  #type(): void {
    if (!this.#pen.canWrite()) return;
    this.#edits += 1;
    const known = this.#keys.length > 0 ? this.#random.pick(this.#keys) : undefined;
    this.#firstUnsavedAt.push(performance.now());
    if (known === undefined || (this.#keys.length < 40 && this.#random.chance(0.2))) {
      const key = this.#random.id('row');
      this.#keys.push(key);
      this.#write(key, `зміна ${this.#edits}`, true);
    } else if (this.#random.chance(0.1)) {
      this.#keys = this.#keys.filter((key) => key !== known);
      this.#write(known, null, false);
    } else this.#write(known, `зміна ${this.#edits}`, false);
  }

  #write(key: string, words: string | null, isNew: boolean): void {
    this.history.note(key, words);
    this.#pen.write(key, words, isNew);
  }

  #noteState(): void {
    // Told from the session's constructor too, before it is there to be asked.
    const pen = this.#pen as KillPen | undefined;
    if (pen === undefined || !this.isSaved) return;
    const now = performance.now();
    for (const since of this.#firstUnsavedAt.splice(0)) this.latenciesMs.push(now - since);
    this.history.claim();
  }
}
