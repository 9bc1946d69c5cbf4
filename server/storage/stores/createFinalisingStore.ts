import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import { tryTakeReportStep } from '#shared/finalising/reportSteps.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type { FinalisingStore, NewReportStep, StoredReportStep } from '../Storage.ts';
import type { Tables } from '../Tables.ts';
import { lockReport } from './lockOpenReport.ts';

export function createFinalisingStore({ run, transact, dialect }: DatabaseAccess): FinalisingStore {
  return {
    take: (step) => transact((transaction) => insertStep(transaction, dialect, step)),

    listSteps: async (reportId) => {
      const rows = await run((db) =>
        db
          .selectFrom('report_steps')
          .selectAll()
          .where('report_id', '=', reportId)
          .orderBy('number')
          .execute(),
      );
      return rows.map(toStep);
    },
  };
}

/** A trigger gives the report its state. */
async function insertStep(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  step: NewReportStep,
): Promise<StoredReportStep> {
  const { reportId, version, userId, time, note } = step;
  const status = await lockReport(transaction, dialect, reportId, 'alone');
  if (status === null) throw new AppError('report.unknown');
  if (tryTakeReportStep(status, step.step) === null) {
    throw new AppError(status === 'finalised' ? 'access.finalised' : 'finalising.open');
  }
  const { count } = await transaction
    .selectFrom('report_steps')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  const number = Number(count) + 1;
  await transaction
    .insertInto('report_steps')
    .values({ report_id: reportId, number, step: step.step, version, user_id: userId, time, note })
    .execute();
  return { ...step, number };
}

function toStep(row: Tables['report_steps']): StoredReportStep {
  return {
    reportId: row.report_id,
    number: row.number,
    step: row.step,
    version: row.version,
    userId: row.user_id,
    time: row.time,
    note: row.note,
  };
}
