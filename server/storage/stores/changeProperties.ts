import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportPropertiesChange } from '#shared/model/structure.ts';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import type { Tables } from '../Tables.ts';
import { lockOpenReport } from './lockOpenReport.ts';

/** The decision is the programme's, so it changes in all of its reports: their ids are returned. */
export async function changeProperties(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  reportId: ReportId,
  change: ReportPropertiesChange,
): Promise<ReportId[]> {
  await lockOpenReport(transaction, dialect, reportId, 'alone');
  const report = await transaction
    .selectFrom('reports')
    .select('programme_id')
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (report === undefined) throw new AppError('report.unknown');
  const programmeId = report.programme_id;
  const ofReport = {
    title: change.title,
    signatory_position: change.signatoryPosition,
    signatory_name: change.signatoryName,
    deadline: change.deadline,
    unit: change.unit,
  };
  const ofProgramme = { decision_number: change.decisionNumber, decision_date: change.decisionDate };
  // What is undefined is left out; an update of nothing is no SQL.
  if (saysSomething(ofReport)) {
    await transaction.updateTable('reports').set(ofReport).where('id', '=', reportId).execute();
  }
  if (!saysSomething(ofProgramme)) return [reportId];
  await transaction.updateTable('programmes').set(ofProgramme).where('id', '=', programmeId).execute();
  const reports = await transaction
    .selectFrom('reports')
    .select('id')
    .where('programme_id', '=', programmeId)
    .execute();
  return reports.map(({ id }) => id);
}

function saysSomething(change: Record<string, unknown>): boolean {
  return Object.values(change).some((value) => value !== undefined);
}
