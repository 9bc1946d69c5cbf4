import type { Kysely } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { ReportStore } from '../Storage.ts';
import type { Tables } from '../Tables.ts';
import { changeProperties } from './changeProperties.ts';
import { insertReport } from './insertReport.ts';
import { toDirection, toIndicator, toOrganisation, toProgramme, toReport } from './reportRows.ts';

export function createReportStore({ run, transact }: DatabaseAccess): ReportStore {
  return {
    create: (report) => transact((transaction) => insertReport(transaction, report)),

    exists: (reportId) =>
      run(async (db) => {
        const row = await db.selectFrom('reports').select('id').where('id', '=', reportId).executeTakeFirst();
        return row !== undefined;
      }),

    list: () =>
      run(async (db) => {
        const reports = await db
          .selectFrom('reports')
          .selectAll()
          .orderBy('year', 'desc')
          .orderBy('id')
          .execute();
        const programmes = await db.selectFrom('programmes').selectAll().execute();
        const programmeById = new Map(programmes.map((row) => [row.id, toProgramme(row)]));
        return reports.map((row) => {
          const programme = programmeById.get(row.programme_id);
          if (!programme) throw new Error(`the report ${row.id} has no programme`);
          return { report: toReport(row), programme };
        });
      }),

    // One transaction, so that nobody's change falls between two of its questions.
    findStructure: (reportId) => transact((transaction) => findStructure(transaction, reportId)),

    changeProperties: (reportId, change) =>
      transact((transaction) => changeProperties(transaction, reportId, change)),

    findSheetStatus: async (reportId, organisationId) => {
      const row = await run((db) =>
        db
          .selectFrom('sheets')
          .select('status')
          .where('report_id', '=', reportId)
          .where('organisation_id', '=', organisationId)
          .executeTakeFirst(),
      );
      return row?.status ?? null;
    },

    setSheetStatus: async (reportId, organisationId, status) => {
      const result = await run((db) =>
        db
          .updateTable('sheets')
          .set({ status })
          .where('report_id', '=', reportId)
          .where('organisation_id', '=', organisationId)
          .executeTakeFirst(),
      );
      if (result.numUpdatedRows === 0n) throw new AppError('document.unknown');
    },

    findResponsible: (reportId, directionId) =>
      run(async (db) => {
        const rows = await db
          .selectFrom('directions')
          .leftJoin('responsibilities', (join) =>
            join
              .onRef('responsibilities.report_id', '=', 'directions.report_id')
              .onRef('responsibilities.direction_id', '=', 'directions.id'),
          )
          .select('responsibilities.organisation_id')
          .where('directions.report_id', '=', reportId)
          .where('directions.id', '=', directionId)
          .orderBy('responsibilities.position')
          .execute();
        if (rows.length === 0) return null;
        return rows.flatMap((row) => (row.organisation_id === null ? [] : [row.organisation_id]));
      }),
  };
}

async function findStructure(db: Kysely<Tables>, reportId: ReportId): Promise<ReportStructure | null> {
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
  return {
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
  };
}
