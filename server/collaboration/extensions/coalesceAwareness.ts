import type { Document } from '@hocuspocus/server';

/** The one method of Hocuspocus' Document that sends awareness, private there; a test notices if it goes. */
type AwarenessSender = { broadcastAwarenessUpdate(changedClients: number[]): void };

/**
 * Sends awareness of a document at most once in `intervalMs`, the newest state of everybody who
 * changed in one frame. Hocuspocus coalesces only within one turn of the event loop, and its window
 * is shared with the document's own updates, which must not wait.
 */
export function coalesceAwareness(document: Document, intervalMs: number): void {
  const sender = document as unknown as AwarenessSender;
  const send = sender.broadcastAwarenessUpdate.bind(document);
  const changed = new Set<number>();
  let lastSentAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;

  const flush = () => {
    timer = null;
    lastSentAt = performance.now();
    const clients = [...changed];
    changed.clear();
    send(clients);
  };
  sender.broadcastAwarenessUpdate = (clients) => {
    for (const client of clients) changed.add(client);
    if (timer !== null) return;
    const wait = lastSentAt + intervalMs - performance.now();
    if (wait <= 0) flush();
    else timer = setTimeout(flush, wait);
  };
  document.on('destroy', () => {
    if (timer !== null) clearTimeout(timer);
  });
}
