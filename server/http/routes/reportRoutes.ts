import { can } from '#shared/access/can.ts';
import {
  apiPaths,
  LastChangesAnswer,
  LastChangesRequest,
  ReportAnswer,
  ReportList,
  ReportParams,
  TotalsAnswer,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { ReportPropertiesChange, type ReportStructure } from '#shared/model/structure.ts';
import { rowAddressKey } from '#shared/report/LastChange.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildTotalsAnswer } from '#shared/totals/totalsAnswer.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

/** AppError `report.unknown`. */
export async function mustFindStructure({ storage }: Services, reportId: ReportId): Promise<ReportStructure> {
  const structure = await storage.reports.findStructure(reportId);
  if (structure === null) throw new AppError('report.unknown');
  return structure;
}

export const reportRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.reports,
    summary: 'The reports I may read, the newest year first.',
    answer: { status: 200, schema: ReportList },
    async handle({ services, caller }) {
      const all = await services.storage.reports.list();
      const reports = all.filter(
        ({ report }) => can(caller.actor, { action: 'report.read', reportId: report.id }).allowed,
      );
      return { body: { reports } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.report,
    summary: 'All that is governed about one report: directions, indicators, organisations, sheets.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: ReportAnswer },
    errors: ['access.report', 'report.unknown'],
    handle: async ({ services, params }) => ({ body: await mustFindStructure(services, params.reportId) }),
  }),

  userRoute({
    method: 'patch',
    path: apiPaths.reportProperties,
    summary: 'Changes the title, who signs, and the decision of the programme; keys that are absent stay.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.manage', reportId }),
    body: ReportPropertiesChange,
    answer: { status: 200, schema: ReportAnswer },
    errors: ['access.report', 'access.coordinator-only', 'access.finalised', 'report.unknown'],
    async handle({ services, params: { reportId }, body }) {
      for (const id of await services.storage.reports.changeProperties(reportId, body)) {
        services.collaboration.structureChanged(id);
      }
      return { body: await mustFindStructure(services, reportId) };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.totals,
    summary: 'All totals of a report, exact to the kopiyka, from what is stored at this moment.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: TotalsAnswer },
    errors: ['access.report', 'report.unknown', 'journal.unreadable'],
    async handle({ services, params }) {
      const structure = await mustFindStructure(services, params.reportId);
      const rows = await services.collaboration.readReportRows(params.reportId);
      return { body: buildTotalsAnswer(computeTotals(structure, rows)) };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.lastChanges,
    summary: 'Who changed these rows last, and when.',
    params: ReportParams,
    body: LastChangesRequest,
    rights: ({ reportId }) => ({ action: 'sheet.read', reportId }),
    answer: { status: 200, schema: LastChangesAnswer },
    errors: ['access.report', 'report.unknown', 'journal.unreadable'],
    async handle({ services, params, body }) {
      await mustFindStructure(services, params.reportId);
      const found = await services.collaboration.readLastChanges(params.reportId, body.rows);
      const changes = body.rows.flatMap((row) => {
        const change = found.get(rowAddressKey(row));
        return change === undefined ? [] : [{ ...row, ...change }];
      });
      return { body: { changes } };
    },
  }),
];
