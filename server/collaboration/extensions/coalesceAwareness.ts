import { type Connection, type Document, OutgoingMessage } from '@hocuspocus/server';

/** The one method of Hocuspocus' Document that sends awareness, private there; a test notices if it goes. */
type AwarenessSender = { broadcastAwarenessUpdate(changedClients: number[]): void };

/**
 * States handed over in a second, counted once for each who gets them. Two hundred people who all move
 * at once are 40,000 states in each round, 8 MB: sent ten times a second they would stand before
 * everybody's edits on every wire.
 */
const statesPerSecond = 100_000;

/** Connections served in one turn of the event loop: an edit waits for these and not for all. */
const connectionsPerTurn = 10;

/**
 * Sends awareness of a document at most once in `intervalMs`, the newest states of those who changed in
 * one frame; where many people move among many, those who have waited longest. Hocuspocus coalesces
 * only within one turn of the event loop, and its window is shared with the document's own updates,
 * which must not wait.
 */
export function coalesceAwareness(document: Document, intervalMs: number): void {
  const changed = new Set<number>();
  let restsUntil = 0;
  let timer: NodeJS.Timeout | null = null;
  let turn: NodeJS.Immediate | null = null;

  const flush = () => {
    timer = null;
    restsUntil = performance.now() + intervalMs;
    const connections = document.getConnections();
    const perRound = Math.ceil(((statesPerSecond / 1_000) * intervalMs) / connections.length);
    const clients = [...changed].slice(0, perRound);
    for (const client of clients) changed.delete(client);
    // Connections all know a document by its plain name: sessions of awareness are not switched on.
    const message = new OutgoingMessage(document.name);
    send(connections, message.createAwarenessUpdateMessage(document.awareness, clients).toUint8Array());
  };
  const send = (connections: readonly Connection[], frame: Uint8Array) => {
    turn = null;
    for (const connection of connections.slice(0, connectionsPerTurn)) {
      if (document.hasConnection(connection)) connection.send(frame);
    }
    const rest = connections.slice(connectionsPerTurn);
    if (rest.length > 0) turn = setImmediate(send, rest, frame);
    else if (changed.size > 0) plan();
  };
  const plan = () => {
    timer = setTimeout(flush, Math.max(0, restsUntil - performance.now()));
  };

  (document as unknown as AwarenessSender).broadcastAwarenessUpdate = (clients) => {
    for (const client of clients) changed.add(client);
    if (timer !== null || turn !== null) return;
    if (performance.now() >= restsUntil) flush();
    else plan();
  };
  document.on('destroy', () => {
    if (timer !== null) clearTimeout(timer);
    if (turn !== null) clearImmediate(turn);
  });
}
