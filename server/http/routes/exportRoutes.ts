import type { z } from 'zod';
import { addLastChanges } from '#server/collaboration/addLastChanges.ts';
import { checkReportFiles } from '#server/export/checkReportFiles.ts';
import { type ExportOptions, exportReport } from '#server/export/exportReport.ts';
import {
  apiPaths,
  ExportCsvQuery,
  ExportFileQuery,
  ExportLine,
  ExportOpenDataQuery,
  FootingAnswer,
  PersonalDataAnswer,
  ReportParams,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { type ExportFile, nameExportFile } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { type DownloadFile, type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';
import { type Confirmed, streamFile, streamProgress } from './streamExport.ts';

/** AppError `report.unknown`. */
async function readReport({ collaboration }: Services, reportId: ReportId): Promise<ReportContent> {
  const content = await collaboration.readReport(reportId);
  if (content === null) throw new AppError('report.unknown');
  return content;
}

async function checkPersonalData(
  content: ReportContent,
  options: ExportOptions,
): Promise<PersonalDataAnswer['findings']> {
  const bytes = await exportReport({ ...content, format: 'personal-data' }, options);
  return PersonalDataAnswer.parse({ findings: JSON.parse(new TextDecoder().decode(bytes)) }).findings;
}

type FileRoute<Q extends typeof ExportFileQuery> = {
  format: ExportFormat;
  summary: string;
  query: Q;
  errors?: readonly ErrorCode[];
  readFile(query: z.output<Q>): ExportFile;
  /** Throws what refuses a final file before it is made. */
  check?(report: ReportContent, query: z.output<Q>, options: ExportOptions): Promise<void>;
};

/** The route of one format: every file is counted, may be a draft, and is given up when nobody waits for it. */
function fileRoute<Q extends typeof ExportFileQuery>(route: FileRoute<Q>): Route {
  const { path, contentType } = exportFormats[route.format];
  return userRoute({
    method: 'get',
    path,
    summary: route.summary,
    params: ReportParams,
    query: route.query,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [contentType], lines: ExportLine },
    errors: [
      'export.busy',
      'access.report',
      'report.unknown',
      'request.too-many',
      'export.blocked',
      'export.not-footing',
      ...(route.errors ?? []),
    ],
    async handle({ services, caller, params, query, signal, wantsLines, confirm }) {
      await services.countExport(caller.actor.userId);
      const isDraft = query.draft === 'true';
      const file = route.readFile(query);
      const stored = await readReport(services, params.reportId);
      const { readLastChanges } = services.collaboration;
      // The one format that says who changed what.
      const report = file.format === 'html' ? await addLastChanges(stored, readLastChanges) : stored;
      const make = async (options: ExportOptions): Promise<DownloadFile> => {
        if (!isDraft) await route.check?.(report, query, options);
        const content = await exportReport({ ...report, ...file, isDraft }, options);
        const fileName = nameExportFile(file, report.structure.report.year, isDraft);
        return { content, contentType, fileName };
      };
      if (wantsLines) return { lines: streamMade(make, { signal, confirm }) };
      const made = await make({ signal });
      await confirm();
      return { file: made };
    },
  });
}

async function* streamFooting(report: ReportContent, confirmed: Confirmed): AsyncGenerator<ExportLine> {
  const checks = yield* streamProgress((options) => checkReportFiles(report, options), confirmed);
  yield { type: 'footing', checks };
}

async function* streamMade(
  make: (options: ExportOptions) => Promise<DownloadFile>,
  confirmed: Confirmed,
): AsyncGenerator<ExportLine> {
  yield* streamFile(yield* streamProgress(make, confirmed));
}

/** The route of a format that is one file and has nothing to ask. */
function plainRoute(format: Exclude<ExportFormat, 'csv'>, summary: string): Route {
  return fileRoute({ format, summary, query: ExportFileQuery, readFile: () => ({ format }) });
}

export const exportRoutes: readonly Route[] = [
  plainRoute('docx', 'The whole report as a Word document after ДСТУ 4163:2020, its tables as annexes.'),
  plainRoute('pdf', 'The same document as PDF, with bookmarks.'),
  plainRoute('xlsx', 'The final tables and their totals as one workbook, with formulas over the rows.'),
  plainRoute('html', 'The whole report as one page that needs nothing else, its numbers open to their rows.'),
  plainRoute('markdown', 'The whole report as Markdown with tables of GFM.'),

  fileRoute({
    format: 'csv',
    summary: 'One table as CSV: RFC 4180, or the flavour that Ukrainian Excel opens by itself.',
    query: ExportCsvQuery,
    readFile: ({ table, flavour }) => ({ format: 'csv', table, flavour }),
  }),

  fileRoute({
    format: 'open-data',
    summary: 'The report as open data: a Frictionless Data Package, DCAT-AP and the set of Resolution 835.',
    query: ExportOpenDataQuery,
    errors: ['export.personal-data'],
    readFile: () => ({ format: 'open-data' }),
    async check(report, { personalData }, options) {
      if (personalData === 'accepted') return;
      const { length } = await checkPersonalData(report, options);
      if (length > 0) throw new AppError('export.personal-data', { count: length });
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.footing,
    summary: 'Whether rows, sums, figures of the text and each kind of file, read back, come to the same.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, schema: FootingAnswer, lines: ExportLine },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'export.busy'],
    async handle({ services, caller, params, signal, wantsLines, confirm }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      if (wantsLines) return { lines: streamFooting(report, { signal, confirm }) };
      const checks = await checkReportFiles(report, { signal });
      await confirm();
      return { body: { checks } };
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
    async handle({ services, caller, params, signal }) {
      await services.countExport(caller.actor.userId);
      const report = await readReport(services, params.reportId);
      return { body: { findings: await checkPersonalData(report, { signal }) } };
    },
  }),
];
