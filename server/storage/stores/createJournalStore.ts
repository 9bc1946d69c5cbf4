import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { JournalEntry, JournalMark, JournalStore } from '../Storage.ts';
import { computeStateChecksum } from './computeStateChecksum.ts';
import type { JournalAppender } from './createJournalAppender.ts';
import { listHeads } from './listHeads.ts';

export function createJournalStore({ run }: DatabaseAccess, appender: JournalAppender): JournalStore {
  async function readSnapshot(
    documentName: string,
  ): Promise<{ sequence: number; state: Uint8Array; isIntact: boolean } | null> {
    const row = await run((db) =>
      db
        .selectFrom('snapshots')
        .innerJoin('documents', 'documents.id', 'snapshots.document_id')
        .select(['snapshots.sequence', 'snapshots.state', 'snapshots.checksum'])
        .where('documents.name', '=', documentName)
        .executeTakeFirst(),
    );
    if (!row) return null;
    const { sequence, state, checksum } = row;
    return { sequence, state, isIntact: computeStateChecksum(state).equals(checksum) };
  }

  return {
    append: appender.append,

    findHead: async (documentName) => {
      const row = await run((db) =>
        db
          .selectFrom('journal')
          .innerJoin('documents', 'documents.id', 'journal.document_id')
          .select(['journal.sequence', 'journal.hash'])
          .where('documents.name', '=', documentName)
          .orderBy('journal.sequence', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      return row ? { sequence: row.sequence, hash: plainBytes(row.hash) } : null;
    },

    listHeads: (reportId) => run((db) => listHeads(db, reportId)),

    readAfter: async (documentName, sequence, limit) => {
      const rows = await run((db) =>
        db
          .selectFrom('journal')
          .innerJoin('documents', 'documents.id', 'journal.document_id')
          .select(['journal.sequence', 'journal.user_id', 'journal.time', 'journal.change', 'journal.hash'])
          .where('documents.name', '=', documentName)
          .where('journal.sequence', '>', sequence)
          .orderBy('journal.sequence')
          .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
          .execute(),
      );
      return rows.map(
        (row): JournalEntry => ({
          documentName,
          sequence: row.sequence,
          userId: row.user_id,
          time: row.time,
          update: plainBytes(row.change),
          hash: plainBytes(row.hash),
        }),
      );
    },

    findSequenceAt: async (documentName, time) => {
      const row = await run((db) =>
        db
          .selectFrom('journal')
          .innerJoin('documents', 'documents.id', 'journal.document_id')
          .select('journal.sequence')
          .where('documents.name', '=', documentName)
          .where('journal.time', '<=', time)
          .orderBy('journal.sequence', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      return row?.sequence ?? 0;
    },

    readMarksBack: async (documentName, sequence, limit) => {
      const rows = await run((db) =>
        db
          .selectFrom('journal')
          .innerJoin('documents', 'documents.id', 'journal.document_id')
          .select(['journal.sequence', 'journal.user_id', 'journal.time'])
          .where('documents.name', '=', documentName)
          .where('journal.sequence', '<=', sequence)
          .orderBy('journal.sequence', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(({ sequence, user_id, time }): JournalMark => ({ sequence, userId: user_id, time }));
    },

    listDocuments: async () => {
      const rows = await run((db) =>
        db
          .selectFrom('documents')
          .select('name')
          .where((eb) =>
            eb.exists(
              eb
                .selectFrom('journal')
                .select('journal.sequence')
                .whereRef('journal.document_id', '=', 'documents.id'),
            ),
          )
          .orderBy('id')
          .execute(),
      );
      return rows.map(({ name }) => name);
    },

    findSnapshot: async (documentName) => {
      const row = await readSnapshot(documentName);
      if (!row?.isIntact) return null;
      return { documentName, sequence: row.sequence, state: plainBytes(row.state) };
    },

    inspectSnapshot: async (documentName) => {
      const row = await readSnapshot(documentName);
      return row && { sequence: row.sequence, isIntact: row.isIntact };
    },

    saveSnapshot: async ({ documentName, sequence, state }) => {
      const documentId = await appender.findDocumentId(documentName);
      if (documentId === null) throw new Error(`a snapshot of ${documentName}, which has no journal`);
      const checksum = computeStateChecksum(state);
      await run((db) =>
        db
          .insertInto('snapshots')
          .values({ document_id: documentId, sequence, state, checksum })
          .onConflict((conflict) =>
            conflict
              .column('document_id')
              .doUpdateSet({ sequence, state, checksum })
              .where('snapshots.sequence', '<=', sequence),
          )
          .execute(),
      );
    },

    readOwners: async (documentName) => {
      const rows = await run((db) =>
        db
          .selectFrom('client_owners')
          .innerJoin('documents', 'documents.id', 'client_owners.document_id')
          .select(['client_owners.client_id', 'client_owners.user_id'])
          .where('documents.name', '=', documentName)
          .execute(),
      );
      return new Map(rows.map((row) => [row.client_id, row.user_id]));
    },
  };
}

/** The drivers give Buffers, which serialise and compare unlike other bytes. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
