import { type Kysely, sql } from 'kysely';
import type { ReportId } from '#shared/model/ids.ts';
import type { JournalHead } from '../Storage.ts';
import type { Tables } from '../Tables.ts';

/** Of every document of a report that has entries, the last one, by name. */
export async function listHeads(db: Kysely<Tables>, reportId: ReportId): Promise<Map<string, JournalHead>> {
  const prefixes = [`sheet/${reportId}/`, `narrative/${reportId}/`];
  const documents = await db
    .selectFrom('documents')
    .selectAll()
    .where((eb) =>
      eb.or(
        prefixes.map((prefix) => eb(sql<string>`substr(name, 1, ${sql.lit(prefix.length)})`, '=', prefix)),
      ),
    )
    .orderBy('name')
    .execute();
  const heads = new Map<string, JournalHead>();
  for (const { id, name } of documents) {
    const row = await db
      .selectFrom('journal')
      .select(['sequence', 'hash'])
      .where('document_id', '=', id)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) heads.set(name, { sequence: row.sequence, hash: new Uint8Array(row.hash) });
  }
  return heads;
}
