import type { beforeHandleAwarenessPayload, Document, Extension } from '@hocuspocus/server';
import type { ConnectionContext } from '../ConnectionContext.ts';
import type { DocumentJournal } from '../DocumentJournal.ts';
import type { Limits } from '../Limits.ts';
import { measureValue } from '../updates/measureValue.ts';
import { coalesceAwareness } from './coalesceAwareness.ts';

/** A cursor and a selection are about 200 bytes. */
const maxStateBytes = 4_096;

/**
 * Who is here. A connection speaks for its own person only: states under somebody else's client id
 * are dropped (plain Yjs clients send back what they hear), and the name on a state is the
 * session's, whatever the client wrote there.
 */
export function createAwarenessExtension(journal: DocumentJournal, limits: Limits): Extension {
  return {
    async afterLoadDocument({ document }: { document: Document }) {
      coalesceAwareness(document, limits.awarenessIntervalMs);
    },

    async beforeHandleAwareness({ states, connection, documentName }: beforeHandleAwarenessPayload) {
      if (!connection) return;
      const { actor } = connection.context as ConnectionContext;
      const owners = journal.find(documentName)?.owners;
      dropOwnState(states);
      for (const [clientId, state] of states) {
        if (
          !owners ||
          owners.isForeign(clientId, actor.userId) ||
          measureValue(state, maxStateBytes) > maxStateBytes
        ) {
          states.delete(clientId);
          continue;
        }
        owners.claim(clientId, actor.userId);
        if (!connection.readOnly) await journal.keepOwner(documentName, clientId, actor.userId);
        state.user = {
          id: actor.userId,
          name: actor.name,
          organisationIds: actor.memberships.flatMap((membership) =>
            membership.role === 'editor' ? [membership.organisationId] : [],
          ),
        };
      }
    },
  };
}

/**
 * Hocuspocus reads each message into an Awareness of its own, which begins with an empty state under a
 * random client id. Nobody has sent it: claimed, it would be an owner more on disk for every move.
 */
function dropOwnState(states: beforeHandleAwarenessPayload['states']): void {
  const [first] = states;
  if (first && Object.keys(first[1]).length === 0) states.delete(first[0]);
}
