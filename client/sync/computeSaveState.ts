import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { SaveState } from './SaveState.ts';
import type { SessionStanding } from './SessionGuard.ts';

/** Everything that decides what the page says about saving. */
export type SaveFacts = {
  standing: SessionStanding;
  isConnected: boolean;
  /** False until a connection was made, or waited for long enough to call it missing. */
  isConnectionExpected: boolean;
  /** Changes not confirmed as stored, over all sheets. */
  pending: number;
  /** The server and this tab have the same, in every sheet that may be read. */
  isInStep: boolean;
  /** Null when at least one sheet may be written. */
  readOnlyReason: ErrorCode | null;
};

/** «Збережено» only when the server has confirmed everything; whoever cannot send is told how much waits. */
export function computeSaveState(facts: SaveFacts): SaveState {
  const { standing, pending: count } = facts;
  if (standing.kind === 'other') return { kind: 'other-user', name: standing.name, count };
  if (standing.kind === 'ended') return { kind: 'signed-out', count };
  if (!facts.isConnected || standing.kind === 'unreachable') {
    return facts.isConnectionExpected ? { kind: 'offline', count } : { kind: 'loading' };
  }
  if (count > 0) return { kind: 'saving', count };
  if (!facts.isInStep) return { kind: 'loading' };
  if (facts.readOnlyReason !== null) return { kind: 'read-only', reason: facts.readOnlyReason };
  return { kind: 'saved' };
}
