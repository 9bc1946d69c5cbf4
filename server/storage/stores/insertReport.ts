import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { NewReport } from '../Storage.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { fromDirection, fromIndicator, fromOrganisation, fromProgramme, fromReport } from './reportRows.ts';

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
  const directions = input.directions.map(fromDirection);
  if (directions.length > 0) await transaction.insertInto('directions').values(directions).execute();
  const indicators = input.indicators.map(fromIndicator);
  if (indicators.length > 0) await transaction.insertInto('indicators').values(indicators).execute();
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
  const responsibilities = input.responsibilities.map(({ directionId, organisationId }, position) => ({
    report_id: reportId,
    direction_id: directionId,
    organisation_id: organisationId,
    position,
  }));
  if (responsibilities.length > 0) {
    await transaction.insertInto('responsibilities').values(responsibilities).execute();
  }
}
