import { sql, type Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { type Organisation, OrganisationKind } from '#shared/model/structure.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { OrganisationStore } from '../Storage.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';
import { fromOrganisation, toOrganisation } from './reportRows.ts';

const collator = new Intl.Collator('uk', { numeric: true });
const kinds = OrganisationKind.options;

export function createOrganisationStore({ run, transact, dialect }: DatabaseAccess): OrganisationStore {
  return {
    list: () =>
      run(async (db) =>
        (await db.selectFrom('organisations').selectAll().execute()).map(toOrganisation).sort(compare),
      ),

    change: (change) =>
      transact(async (transaction) => {
        // Two who add the same one at the same moment must not both succeed.
        if (dialect === 'postgres') {
          await sql`lock table organisations in share row exclusive mode`.execute(transaction);
        }
        const rows = await transaction.selectFrom('organisations').selectAll().execute();
        const now = rows.map(toOrganisation).sort(compare);
        return write(transaction, now, change(now));
      }),
  };
}

async function write(
  transaction: Transaction<Tables>,
  now: readonly Organisation[],
  next: readonly Organisation[],
): Promise<ReportId[]> {
  const before = new Map(now.map((organisation) => [organisation.id, organisation]));
  const kept = new Set(next.map(({ id }) => id));
  for (const organisation of now) if (!kept.has(organisation.id)) await remove(transaction, organisation);

  const changed = next.filter((organisation) => {
    const old = before.get(organisation.id);
    return (
      old !== undefined &&
      JSON.stringify(fromOrganisation(old)) !== JSON.stringify(fromOrganisation(organisation))
    );
  });
  // A code that goes from one to another must not be there twice in between.
  for (const ids of inPieces(changed.map(({ id }) => id))) {
    await transaction.updateTable('organisations').set({ edrpou: null }).where('id', 'in', ids).execute();
  }
  for (const organisation of changed) {
    const { id, ...columns } = fromOrganisation(organisation);
    await transaction.updateTable('organisations').set(columns).where('id', '=', id).execute();
  }
  for (const added of inPieces(next.filter(({ id }) => !before.has(id)))) {
    await transaction.insertInto('organisations').values(added.map(fromOrganisation)).execute();
  }
  return listReports(
    transaction,
    changed.map(({ id }) => id),
  );
}

async function remove(transaction: Transaction<Tables>, { id, shortName }: Organisation): Promise<void> {
  const reports = await listReports(transaction, [id]);
  if (reports.length > 0) {
    throw new AppError('organisation.in-reports', { title: shortName, count: reports.length });
  }
  await transaction.deleteFrom('organisations').where('id', '=', id).execute();
}

/** Those in which any of them takes part. */
async function listReports(
  transaction: Transaction<Tables>,
  organisationIds: readonly OrganisationId[],
): Promise<ReportId[]> {
  const found = new Set<ReportId>();
  for (const ids of inPieces(organisationIds)) {
    const rows = await transaction
      .selectFrom('sheets')
      .select('report_id')
      .distinct()
      .where('organisation_id', 'in', ids)
      .execute();
    for (const { report_id: reportId } of rows) found.add(reportId);
  }
  return [...found];
}

/** Not by the database: its order of letters depends on how it was set up. */
function compare(a: Organisation, b: Organisation): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    collator.compare(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
