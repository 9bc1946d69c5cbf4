import type { BenchServer } from '../servers/BenchServer.ts';
import { BenchClient } from './BenchClient.ts';
import { EditLog } from './EditLog.ts';

const openedAtOnce = 50;

/** Clients of one server, evenly over its documents, and the log of their edits. */
export class Crowd {
  readonly clients: BenchClient[] = [];
  readonly log: EditLog;
  readonly #server: BenchServer;

  constructor(server: BenchServer, clientsPerDocument: number) {
    this.#server = server;
    this.log = new EditLog(clientsPerDocument);
  }

  /** Opens up to `count` clients in all; resolves when each of them is in sync. */
  async open(count: number): Promise<void> {
    while (this.clients.length < count) {
      const batch = this.openAtOnce(Math.min(openedAtOnce, count - this.clients.length));
      await Promise.all(batch.map((client) => client.whenSynced));
    }
  }

  openAtOnce(count: number): BenchClient[] {
    const { url, dialect, documents, headersOf } = this.#server;
    const opened = Array.from({ length: count }, (_, offset) => {
      const index = this.clients.length + offset;
      const documentName = documents[index % documents.length] ?? '';
      return new BenchClient({ url, dialect, documentName, headers: headersOf(index), log: this.log });
    });
    this.clients.push(...opened);
    return opened;
  }

  get refusals(): number {
    return this.clients.reduce((sum, { refusals }) => sum + refusals, 0);
  }

  get awarenessFrames(): number {
    return this.clients.reduce((sum, { awarenessFrames }) => sum + awarenessFrames, 0);
  }

  /** Waits until everybody has seen everything; gives up after `timeoutMs`. */
  async drain(timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (!this.log.isComplete && performance.now() < deadline) await pause(20);
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does something `rate` times a second, evenly, for as long as told; late ones are caught up with. */
export async function doEvenly(rate: number, seconds: number, act: (index: number) => void): Promise<void> {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < seconds * 1_000) {
    const due = Math.floor(((performance.now() - start) * rate) / 1_000);
    for (; done < due; done += 1) act(done);
    await pause(1);
  }
}
