import { type Kysely, sql, type Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId, UserId, ViewId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { buildPlainViewState, type LastView, ViewState, viewCountLimit } from '#shared/model/view.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type { StoredView, ViewStore } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';

const collator = new Intl.Collator('uk', { numeric: true });

export function createViewStore({ run, transact, dialect }: DatabaseAccess): ViewStore {
  return {
    list: (reportId, userId) =>
      run(async (db) => {
        const rows = await db
          .selectFrom('views')
          .selectAll()
          .where('report_id', '=', reportId)
          .where((eb) => eb.or([eb('user_id', '=', userId), eb('user_id', 'is', null)]))
          .execute();
        // Not by the database: its order of letters depends on how it was set up.
        return rows
          .map(toStoredView)
          .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
      }),

    find: (reportId, viewId) =>
      run(async (db) => {
        const row = await findRow(db, reportId, viewId);
        return row ? toStoredView(row) : null;
      }),

    create: (view) =>
      transact(async (transaction) => {
        await lockViews(transaction, dialect);
        await checkCount(transaction, view.reportId, view.userId);
        await refuseTakenName(view.name, () =>
          transaction
            .insertInto('views')
            .values({
              id: view.id,
              report_id: view.reportId,
              table_kind: view.table,
              user_id: view.userId,
              name: view.name,
              name_key: toNameKey(view.name),
              revision: view.revision,
              state: JSON.stringify(view.state),
            })
            .execute(),
        );
      }),

    change: (reportId, viewId, revision, change) =>
      transact(async (transaction) => {
        await lockViews(transaction, dialect);
        const row = await findRow(transaction, reportId, viewId);
        if (!row) throw new AppError('view.unknown');
        if (row.revision !== revision) throw new AppError('view.changed', { name: row.name });
        const view: StoredView = { ...toStoredView(row), ...change, revision: revision + 1 };
        if (view.userId !== row.user_id) await checkCount(transaction, reportId, view.userId);
        await refuseTakenName(view.name, () =>
          transaction
            .updateTable('views')
            .set({
              user_id: view.userId,
              name: view.name,
              name_key: toNameKey(view.name),
              revision: view.revision,
              state: JSON.stringify(view.state),
            })
            .where('id', '=', viewId)
            .execute(),
        );
        return view;
      }),

    remove: async (reportId, viewId) => {
      const result = await run((db) =>
        db.deleteFrom('views').where('report_id', '=', reportId).where('id', '=', viewId).executeTakeFirst(),
      );
      return result.numDeletedRows > 0n;
    },

    findLast: (reportId, userId) =>
      run(async (db) => {
        const last: Record<TableKind, LastView | null> = { activity: null, expenditure: null };
        const rows = await db
          .selectFrom('last_views')
          .selectAll()
          .where('report_id', '=', reportId)
          .where('user_id', '=', userId)
          .execute();
        for (const row of rows) last[row.table_kind] = { viewId: row.view_id, state: readState(row.state) };
        return last;
      }),

    saveLast: (reportId, userId, table, { viewId, state }) =>
      transact(async (transaction) => {
        const view = viewId === null ? undefined : await findRow(transaction, reportId, viewId);
        const values = { view_id: view?.id ?? null, state: JSON.stringify(state) };
        await transaction
          .insertInto('last_views')
          .values({ report_id: reportId, user_id: userId, table_kind: table, ...values })
          .onConflict((conflict) =>
            conflict.columns(['report_id', 'user_id', 'table_kind']).doUpdateSet(values),
          )
          .execute();
      }),
  };
}

function findRow(db: Kysely<Tables>, reportId: ReportId, viewId: ViewId) {
  return db
    .selectFrom('views')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('id', '=', viewId)
    .executeTakeFirst();
}

/** Two who save at the same moment must not pass the limit together. SQLite has one transaction at a time anyway. */
async function lockViews(transaction: Transaction<Tables>, dialect: DatabaseDialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`lock table views in share row exclusive mode`.execute(transaction);
  }
}

async function checkCount(
  transaction: Transaction<Tables>,
  reportId: ReportId,
  userId: UserId | null,
): Promise<void> {
  const { count } = await transaction
    .selectFrom('views')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('report_id', '=', reportId)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .executeTakeFirstOrThrow();
  if (count >= viewCountLimit) throw new AppError('view.too-many', { limit: viewCountLimit });
}

async function refuseTakenName(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('view.name-taken', { name }, { cause: error }) : error;
  }
}

function toNameKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('uk');
}

/** A state that this version cannot read is the plain table: one view must not keep all the others away. */
function readState(text: string): ViewState {
  return ViewState.safeParse(JSON.parse(text)).data ?? buildPlainViewState();
}

function toStoredView(row: Tables['views']): StoredView {
  return {
    id: row.id,
    reportId: row.report_id,
    table: row.table_kind,
    userId: row.user_id,
    name: row.name,
    revision: row.revision,
    state: readState(row.state),
  };
}
