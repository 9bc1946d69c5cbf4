import { type Connection, Document, IncomingMessage } from '@hocuspocus/server';
import { describe, expect, it, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { coalesceAwareness } from '#server/collaboration/extensions/coalesceAwareness.ts';

const intervalMs = 20;

/** A connection as far as awareness goes: what was sent to it, frame by frame, as the clients in it. */
function addListener(document: Document): number[][] {
  const frames: number[][] = [];
  const send = (frame: Uint8Array) => frames.push(readClients(frame));
  document.addConnection({ send } as unknown as Connection);
  return frames;
}

function readClients(frame: Uint8Array): number[] {
  const message = new IncomingMessage(frame);
  message.readVarString();
  expect(message.readVarUint(), 'a frame of awareness').toBe(1);
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  applyAwarenessUpdate(awareness, message.readVarUint8Array(), null);
  awareness.destroy();
  return [...awareness.getStates().keys()];
}

function move(document: Document, clients: readonly number[]): void {
  for (const client of clients) {
    document.awareness.states.set(client, { cursor: null });
    document.awareness.meta.set(client, { clock: 1, lastUpdated: 0 });
  }
  document.awareness.emit('update', [{ added: clients, updated: [], removed: [] }, null]);
}

describe('coalesceAwareness', () => {
  it('DOC-14 among many people those who have waited longest are sent first, and everybody’s turn comes', async () => {
    const document = new Document('sheet/r1/o1');
    coalesceAwareness(document, intervalMs);
    // So that ten states are as many as may go out in one interval.
    const listeners = Array.from({ length: 200 }, () => addListener(document));
    const clients = Array.from({ length: 35 }, (_, index) => index + 1);
    move(document, clients);
    for (const frames of listeners) {
      await vi.waitFor(() => expect(frames.flat()).toEqual(clients));
      expect(frames.map(({ length }) => length)).toEqual([10, 10, 10, 5]);
    }
    document.destroy();
  });

  it('DOC-14 others’ edits go out between the frames of one round', async () => {
    const document = new Document('sheet/r1/o1');
    coalesceAwareness(document, intervalMs);
    const listeners = Array.from({ length: 100 }, () => addListener(document));
    move(document, [1]);
    const served = () => listeners.filter(({ length }) => length > 0).length;
    expect(served(), 'in the first turn').toBeLessThan(listeners.length);
    await vi.waitFor(() => expect(served()).toBe(listeners.length));
    document.destroy();
  });
});
