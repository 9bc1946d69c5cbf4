import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { RowId } from '#shared/model/ids.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { HistoryStore, RowChangeFilter, RowChangePlace, RowChangeRecord } from '../HistoryStore.ts';
import type { RowChangesTable, Tables } from '../Tables.ts';
import { computeStateChecksum } from './computeStateChecksum.ts';

/** Rows of one statement, with ten values each, and rows that are asked about in one. */
const rowsPerStatement = 400;

/** How the whole of a row is named where a field stands. */
const wholeRow = '';

export function createHistoryStore({ run, transact }: DatabaseAccess): HistoryStore {
  const documentIds = new Map<string, number>();

  async function findDocumentId(db: Kysely<Tables>, name: string): Promise<number | null> {
    const known = documentIds.get(name);
    if (known !== undefined) return known;
    const row = await db.selectFrom('documents').select('id').where('name', '=', name).executeTakeFirst();
    if (row) documentIds.set(name, row.id);
    return row?.id ?? null;
  }

  async function findLastOf(
    name: string,
    rowIds: readonly RowId[],
    isWhole: boolean,
  ): Promise<Map<RowId, RowChangeRecord>> {
    const found = new Map<RowId, RowChangeRecord>();
    await run(async (db) => {
      const documentId = await findDocumentId(db, name);
      if (documentId === null) return;
      for (let start = 0; start < rowIds.length; start += rowsPerStatement) {
        const chunk = rowIds.slice(start, start + rowsPerStatement);
        const newest = db
          .selectFrom('row_changes')
          .select(({ fn }) => ['document_id', 'row_id', fn.max('sequence').as('sequence')])
          .where('document_id', '=', documentId)
          .where('row_id', 'in', chunk)
          .$if(isWhole, (query) => query.where('field', '=', wholeRow))
          .groupBy(['document_id', 'row_id']);
        const rows = await db
          .selectFrom(newest.as('newest'))
          // By the whole key: SQLite would otherwise read all changes of the document beside these few.
          .innerJoin('row_changes', (join) =>
            join
              .onRef('newest.document_id', '=', 'row_changes.document_id')
              .onRef('newest.row_id', '=', 'row_changes.row_id')
              .onRef('newest.sequence', '=', 'row_changes.sequence'),
          )
          .selectAll('row_changes')
          .$if(isWhole, (query) => query.where('field', '=', wholeRow))
          .execute();
        for (const row of rows) found.set(row.row_id, toRecord(row));
      }
    });
    return found;
  }

  return {
    findMark: (name) =>
      run(async (db) => {
        const row = await db
          .selectFrom('history_marks')
          .innerJoin('documents', 'documents.id', 'history_marks.document_id')
          .select(['history_marks.sequence', 'history_marks.moment'])
          .where('documents.name', '=', name)
          .executeTakeFirst();
        return row ?? null;
      }),

    record: (name, from, to, changes) =>
      transact(async (transaction) => {
        const documentId = await findDocumentId(transaction, name);
        if (documentId === null) throw new Error(`history of ${name}, which has no journal`);
        const mark = { sequence: to.sequence, moment: to.moment };
        const moved =
          from === 0
            ? await transaction
                .insertInto('history_marks')
                .values({ document_id: documentId, ...mark })
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirst()
            : await transaction
                .updateTable('history_marks')
                .set(mark)
                .where('document_id', '=', documentId)
                .where('sequence', '=', from)
                .executeTakeFirst();
        const count = 'numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows;
        if (count !== 1n) return false;
        for (let start = 0; start < changes.length; start += rowsPerStatement) {
          const chunk = changes.slice(start, start + rowsPerStatement);
          await transaction
            .insertInto('row_changes')
            .values(chunk.map((change) => toRow(documentId, change)))
            .execute();
        }
        return true;
      }),

    list: (name, filter, limit, after) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, name);
        if (documentId === null) return [];
        const rows = await db
          .selectFrom('row_changes')
          .selectAll()
          .where('document_id', '=', documentId)
          .where((eb) => eb.and(buildConditions(eb, filter, after)))
          // Within a document moments come in the order of entries. With them the index of moments would be
          // taken for a row too, and read to its end.
          .$if(filter.rowId === undefined, (query) => query.orderBy('moment', 'desc'))
          .orderBy('sequence', 'desc')
          .$if(filter.rowId === undefined, (query) => query.orderBy('row_id', 'desc'))
          .orderBy('field', 'desc')
          .limit(limit)
          .execute();
        return rows.map(toRecord);
      }),

    readBetween: (name, from, to) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, name);
        if (documentId === null) return [];
        const rows = await db
          .selectFrom('row_changes')
          .selectAll()
          .where('document_id', '=', documentId)
          .where('sequence', '>', from)
          .where('sequence', '<=', to)
          .orderBy('sequence')
          .orderBy('row_id')
          .orderBy('field')
          .execute();
        return rows.map(toRecord);
      }),

    count: (name, filter, limit) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, name);
        if (documentId === null) return { changes: 0, rows: 0 };
        const counted = db
          .selectFrom('row_changes')
          .select('row_id')
          .where('document_id', '=', documentId)
          .where((eb) => eb.and(buildConditions(eb, filter)))
          .orderBy('moment', 'desc')
          .limit(limit);
        const row = await db
          .selectFrom(counted.as('counted'))
          .select(({ fn }) => [
            fn.countAll<number>().as('changes'),
            fn.count<number>('row_id').distinct().as('rows'),
          ])
          .executeTakeFirstOrThrow();
        return { changes: Number(row.changes), rows: Number(row.rows) };
      }),

    findLast: (name, rowIds) => findLastOf(name, rowIds, false),
    findLastWhole: (name, rowIds) => findLastOf(name, rowIds, true),

    forget: (name) =>
      transact(async (transaction) => {
        const documentId = await findDocumentId(transaction, name);
        if (documentId === null) return;
        for (const table of ['row_changes', 'history_marks', 'checkpoints'] as const) {
          await transaction.deleteFrom(table).where('document_id', '=', documentId).execute();
        }
      }),

    findCheckpoint: (name, sequence) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, name);
        if (documentId === null) return null;
        let newest = sequence;
        for (;;) {
          const row = await db
            .selectFrom('checkpoints')
            .select(['sequence', 'state', 'checksum'])
            .where('document_id', '=', documentId)
            .where('sequence', '<=', newest)
            .orderBy('sequence', 'desc')
            .limit(1)
            .executeTakeFirst();
          if (!row) return null;
          const state = new Uint8Array(row.state.buffer, row.state.byteOffset, row.state.byteLength);
          if (computeStateChecksum(state).equals(row.checksum)) {
            return { documentName: name, sequence: row.sequence, state };
          }
          newest = row.sequence - 1;
        }
      }),

    inspectCheckpoints: (name) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, name);
        if (documentId === null) return [];
        const kept = db.selectFrom('checkpoints').where('document_id', '=', documentId).orderBy('sequence');
        const found: { sequence: number; isIntact: boolean }[] = [];
        // One after the other: each is as large as its document.
        for (const { sequence } of await kept.select('sequence').execute()) {
          const row = await kept
            .select(['state', 'checksum'])
            .where('sequence', '=', sequence)
            .executeTakeFirst();
          // A number that is past all numbers, by damage, is not found again.
          const isIntact = row !== undefined && computeStateChecksum(row.state).equals(row.checksum);
          found.push({ sequence, isIntact });
        }
        return found;
      }),

    saveCheckpoint: ({ documentName, sequence, state }) =>
      run(async (db) => {
        const documentId = await findDocumentId(db, documentName);
        if (documentId === null) throw new Error(`a state of ${documentName}, which has no journal`);
        await db
          .insertInto('checkpoints')
          .values({ document_id: documentId, sequence, state, checksum: computeStateChecksum(state) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
  };
}

type Conditions = ExpressionBuilder<Tables, 'row_changes'>;

function buildConditions(
  eb: Conditions,
  { rowId, field, userId, exceptUserId, from, to }: RowChangeFilter,
  after?: RowChangePlace,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (rowId !== undefined) conditions.push(eb('row_id', '=', rowId));
  if (field !== undefined) conditions.push(eb('field', 'in', [field, wholeRow]));
  if (userId !== undefined) conditions.push(eb('user_id', '=', userId));
  if (exceptUserId !== undefined) {
    conditions.push(eb.or([eb('user_id', 'is', null), eb('user_id', '!=', exceptUserId)]));
  }
  const last = Math.min(to === undefined ? Infinity : to - 1, after?.moment ?? Infinity);
  // SQLite thinks more of a span of time than of a row, and would read what everybody did in it: no index has this.
  const moment = rowId === undefined ? eb.ref('moment') : sql<number>`+${eb.ref('moment')}`;
  // As one condition, for nearly the same reason: two would weigh more than a person.
  if (from !== undefined && last < Infinity) conditions.push(eb.between(moment, from, last));
  else if (from !== undefined) conditions.push(eb(moment, '>=', from));
  else if (last < Infinity) conditions.push(eb(moment, '<=', last));
  if (after !== undefined) conditions.push(isBehind(eb, after, rowId !== undefined));
  return conditions;
}

/** Of those that are no later than its moment. */
function isBehind(
  eb: Conditions,
  { moment, sequence, rowId, field }: RowChangePlace,
  isOfOneRow: boolean,
): Expression<SqlBool> {
  const end = field ?? wholeRow;
  if (isOfOneRow) return eb(eb.refTuple('sequence', 'field'), '<', eb.tuple(sequence, end));
  return eb.or([
    eb('moment', '<', moment),
    eb(eb.refTuple('sequence', 'row_id', 'field'), '<', eb.tuple(sequence, rowId, end)),
  ]);
}

function toRow(documentId: number, change: RowChangeRecord): RowChangesTable {
  return {
    document_id: documentId,
    sequence: change.sequence,
    row_id: change.rowId,
    field: change.field ?? wholeRow,
    table_kind: change.table,
    user_id: change.userId,
    time: change.time,
    moment: change.moment,
    before: change.before,
    after: change.after,
  };
}

function toRecord(row: RowChangesTable): RowChangeRecord {
  return {
    sequence: row.sequence,
    rowId: row.row_id,
    table: row.table_kind,
    field: row.field === wholeRow ? null : row.field,
    userId: row.user_id,
    time: row.time,
    moment: row.moment,
    before: row.before,
    after: row.after,
  };
}
