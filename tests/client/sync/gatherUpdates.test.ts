import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { gatherUpdates } from '#client/sync/gatherUpdates.ts';

const copy = { name: 'the kept copy' };
let doc: Y.Doc;
let kept: Uint8Array[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  doc = new Y.Doc();
  kept = [];
  stop = gatherUpdates(
    doc,
    (update) => kept.push(update),
    (origin) => origin === copy,
  );
});
afterEach(() => vi.useRealTimers());

/** A colleague's change, as it comes from the server. */
function receive(key: string, value: number): void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  theirs.getMap('cells').set(key, value);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)), 'server');
}

function readKept(): unknown {
  const again = new Y.Doc();
  for (const update of kept) Y.applyUpdate(again, update);
  return again.getMap('cells').toJSON();
}

test('SYN-25 others’ changes are kept together, a moment later', () => {
  for (let value = 1; value <= 20; value += 1) receive('a', value);
  expect(kept).toEqual([]);
  vi.runAllTimers();
  expect(kept).toHaveLength(1);
  expect(readKept()).toEqual({ a: 20 });
  receive('b', 1);
  vi.runAllTimers();
  expect(readKept()).toEqual({ a: 20, b: 1 });
});

test('SYN-25 one’s own change is kept at once, with what it stands on', () => {
  receive('a', 1);
  doc.getMap('cells').set('a', 2);
  expect(readKept()).toEqual({ a: 2 });
  doc.getMap('cells').set('a', 3);
  expect(readKept()).toEqual({ a: 3 });
  vi.runAllTimers();
  expect(kept).toHaveLength(2);
});

test('SYN-25 what comes from the copy is not kept again, and what waits is kept when it ends', () => {
  const stored = new Y.Doc();
  stored.getMap('cells').set('a', 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored), copy);
  vi.runAllTimers();
  expect(kept).toEqual([]);
  receive('b', 2);
  stop();
  expect(kept).toHaveLength(1);
  receive('c', 3);
  vi.runAllTimers();
  expect(kept).toHaveLength(1);
});
