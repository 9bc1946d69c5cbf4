import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import { apiPaths, ExportCsvQuery, ReportParams } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';
import { mustFindStructure } from './reportRoutes.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';
const fileNames = { activity: 'Заходи', expenditure: 'Видатки', totals: 'Підсумки' } as const;

async function readModel(services: Services, reportId: ReportId) {
  const structure = await mustFindStructure(services, reportId);
  const rows = await services.collaboration.readReportRows(reportId);
  return buildReportModel(structure, rows);
}

export const exportRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.exportXlsx,
    summary: 'The final tables and their totals as one workbook, with formulas over the rows.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [xlsxType] },
    errors: ['access.report', 'report.unknown', 'request.too-many'],
    async handle({ services, caller, params }) {
      await services.countExport(caller.actor.userId);
      const model = await readModel(services, params.reportId);
      const content = await writeReportXlsx(model);
      return { file: { content, contentType: xlsxType, fileName: `Звіт_${model.meta.year}.xlsx` } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.exportCsv,
    summary: 'One table as CSV: RFC 4180, or the flavour that Ukrainian Excel opens by itself.',
    params: ReportParams,
    query: ExportCsvQuery,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [csvType] },
    errors: ['access.report', 'report.unknown', 'request.too-many'],
    async handle({ services, caller, params, query }) {
      await services.countExport(caller.actor.userId);
      const model = await readModel(services, params.reportId);
      const content = writeTableCsv(model, query.table, query.flavour);
      return {
        file: { content, contentType: csvType, fileName: `${fileNames[query.table]}_${model.meta.year}.csv` },
      };
    },
  }),
];
