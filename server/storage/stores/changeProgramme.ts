import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ProgrammeId, ReportId } from '#shared/model/ids.ts';
import type { Programme } from '#shared/model/structure.ts';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import type { Tables } from '../Tables.ts';
import { fromProgramme, toProgramme } from './reportRows.ts';

/** Others who change the same programme wait, so that each change begins from what the one before left. */
export async function changeProgramme(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  programmeId: ProgrammeId,
  change: (now: Programme, years: readonly number[]) => Programme,
): Promise<{ programme: Programme; reportIds: ReportId[] }> {
  const query = transaction.selectFrom('programmes').selectAll().where('id', '=', programmeId);
  const row = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new AppError('programme.unknown');
  const reports = await transaction
    .selectFrom('reports')
    .select(['id', 'year'])
    .where('programme_id', '=', programmeId)
    .orderBy('year')
    .execute();
  const programme = change(
    toProgramme(row),
    reports.map(({ year }) => year),
  );
  const { id: _, ...columns } = fromProgramme(programme);
  await transaction.updateTable('programmes').set(columns).where('id', '=', programmeId).execute();
  return { programme, reportIds: reports.map(({ id }) => id) };
}
