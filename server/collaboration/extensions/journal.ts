import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { AppError } from '#shared/errors/AppError.ts';
import type { ConnectionContext } from '../ConnectionContext.ts';
import type { DocumentJournal } from '../DocumentJournal.ts';

/** No structures, no deletions. */
const emptyUpdate = [0, 0];

/**
 * Puts every change into the journal before Hocuspocus applies or acknowledges it. `beforeSync` is
 * awaited, in order, per connection; when it rejects, the change is applied nowhere. Comes after
 * the limits.
 */
export function createJournalExtension(journal: DocumentJournal): Extension {
  return {
    async onLoadDocument({ document }) {
      await journal.load(document);
    },

    async beforeSync({ connection, context, documentName, type, payload }) {
      // A reader's update is answered with "not applied" by Hocuspocus, and is no entry.
      if (type === messageYjsSyncStep1 || connection.readOnly) return;
      const { actor, inspected } = context as ConnectionContext;
      if (!inspected) throw new AppError('document.frame');
      await journal.accept(documentName, { userId: actor.userId, update: inspected });
      // Hocuspocus applies these bytes once more now. It finds nothing in them: changes that wait for
      // others must not get into the document, and the rest need not be read twice.
      payload.set(emptyUpdate);
    },

    async onStoreDocument({ documentName }) {
      await journal.takeSnapshotIfDue(documentName, false);
    },

    async beforeUnloadDocument({ documentName }) {
      await journal.takeSnapshotIfDue(documentName, true);
    },
  };
}
