import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { can } from '#shared/access/can.ts';
import type { DocumentAddress } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { SheetStatus } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
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
      const { actor, address, inspected } = context as ConnectionContext;
      if (!inspected) throw new AppError('document.frame');
      const writableIn = listWritableStatuses(actor, address);
      await journal.accept(documentName, { userId: actor.userId, update: inspected, writableIn });
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

/**
 * The state is asked about when the change is written: the connection may not have heard of it yet. So is
 * whether the report is open, whoever writes.
 */
function listWritableStatuses(actor: Actor, address: DocumentAddress): SheetStatus[] | null {
  if (address.type !== 'sheet') return null;
  const { reportId, organisationId } = address;
  return SheetStatus.options.filter(
    (status) =>
      can(actor, { action: 'sheet.write', reportId, reportStatus: 'open', organisationId, status }).allowed,
  );
}
