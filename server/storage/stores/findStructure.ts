import type { Kysely } from 'kysely';
import { orderBudget } from '#shared/budget/orderBudget.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Tables } from '../Tables.ts';
import { readBudgetLines } from './budgetLines.ts';
import { readCorrections } from './corrections.ts';
import { toColumn, toDirection, toIndicator, toOrganisation, toProgramme, toReport } from './reportRows.ts';

/** Null when there is no such report. To be asked in a transaction, or others' changes fall between its questions. */
export async function findStructure(db: Kysely<Tables>, reportId: ReportId): Promise<ReportStructure | null> {
  const report = await db.selectFrom('reports').selectAll().where('id', '=', reportId).executeTakeFirst();
  if (!report) return null;
  const programme = await db
    .selectFrom('programmes')
    .selectAll()
    .where('id', '=', report.programme_id)
    .executeTakeFirstOrThrow();
  const directions = await db
    .selectFrom('directions')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute();
  const indicators = await db
    .selectFrom('indicators')
    .innerJoin('directions', (join) =>
      join
        .onRef('directions.report_id', '=', 'indicators.report_id')
        .onRef('directions.id', '=', 'indicators.direction_id'),
    )
    .selectAll('indicators')
    .where('indicators.report_id', '=', reportId)
    .orderBy('directions.number')
    .orderBy('indicators.position')
    .execute();
  const sheets = await db
    .selectFrom('sheets')
    .innerJoin('organisations', 'organisations.id', 'sheets.organisation_id')
    .selectAll('organisations')
    .select('sheets.status')
    .where('sheets.report_id', '=', reportId)
    .orderBy('sheets.position')
    .execute();
  const responsibilities = await db
    .selectFrom('responsibilities')
    .innerJoin('directions', (join) =>
      join
        .onRef('directions.report_id', '=', 'responsibilities.report_id')
        .onRef('directions.id', '=', 'responsibilities.direction_id'),
    )
    .select(['responsibilities.direction_id', 'responsibilities.organisation_id'])
    .where('responsibilities.report_id', '=', reportId)
    .orderBy('directions.number')
    .orderBy('responsibilities.position')
    .execute();
  const columns = await db
    .selectFrom('extra_columns')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
  const structure = {
    report: toReport(report),
    programme: toProgramme(programme),
    directions: directions.map(toDirection),
    indicators: indicators.map(toIndicator),
    organisations: sheets.map(toOrganisation),
    sheets: sheets.map((row) => ({ organisationId: row.id, status: row.status })),
    responsibilities: responsibilities.map((row) => ({
      directionId: row.direction_id,
      organisationId: row.organisation_id,
    })),
    columns: columns.map(toColumn),
    corrections: await readCorrections(db, reportId),
  };
  return { ...structure, budget: orderBudget(structure, await readBudgetLines(db, reportId)) };
}
