import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { must } from '#shared/must.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import { type ClientOwner, JournalConflict, type JournalEntry } from '../Storage.ts';
import { isFinalisedRefusal, isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';

/** Below what either database binds to one statement (SQLite 32,766; PostgreSQL 65,535), with six values a row. */
const rowsPerStatement = 500;

export type JournalAppender = {
  append(entries: readonly JournalEntry[], owners: readonly ClientOwner[]): Promise<void>;
  /** As a part of something larger, which is undone when this fails. */
  appendWithin(transaction: Transaction<Tables>, entries: readonly JournalEntry[]): Promise<void>;
  /** Null for a document that has never had an entry. */
  findDocumentId(documentName: string): Promise<number | null>;
};

/**
 * The one path every edit takes, a thousand times a second: statements are texts made once per number
 * of rows, since building them anew through the query builder costs more than running them, and
 * documents' numbers are remembered, since they never change.
 */
export function createJournalAppender({ run, transact, dialect }: DatabaseAccess): JournalAppender {
  const documentIds = new Map<string, number>();
  const insertEntries = createInsert(dialect, 'journal', [
    'document_id',
    'sequence',
    'user_id',
    'time',
    'change',
    'hash',
  ]);
  const insertOwners = createInsert(dialect, 'client_owners', ['document_id', 'client_id', 'user_id'], {
    isLeftWhenPresent: true,
  });

  async function append(entries: readonly JournalEntry[], owners: readonly ClientOwner[]): Promise<void> {
    const isOneStatement =
      owners.length === 0 &&
      entries.length <= rowsPerStatement &&
      entries.every(({ documentName }) => documentIds.has(documentName));
    if (isOneStatement) {
      // All or nothing by itself, and two round trips less to a database elsewhere.
      await run((db) => write(db, entries, owners, documentIds));
      return;
    }
    const ids = await transact(async (transaction) => {
      const named = await findOrAddDocuments(transaction, [...entries, ...owners]);
      await write(transaction, entries, owners, named);
      return named;
    });
    // Not before the commit: a number given in a transaction that fails is given again to another document.
    for (const [name, id] of ids) documentIds.set(name, id);
  }

  async function write(
    db: Kysely<Tables>,
    entries: readonly JournalEntry[],
    owners: readonly ClientOwner[],
    ids: ReadonlyMap<string, number>,
  ): Promise<void> {
    const idOf = (name: string) => must(ids.get(name), `the number of ${name}`);
    const entryRows = entries.map((entry) => [
      idOf(entry.documentName),
      entry.sequence,
      entry.userId,
      entry.time,
      entry.update,
      entry.hash,
    ]);
    const ownerRows = owners.map(({ documentName, clientId, userId }) => [
      idOf(documentName),
      clientId,
      userId,
    ]);
    try {
      await insertEntries(db, entryRows);
    } catch (error) {
      if (isUniqueViolation(error)) throw new JournalConflict('a sequence is taken', { cause: error });
      // By another process, or this one would know: it has to look anew how the report stands.
      if (isFinalisedRefusal(error)) throw new JournalConflict('a report is finalised', { cause: error });
      throw error;
    }
    await insertOwners(db, ownerRows);
  }

  async function findOrAddDocuments(
    transaction: Transaction<Tables>,
    named: readonly { documentName: string }[],
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    const unknown = new Set<string>();
    for (const { documentName } of named) {
      const known = documentIds.get(documentName);
      if (known === undefined) unknown.add(documentName);
      else ids.set(documentName, known);
    }
    if (unknown.size === 0) return ids;
    // Sorted, here and below: two processes that take the same locks in another order wait for ever.
    const names = [...unknown].sort();
    await transaction
      .insertInto('documents')
      .values(names.map((name) => ({ name })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const rows = await transaction.selectFrom('documents').selectAll().where('name', 'in', names).execute();
    for (const { id, name } of rows) ids.set(name, id);
    return ids;
  }

  return {
    append,
    appendWithin: async (transaction, entries) =>
      write(transaction, entries, [], await findOrAddDocuments(transaction, entries)),
    findDocumentId: async (documentName) => {
      const known = documentIds.get(documentName);
      if (known !== undefined) return known;
      const row = await run((db) =>
        db.selectFrom('documents').select('id').where('name', '=', documentName).executeTakeFirst(),
      );
      if (row) documentIds.set(documentName, row.id);
      return row?.id ?? null;
    },
  };
}

type Value = number | string | Uint8Array | null;
type Insert = (db: Kysely<Tables>, rows: Value[][]) => Promise<void>;

/** Sorts the rows by their first two values, which are the key. */
function createInsert(
  dialect: DatabaseDialect,
  table: keyof Tables,
  columns: readonly string[],
  options: { isLeftWhenPresent: boolean } = { isLeftWhenPresent: false },
): Insert {
  const texts = new Map<number, string>();

  function textFor(rowCount: number): string {
    let text = texts.get(rowCount);
    if (text === undefined) {
      const rows = Array.from({ length: rowCount }, (_, row) => {
        const marks = columns.map((_, column) =>
          dialect === 'sqlite' ? '?' : `$${row * columns.length + column + 1}`,
        );
        return `(${marks.join(',')})`;
      });
      const ending = options.isLeftWhenPresent ? ' on conflict do nothing' : '';
      text = `insert into ${table} (${columns.join(',')}) values ${rows.join(',')}${ending}`;
      texts.set(rowCount, text);
    }
    return text;
  }

  return async (db, rows) => {
    const sorted = rows.length > 1 ? [...rows].sort(compareKeys) : rows;
    for (let start = 0; start < sorted.length; start += rowsPerStatement) {
      const chunk = sorted.slice(start, start + rowsPerStatement);
      await db.executeQuery(CompiledQuery.raw(textFor(chunk.length), chunk.flat()));
    }
  };
}

function compareKeys(a: Value[], b: Value[]): number {
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
}
