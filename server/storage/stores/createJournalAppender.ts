import { CompiledQuery, type Transaction } from 'kysely';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import { type ClientOwner, JournalConflict, type JournalEntry } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';

/** Below what either database binds to one statement (SQLite 32,766; PostgreSQL 65,535), with six values a row. */
const rowsPerStatement = 500;

export type JournalAppender = {
  append(entries: readonly JournalEntry[], owners: readonly ClientOwner[]): Promise<void>;
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
    if (entries.length === 0 && owners.length === 0) return;
    const newIds = await transact(async (transaction) => {
      const ids = await findOrAddDocuments(transaction, [...entries, ...owners]);
      const idOf = (name: string): number => documentIds.get(name) ?? must(ids.get(name));
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
        await insertEntries(transaction, entryRows);
      } catch (error) {
        throw isUniqueViolation(error) ? new JournalConflict('a sequence is taken', { cause: error }) : error;
      }
      await insertOwners(transaction, ownerRows);
      return ids;
    });
    // Not before the commit: a number given in a transaction that fails is given again to another document.
    for (const [name, id] of newIds) documentIds.set(name, id);
  }

  async function findOrAddDocuments(
    transaction: Transaction<Tables>,
    named: readonly { documentName: string }[],
  ): Promise<Map<string, number>> {
    const unknown = new Set<string>();
    for (const { documentName } of named) if (!documentIds.has(documentName)) unknown.add(documentName);
    if (unknown.size === 0) return new Map();
    // Sorted, here and below: two processes that take the same locks in another order wait for ever.
    const names = [...unknown].sort();
    await transaction
      .insertInto('documents')
      .values(names.map((name) => ({ name })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const rows = await transaction.selectFrom('documents').selectAll().where('name', 'in', names).execute();
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  return {
    append,
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
type Insert = (transaction: Transaction<Tables>, rows: Value[][]) => Promise<void>;

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

  return async (transaction, rows) => {
    const sorted = rows.length > 1 ? [...rows].sort(compareKeys) : rows;
    for (let start = 0; start < sorted.length; start += rowsPerStatement) {
      const chunk = sorted.slice(start, start + rowsPerStatement);
      await transaction.executeQuery(CompiledQuery.raw(textFor(chunk.length), chunk.flat()));
    }
  };
}

function compareKeys(a: Value[], b: Value[]): number {
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
}

function must(id: number | undefined): number {
  if (id === undefined) throw new Error('a document was added and is not there');
  return id;
}
