import type { Document } from '@hocuspocus/server';
import type { ClientOwners } from './journal/ClientOwners.ts';
import type { WaitingChanges } from './journal/WaitingChanges.ts';

/** What the server keeps about a document while it is in memory, beside the document itself. */
export type OpenDocument = {
  document: Document;
  owners: ClientOwners;
  waiting: WaitingChanges;
  /** The last journal entry that is applied to the document in memory. */
  appliedSequence: number;
  snapshotSequence: number;
  snapshotBytes: number;
  /** Size of the journal after the snapshot. */
  tailBytes: number;
  tailEntries: number;
};
