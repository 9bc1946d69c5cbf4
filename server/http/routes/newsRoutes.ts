import { apiPaths, ReportParams } from '#shared/api/contract.ts';
import { NewsAnswer, NewsRequest } from '#shared/api/news.ts';
import { type Route, userRoute } from '../Route.ts';

const errors = ['access.report', 'report.unknown', 'journal.unreadable'] as const;

export const newsRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.news,
    summary: 'What others changed in a report since I last looked: sheets, rows, and steps of sheets.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: NewsAnswer },
    errors,
    handle: async ({ services, caller, params }) => ({
      body: await services.news.read(params.reportId, caller.actor.userId),
    }),
  }),

  userRoute({
    method: 'put',
    path: apiPaths.news,
    summary: 'Says that I have looked at everything up to a moment.',
    params: ReportParams,
    body: NewsRequest,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: NewsAnswer },
    errors,
    handle: async ({ services, caller, params, body }) => ({
      body: await services.news.look(params.reportId, caller.actor.userId, body.time),
    }),
  }),
];
