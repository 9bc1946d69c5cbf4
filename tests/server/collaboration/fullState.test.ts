import { Document, MessageType } from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FullState } from '#server/collaboration/FullState.ts';

/** Puts a document together as a client does, message by message. */
function receive(messages: readonly Uint8Array[]): Record<string, unknown> {
  const replica = new Y.Doc();
  for (const message of messages) {
    const decoder = decoding.createDecoder(message);
    expect(decoding.readVarString(decoder)).toBe('sheet/r1/o1');
    expect(decoding.readVarUint(decoder)).toBe(MessageType.Sync);
    expect([1, 2]).toContain(decoding.readVarUint(decoder));
    Y.applyUpdate(replica, decoding.readVarUint8Array(decoder));
  }
  return replica.getMap('rows').toJSON();
}

describe('FullState', () => {
  it('DOC-16 is encoded once for all who ask, and what changes meanwhile follows it', () => {
    const document = new Document('sheet/r1/o1');
    const rows = document.getMap('rows');
    rows.set('a', 1);
    const state = new FullState(document);
    const [whole] = state.messages();
    expect(state.messages()).toEqual([whole]);
    rows.set('b', 2);
    rows.delete('a');
    const later = state.messages();
    expect(later).toHaveLength(2);
    expect(later[0]).toBe(whole);
    expect(receive(later)).toEqual({ b: 2 });
    document.destroy();
  });

  it('DOC-16 is encoded anew when much has changed', () => {
    const document = new Document('sheet/r1/o1');
    const rows = document.getMap('rows');
    rows.set('a', 1);
    const state = new FullState(document);
    const [whole] = state.messages();
    for (let count = 0; count < 100; count += 1) rows.set('long', 'x'.repeat(1_000) + count);
    const later = state.messages();
    expect(later).toHaveLength(1);
    expect(later[0]).not.toBe(whole);
    expect(receive(later)).toEqual(rows.toJSON());
    document.destroy();
  });
});
