import { sql } from 'kysely';
import { ReaderPart } from '#shared/api/finalising.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { ReaderLinkStore, StoredReaderLink } from '../FinalisingStore.ts';
import type { Tables } from '../Tables.ts';

export function createReaderLinkStore({ run }: DatabaseAccess): ReaderLinkStore {
  return {
    create: async (link) => {
      await run((db) =>
        db
          .insertInto('reader_links')
          .values({
            id: link.id,
            secret_hash: link.secretHash,
            report_id: link.reportId,
            label: link.label,
            parts: link.parts.join(','),
            created_by: link.createdBy,
            created_at: link.createdAt,
            expires_at: link.expiresAt,
            withdrawn_at: link.withdrawnAt,
            opens: link.opens,
            last_opened_at: link.lastOpenedAt,
          })
          .execute(),
      );
    },

    list: async (reportId) => {
      const rows = await run((db) =>
        db
          .selectFrom('reader_links')
          .selectAll()
          .where('report_id', '=', reportId)
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toLink);
    },

    findOpen: async (secretHash, now) => {
      const row = await run((db) =>
        db
          .selectFrom('reader_links')
          .selectAll()
          .where('secret_hash', '=', secretHash)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', now)
          .executeTakeFirst(),
      );
      return row ? toLink(row) : null;
    },

    countOpen: async (id, now) => {
      await run((db) =>
        db
          .updateTable('reader_links')
          .set({ opens: sql`opens + 1`, last_opened_at: now })
          .where('id', '=', id)
          .execute(),
      );
    },

    withdraw: async (reportId, id, now) => {
      const result = await run((db) =>
        db
          .updateTable('reader_links')
          .set({ withdrawn_at: now })
          .where('report_id', '=', reportId)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows > 0n;
    },
  };
}

function toLink(row: Tables['reader_links']): StoredReaderLink {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    reportId: row.report_id,
    label: row.label,
    parts: row.parts.split(',').map((part) => ReaderPart.parse(part)),
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    withdrawnAt: row.withdrawn_at,
    opens: row.opens,
    lastOpenedAt: row.last_opened_at,
  };
}
