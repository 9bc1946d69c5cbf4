import { exportReport } from '#server/export/exportReport.ts';
import {
  apiPaths,
  ExportCsvQuery,
  ExportDocumentQuery,
  ExportOpenDataQuery,
  PersonalDataAnswer,
  ReportParams,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';
const htmlType = 'text/html; charset=utf-8';
const markdownType = 'text/markdown; charset=utf-8';
const zipType = 'application/zip';
const documentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
const fileNames = { activity: 'Заходи', expenditure: 'Видатки', totals: 'Підсумки' } as const;

/** AppError `report.unknown`. */
async function readReport({ collaboration }: Services, reportId: ReportId): Promise<ReportContent> {
  const content = await collaboration.readReport(reportId);
  if (content === null) throw new AppError('report.unknown');
  return content;
}

async function checkPersonalData(content: ReportContent): Promise<PersonalDataAnswer['findings']> {
  const bytes = await exportReport({ ...content, format: 'personal-data' });
  return PersonalDataAnswer.parse({ findings: JSON.parse(new TextDecoder().decode(bytes)) }).findings;
}

function documentRoute(format: 'docx' | 'pdf', path: string, summary: string): Route {
  return userRoute({
    method: 'get',
    path,
    summary,
    params: ReportParams,
    query: ExportDocumentQuery,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [documentTypes[format]] },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'export.blocked'],
    async handle({ services, caller, params, query, signal }) {
      await services.countExport(caller.actor.userId);
      const isDraft = query.draft === 'true';
      const report = await readReport(services, params.reportId);
      const content = await exportReport({ ...report, format, isDraft }, { signal });
      const ending = isDraft ? `_чернетка.${format}` : `.${format}`;
      const fileName = `Звіт_${report.structure.report.year}${ending}`;
      return { file: { content, contentType: documentTypes[format], fileName } };
    },
  });
}

export const exportRoutes: readonly Route[] = [
  documentRoute(
    'docx',
    apiPaths.exportDocx,
    'The whole report as a Word document after ДСТУ 4163:2020, its tables as annexes.',
  ),
  documentRoute('pdf', apiPaths.exportPdf, 'The same document as PDF, with bookmarks.'),

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
      const report = await readReport(services, params.reportId);
      const content = await exportReport({ ...report, format: 'xlsx' });
      const fileName = `Звіт_${report.structure.report.year}.xlsx`;
      return { file: { content, contentType: xlsxType, fileName } };
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
      const report = await readReport(services, params.reportId);
      const content = await exportReport({ ...report, format: 'csv', ...query });
      const fileName = `${fileNames[query.table]}_${report.structure.report.year}.csv`;
      return { file: { content, contentType: csvType, fileName } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.exportHtml,
    summary: 'The whole report as one page that needs nothing else, its numbers open to their rows.',
    params: ReportParams,
    query: ExportDocumentQuery,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [htmlType] },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'export.blocked'],
    async handle({ services, caller, params, query }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      const content = await exportReport({ ...report, format: 'html', isDraft: query.draft === 'true' });
      const ending = query.draft === 'true' ? '_чернетка.html' : '.html';
      const fileName = `Звіт_${report.structure.report.year}${ending}`;
      return { file: { content, contentType: htmlType, fileName } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.exportMarkdown,
    summary: 'The whole report as Markdown with tables of GFM.',
    params: ReportParams,
    query: ExportDocumentQuery,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [markdownType] },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'export.blocked'],
    async handle({ services, caller, params, query }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      const content = await exportReport({ ...report, format: 'markdown', isDraft: query.draft === 'true' });
      const ending = query.draft === 'true' ? '_чернетка.md' : '.md';
      const fileName = `Звіт_${report.structure.report.year}${ending}`;
      return { file: { content, contentType: markdownType, fileName } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.exportOpenData,
    summary: 'The report as open data: a Frictionless Data Package, DCAT-AP and the set of Resolution 835.',
    params: ReportParams,
    query: ExportOpenDataQuery,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [zipType] },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'export.blocked', 'export.personal-data'],
    async handle({ services, caller, params, query }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      const isDraft = query.draft === 'true';
      if (!isDraft && query.personalData === 'ask') {
        const { length } = await checkPersonalData(report);
        if (length > 0) throw new AppError('export.personal-data', { count: length });
      }
      const createdAt = new Date().toISOString();
      const content = await exportReport({ ...report, format: 'open-data', isDraft, createdAt });
      const fileName = `Звіт_${report.structure.report.year}_відкриті_дані.zip`;
      return { file: { content, contentType: zipType, fileName } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.personalData,
    summary: 'What in the report looks like personal data, to be looked at before anything is published.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, schema: PersonalDataAnswer },
    errors: ['access.report', 'report.unknown', 'request.too-many'],
    async handle({ services, caller, params }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      return { body: { findings: await checkPersonalData(report) } };
    },
  }),
];
