import type { Document } from '@hocuspocus/server';

/** The one method of Hocuspocus' Document that sends awareness, private there; a test notices if it goes. */
type AwarenessSender = { broadcastAwarenessUpdate(changedClients: number[]): void };

/**
 * States handed over in a second, counted once for each who gets them. Two hundred people who all move
 * at once are 40,000 states in each round, 8 MB: sent ten times a second they would stand before
 * everybody's edits on every wire.
 */
const statesPerSecond = 100_000;

/**
 * Sends awareness of a document at most once in `intervalMs`, the newest states of those who changed in
 * one frame; where many people move among many, those who have waited longest. Hocuspocus coalesces
 * only within one turn of the event loop, and its window is shared with the document's own updates,
 * which must not wait.
 */
export function coalesceAwareness(document: Document, intervalMs: number): void {
  const sender = document as unknown as AwarenessSender;
  const send = sender.broadcastAwarenessUpdate.bind(document);
  const changed = new Set<number>();
  let restsUntil = 0;
  let timer: NodeJS.Timeout | null = null;

  const flush = () => {
    timer = null;
    restsUntil = performance.now() + intervalMs;
    const perRound = Math.ceil(((statesPerSecond / 1_000) * intervalMs) / document.getConnectionsCount());
    const clients = [...changed].slice(0, perRound);
    for (const client of clients) changed.delete(client);
    send(clients);
    if (changed.size > 0) timer = setTimeout(flush, intervalMs);
  };
  sender.broadcastAwarenessUpdate = (clients) => {
    for (const client of clients) changed.add(client);
    if (timer !== null) return;
    const wait = restsUntil - performance.now();
    if (wait <= 0) flush();
    else timer = setTimeout(flush, wait);
  };
  document.on('destroy', () => {
    if (timer !== null) clearTimeout(timer);
  });
}
