import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { ReportStore } from '../Storage.ts';
import { changeProgramme } from './changeProgramme.ts';
import { changeProperties } from './changeProperties.ts';
import { changeStructure } from './changeStructure.ts';
import { findStructure } from './findStructure.ts';
import { insertReport } from './insertReport.ts';
import { toProgramme, toReport } from './reportRows.ts';

export function createReportStore({ run, transact, dialect }: DatabaseAccess): ReportStore {
  return {
    create: (report) => transact((transaction) => insertReport(transaction, report)),

    exists: (reportId) =>
      run(async (db) => {
        const row = await db.selectFrom('reports').select('id').where('id', '=', reportId).executeTakeFirst();
        return row !== undefined;
      }),

    findStatus: (reportId) =>
      run(async (db) => {
        const row = await db
          .selectFrom('reports')
          .select('finalised_version')
          .where('id', '=', reportId)
          .executeTakeFirst();
        if (row === undefined) return null;
        return row.finalised_version === null ? 'open' : 'finalised';
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
      transact((transaction) => changeProperties(transaction, dialect, reportId, change)),

    changeStructure: (reportId, change) =>
      transact((transaction) => changeStructure(transaction, dialect, reportId, change)),

    changeProgramme: (programmeId, change) =>
      transact((transaction) => changeProgramme(transaction, dialect, programmeId, change)),

    listProgrammes: () =>
      run(async (db) => {
        const rows = await db
          .selectFrom('programmes')
          .selectAll()
          .orderBy('period_start', 'desc')
          .orderBy('id')
          .execute();
        return rows.map(toProgramme);
      }),

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
