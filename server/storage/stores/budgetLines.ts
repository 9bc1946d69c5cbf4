import type { Kysely, Transaction } from 'kysely';
import { printBudgetKey } from '#shared/budget/budgetKey.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';

/** The lines of the approved plan, in no order. */
export async function readBudgetLines(db: Kysely<Tables>, reportId: ReportId): Promise<BudgetLine[]> {
  const rows = await db.selectFrom('budget_lines').selectAll().where('report_id', '=', reportId).execute();
  return rows.map((row) => ({
    directionId: row.direction_id,
    organisationId: row.organisation_id,
    fund: row.fund,
    kpkvk: row.kpkvk,
    kekv: row.kekv,
    amountMinor: row.amount,
  }));
}

export async function insertBudgetLines(
  transaction: Transaction<Tables>,
  reportId: ReportId,
  lines: readonly BudgetLine[],
): Promise<void> {
  const rows = lines.map((line) => ({
    report_id: reportId,
    direction_id: line.directionId,
    organisation_id: line.organisationId,
    fund: line.fund,
    kpkvk: line.kpkvk,
    kekv: line.kekv,
    amount: line.amountMinor,
  }));
  for (const piece of inPieces(rows)) await transaction.insertInto('budget_lines').values(piece).execute();
}

/** Past as many, all are written anew: one statement each would take longer. */
const mostByOne = 500;

/** Takes out what will stand otherwise, and gives the lines that have then to be put in. */
export async function removeOtherBudgetLines(
  transaction: Transaction<Tables>,
  reportId: ReportId,
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
): Promise<BudgetLine[]> {
  const kept = new Map(after.map((line) => [printBudgetKey(line), line.amountMinor]));
  const stood = new Map(before.map((line) => [printBudgetKey(line), line.amountMinor]));
  const gone = before.filter((line) => kept.get(printBudgetKey(line)) !== line.amountMinor);
  const ofReport = transaction.deleteFrom('budget_lines').where('report_id', '=', reportId);
  if (gone.length > mostByOne) {
    await ofReport.execute();
    return [...after];
  }
  for (const line of gone) {
    await ofReport
      .where('direction_id', '=', line.directionId)
      .where('organisation_id', '=', line.organisationId)
      .where('fund', '=', line.fund)
      .where('kpkvk', '=', line.kpkvk)
      .where('kekv', '=', line.kekv)
      .execute();
  }
  return after.filter((line) => stood.get(printBudgetKey(line)) !== line.amountMinor);
}
