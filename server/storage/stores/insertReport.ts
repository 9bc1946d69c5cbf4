import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { NewReport } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { insertBudgetLines } from './budgetLines.ts';
import { inPieces } from './inPieces.ts';
import {
  fromColumn,
  fromDirection,
  fromIndicator,
  fromOrganisation,
  fromProgramme,
  fromReport,
} from './reportRows.ts';

/** Every organisation given takes part: each gets a sheet, a draft. AppError `report.exists`. */
export async function insertReport(transaction: Transaction<Tables>, input: NewReport): Promise<void> {
  const reportId = input.report.id;
  await transaction
    .insertInto('programmes')
    .values(fromProgramme(input.programme))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  try {
    await transaction.insertInto('reports').values(fromReport(input.report)).execute();
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('report.exists', {}, { cause: error }) : error;
  }
  if (input.organisations.length > 0) {
    await transaction
      .insertInto('organisations')
      .values(input.organisations.map(fromOrganisation))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const sheets = input.organisations.map(({ id }, position) => ({
      report_id: reportId,
      organisation_id: id,
      position,
      status: 'draft' as const,
    }));
    await transaction.insertInto('sheets').values(sheets).execute();
  }
  await insertDirections(transaction, input);
  if (input.budget !== undefined) await insertBudgetLines(transaction, reportId, input.budget);
  await insertColumns(transaction, input.columns);
  if (input.membershipsOf !== undefined) await copyMemberships(transaction, input.membershipsOf, reportId);
}

/** With their indicators and who writes them; the sheets of those must be there. */
export async function insertDirections(
  transaction: Transaction<Tables>,
  { report, directions, indicators, responsibilities }: Omit<NewReport, 'organisations' | 'columns'>,
): Promise<void> {
  if (directions.length > 0) {
    await transaction.insertInto('directions').values(directions.map(fromDirection)).execute();
  }
  // In one statement, at the end of which every part has to have its whole.
  if (indicators.length > 0) {
    await transaction.insertInto('indicators').values(indicators.map(fromIndicator)).execute();
  }
  const rows = responsibilities.map(({ directionId, organisationId }, position) => ({
    report_id: report.id,
    direction_id: directionId,
    organisation_id: organisationId,
    position,
  }));
  for (const piece of inPieces(rows)) {
    await transaction.insertInto('responsibilities').values(piece).execute();
  }
}

export async function insertColumns(
  transaction: Transaction<Tables>,
  columns: NewReport['columns'],
): Promise<void> {
  for (const piece of inPieces(columns.map(fromColumn))) {
    await transaction.insertInto('extra_columns').values(piece).execute();
  }
}

/** Everybody gets the part in the report that they have in the other one; editors where their organisation takes part. */
async function copyMemberships(
  transaction: Transaction<Tables>,
  from: ReportId,
  to: ReportId,
): Promise<void> {
  const sheets = await transaction
    .selectFrom('sheets')
    .select('organisation_id')
    .where('report_id', '=', to)
    .execute();
  const takesPart = new Set<string | null>(sheets.map((row) => row.organisation_id));
  const all = await transaction.selectFrom('memberships').selectAll().orderBy('position').execute();
  const nextPositions = new Map<UserId, number>();
  for (const { user_id: userId, position } of all) nextPositions.set(userId, position + 1);
  const rows = all
    .filter(
      (row) => row.report_id === from && (row.organisation_id === null || takesPart.has(row.organisation_id)),
    )
    .map((row) => {
      const position = nextPositions.get(row.user_id) ?? 0;
      nextPositions.set(row.user_id, position + 1);
      return { ...row, report_id: to, position };
    });
  for (const piece of inPieces(rows)) await transaction.insertInto('memberships').values(piece).execute();
}
