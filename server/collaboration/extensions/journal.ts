import type { beforeSyncPayload, Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { CollaborationMetrics } from '../CollaborationMetrics.ts';
import type { ConnectionContext } from '../ConnectionContext.ts';
import type { DocumentJournal } from '../DocumentJournal.ts';

/**
 * Puts every change into the journal before Hocuspocus applies or acknowledges it. `beforeSync` is
 * awaited, in order, per connection; when it rejects, the change is applied nowhere.
 */
export function createJournalExtension(journal: DocumentJournal, metrics: CollaborationMetrics): Extension {
  return {
    async onLoadDocument({ document, documentName }) {
      const address = tryParseDocumentName(documentName);
      if (!address) throw new AppError('document.unknown');
      await journal.load(document, address);
    },

    async beforeSync(payload) {
      const { connection, documentName, type } = payload;
      // A reader's update is answered with "not applied" by Hocuspocus, and is no entry.
      if (type === messageYjsSyncStep1 || connection.readOnly) return;
      const { actor } = connection.context as ConnectionContext;
      const origin = { source: 'connection', connection } as const;
      try {
        await journal.accept(documentName, { userId: actor.userId, update: payload.payload, origin });
      } catch (error) {
        tellRefusal(payload, error, metrics);
        throw error;
      }
    },

    async onStoreDocument({ documentName }) {
      await journal.takeSnapshotIfDue(documentName, false);
    },

    async beforeUnloadDocument({ documentName }) {
      await journal.takeSnapshotIfDue(documentName, true);
    },
  };
}

/** The close message that follows has room for a code only; this says the rest. */
function tellRefusal({ connection }: beforeSyncPayload, error: unknown, metrics: CollaborationMetrics): void {
  const { code, parameters } =
    error instanceof AppError ? error : new AppError('server.failed', { requestId: '' });
  metrics.refusals.inc({ code });
  const message: ServerMessage = { type: 'refused', code, parameters };
  connection.sendStateless(JSON.stringify(message));
}
