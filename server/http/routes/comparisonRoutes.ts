import { compareApart } from '#server/compare/compareApart.ts';
import { readMoments } from '#server/compare/readMoments.ts';
import { can } from '#shared/access/can.ts';
import {
  type ComparedSide,
  ComparisonAnswer,
  ComparisonQuery,
  MomentsAnswer,
  MomentsQuery,
} from '#shared/api/comparison.ts';
import { apiPaths, ReportParams } from '#shared/api/contract.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';
import { mustFindStructure } from './reportRoutes.ts';

type WantedSide = { reportId: ReportId; time: number | null };

/** AppError `access.report`. */
function checkMayRead(actor: Actor, reportId: ReportId): void {
  const decision = can(actor, { action: 'report.read', reportId });
  if (!decision.allowed) throw new AppError(decision.reason);
}

/** AppError `report.unknown`, `journal.unreadable`. */
async function readSide({ collaboration }: Services, { reportId, time }: WantedSide): Promise<ReportContent> {
  const content = await (time === null || time > Date.now()
    ? collaboration.readReport(reportId)
    : collaboration.readPastReport(reportId, time));
  if (content === null) throw new AppError('report.unknown');
  return content;
}

function describeSide({ reportId, time }: WantedSide, content: ReportContent): ComparedSide {
  const { year, title } = content.structure.report;
  return {
    reportId,
    year,
    title,
    time,
    isBlank: content.rows.length === 0 && content.narratives.size === 0,
    isFuture: time !== null && time > Date.now(),
  };
}

export const comparisonRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.moments,
    summary: 'When there was work on a report, by whom and how much: moments worth comparing, latest first.',
    params: ReportParams,
    query: MomentsQuery,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: MomentsAnswer },
    errors: ['access.report', 'report.unknown', 'request.too-many'],
    async handle({ services, caller, params, query }) {
      await services.countComparison(caller.actor.userId);
      const { report, sheets, directions } = await mustFindStructure(services, params.reportId);
      const names = [
        ...sheets.map(({ organisationId }) => sheetName(report.id, organisationId)),
        ...directions.map(({ id }) => narrativeName(report.id, id)),
      ];
      const { sessions, next } = await readMoments(services.storage.journal, names, query.before ?? null);
      const users = new Map((await services.storage.users.list()).map(({ id, name }) => [id, name]));
      return {
        body: {
          moments: sessions.map(({ changesBy, ...session }) => ({
            kind: 'session' as const,
            ...session,
            people: [...changesBy]
              .sort(([, a], [, b]) => b - a)
              .map(([userId]) => (userId === null ? null : (users.get(userId) ?? userId))),
          })),
          next,
        },
      };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.comparison,
    summary: 'What two versions of a report, or the reports of two years, differ in: sums, rows and texts.',
    params: ReportParams,
    query: ComparisonQuery,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: ComparisonAnswer },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'journal.unreadable'],
    async handle({ services, caller, params, query, signal }) {
      const before = { reportId: query.beforeReport ?? params.reportId, time: query.beforeTime ?? null };
      const after = { reportId: query.afterReport ?? params.reportId, time: query.afterTime ?? null };
      for (const { reportId } of [before, after]) checkMayRead(caller.actor, reportId);
      await services.countComparison(caller.actor.userId);
      const isOneSide = before.reportId === after.reportId && before.time === after.time;
      const older = await readSide(services, before);
      // One side twice is read once: somebody may be writing.
      const contents = { before: older, after: isOneSide ? older : await readSide(services, after) };
      const result = await compareApart(contents, signal);
      return {
        body: {
          before: describeSide(before, contents.before),
          after: describeSide(after, contents.after),
          ...result,
        },
      };
    },
  }),
];
