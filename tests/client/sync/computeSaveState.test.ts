import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeSaveState, type SaveFacts } from '#client/sync/computeSaveState.ts';

const anyFacts: fc.Arbitrary<SaveFacts> = fc.record({
  standing: fc.constantFrom(
    { kind: 'same' as const },
    { kind: 'unreachable' as const },
    { kind: 'ended' as const },
    { kind: 'other' as const, name: 'Інша людина' },
  ),
  isConnected: fc.boolean(),
  isConnectionExpected: fc.boolean(),
  pending: fc.nat({ max: 3 }),
  isInStep: fc.boolean(),
  readOnlyReason: fc.constantFrom(null, 'access.viewer' as const),
});

test('SYN-1 «Збережено» never stands while a change waits, or nobody knows', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const state = computeSaveState(facts);
      if (state.kind !== 'saved' && state.kind !== 'read-only') return;
      expect(facts).toMatchObject({
        standing: { kind: 'same' },
        isConnected: true,
        pending: 0,
        isInStep: true,
      });
    }),
  );
});

test('SYN-1 whoever cannot send is told how many changes wait', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const state = computeSaveState(facts);
      if ('count' in state) expect(state.count).toBe(facts.pending);
      else if (facts.pending > 0) expect(state.kind).toBe('loading');
    }),
  );
});

const good: SaveFacts = {
  standing: { kind: 'same' },
  isConnected: true,
  isConnectionExpected: true,
  pending: 0,
  isInStep: true,
  readOnlyReason: null,
};

test.each<[Partial<SaveFacts>, string]>([
  [{}, 'saved'],
  [{ pending: 1 }, 'saving'],
  [{ isConnected: false }, 'offline'],
  [{ isConnected: false, isConnectionExpected: false }, 'loading'],
  [{ standing: { kind: 'unreachable' } }, 'offline'],
  [{ standing: { kind: 'ended' }, isConnected: false }, 'signed-out'],
  [{ standing: { kind: 'other', name: 'Інша людина' } }, 'other-user'],
  [{ isInStep: false }, 'loading'],
  [{ readOnlyReason: 'access.viewer' }, 'read-only'],
])('%o is %s', (change, kind) => {
  expect(computeSaveState({ ...good, ...change }).kind).toBe(kind);
});
