import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStatus } from '#shared/model/structure.ts';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import type { Tables } from '../Tables.ts';

/**
 * How a report stands; null when there is none. In PostgreSQL it stays so until the transaction ends:
 * `alone` keeps everybody else from changing the report, `beside` only who closes or opens it. Asked
 * before any other lock is taken, so that nobody waits for each other.
 */
export async function lockReport(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  reportId: ReportId,
  how: 'alone' | 'beside',
): Promise<ReportStatus | null> {
  const row = await transaction
    .selectFrom('reports')
    .select('finalised_version')
    .where('id', '=', reportId)
    .$if(dialect === 'postgres', (query) => (how === 'alone' ? query.forUpdate() : query.forShare()))
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.finalised_version === null ? 'open' : 'finalised';
}

/** The same for who wants to change something. AppError `access.finalised`. */
export async function lockOpenReport(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  reportId: ReportId,
  how: 'alone' | 'beside',
): Promise<void> {
  const status = await lockReport(transaction, dialect, reportId, how);
  if (status === 'finalised') throw new AppError('access.finalised');
}
