import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import type { StructureChange } from '../Storage.ts';
import type { Tables } from '../Tables.ts';
import { insertBudgetLines, removeOtherBudgetLines } from './budgetLines.ts';
import { writeCorrections } from './corrections.ts';
import { findStructure } from './findStructure.ts';
import { insertColumns, insertDirections } from './insertReport.ts';
import { lockOpenReport } from './lockOpenReport.ts';
import { toOrganisation } from './reportRows.ts';

/** Others who change the same report wait, so that each change begins from what the one before left. */
export async function changeStructure(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  reportId: ReportId,
  change: StructureChange,
): Promise<ReportStructure> {
  await lockOpenReport(transaction, dialect, reportId, 'alone');
  const now = await findStructure(transaction, reportId);
  if (now === null) throw new AppError('report.unknown');
  const organisations = await transaction.selectFrom('organisations').selectAll().execute();
  const byId = new Map(organisations.map((row) => [row.id, toOrganisation(row)]));
  const next = change(now, (id) => byId.get(id));
  const hasOtherDirections = directionsText(now) !== directionsText(next);
  // Responsibilities point at sheets, and all of them at directions: they go first and come back last.
  if (hasOtherDirections) {
    for (const table of ['responsibilities', 'indicators', 'directions'] as const) {
      await transaction.deleteFrom(table).where('report_id', '=', reportId).execute();
    }
  }
  const newLines = await removeOtherBudgetLines(transaction, reportId, now.budget, next.budget);
  await writeSheets(transaction, now, next);
  if (hasOtherDirections) await insertDirections(transaction, next);
  await insertBudgetLines(transaction, reportId, newLines);
  if (JSON.stringify(now.columns) !== JSON.stringify(next.columns)) {
    await transaction.deleteFrom('extra_columns').where('report_id', '=', reportId).execute();
    await insertColumns(transaction, next.columns);
  }
  if (JSON.stringify(now.corrections) !== JSON.stringify(next.corrections)) {
    await writeCorrections(transaction, reportId, next.corrections);
  }
  return next;
}

function directionsText({ directions, indicators, responsibilities }: ReportStructure): string {
  return JSON.stringify([directions, indicators, responsibilities]);
}

async function writeSheets(
  transaction: Transaction<Tables>,
  now: ReportStructure,
  next: ReportStructure,
): Promise<void> {
  const reportId = now.report.id;
  const before = now.sheets.map(({ organisationId }) => organisationId);
  const after = next.sheets.map(({ organisationId }) => organisationId);
  for (const organisationId of before.filter((id) => !after.includes(id))) {
    await refuseWithPeople(transaction, now, organisationId);
    await refuseWithSteps(transaction, now, organisationId);
    await transaction
      .deleteFrom('sheets')
      .where('report_id', '=', reportId)
      .where('organisation_id', '=', organisationId)
      .execute();
  }
  for (const [position, organisationId] of after.entries()) {
    if (before[position] === organisationId) continue;
    await transaction
      .insertInto('sheets')
      .values({ report_id: reportId, organisation_id: organisationId, position, status: 'draft' })
      .onConflict((conflict) => conflict.columns(['report_id', 'organisation_id']).doUpdateSet({ position }))
      .execute();
  }
}

/** Whoever writes for an organisation would be left with a right to nothing. */
async function refuseWithPeople(
  transaction: Transaction<Tables>,
  { report, organisations }: ReportStructure,
  organisationId: OrganisationId,
): Promise<void> {
  const people = await transaction
    .selectFrom('memberships')
    .select('user_id')
    .distinct()
    .where('report_id', '=', report.id)
    .where('organisation_id', '=', organisationId)
    .execute();
  if (people.length === 0) return;
  const title = organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
  const nothing = { rows: 0, organisations: '—', figures: 0, texts: '—', parts: 0 };
  throw new AppError('structure.held', { title, ...nothing, people: people.length });
}

/** What was submitted once is kept for ever, and says whose it was. */
async function refuseWithSteps(
  transaction: Transaction<Tables>,
  { report, organisations }: ReportStructure,
  organisationId: OrganisationId,
): Promise<void> {
  const step = await transaction
    .selectFrom('sheet_transitions')
    .select('number')
    .where('report_id', '=', report.id)
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst();
  if (step === undefined) return;
  const title = organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
  throw new AppError('submission.kept', { title });
}
