import { Document } from '@hocuspocus/server';
import { describe, expect, it, vi } from 'vitest';
import { coalesceAwareness } from '#server/collaboration/extensions/coalesceAwareness.ts';

const intervalMs = 20;
/** So that ten states are as many as may go out in one interval. */
const connections = 200;

describe('coalesceAwareness', () => {
  it('DOC-14 among many people those who have waited longest are sent first, and everybody’s turn comes', async () => {
    const document = new Document('sheet/r1/o1');
    const rounds: number[][] = [];
    Object.assign(document, {
      broadcastAwarenessUpdate: (clients: number[]) => rounds.push(clients),
      getConnectionsCount: () => connections,
    });
    coalesceAwareness(document, intervalMs);
    const clients = Array.from({ length: 35 }, (_, index) => index + 1);
    document.awareness.emit('update', [{ added: clients, updated: [], removed: [] }, null]);
    await vi.waitFor(() => expect(rounds.flat()).toEqual(clients));
    expect(rounds.map(({ length }) => length)).toEqual([10, 10, 10, 5]);
    document.destroy();
  });
});
