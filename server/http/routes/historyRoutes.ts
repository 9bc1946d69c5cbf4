import { apiPaths, ReportParams } from '#shared/api/contract.ts';
import {
  HistoryAnswer,
  HistoryQuery,
  JournalCheckAnswer,
  JournalCheckLine,
  PastRowsAnswer,
  PastRowsQuery,
} from '#shared/api/history.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { type Route, userRoute } from '../Route.ts';
import { checkReportJournal } from './checkReportJournal.ts';
import { mustFindStructure } from './reportRoutes.ts';

export const historyRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.history,
    summary:
      'Who changed what in the sheets of a report, latest first: of a cell, a row, a sheet, a person, a day.',
    params: ReportParams,
    query: HistoryQuery,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: HistoryAnswer },
    errors: ['access.report', 'report.unknown', 'journal.unreadable'],
    async handle({ services, params, query }) {
      const body = await services.collaboration.readHistory(params.reportId, query);
      if (body === null) throw new AppError('report.unknown');
      return { body };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.pastRows,
    summary: 'The rows of all sheets as they stood at a moment.',
    params: ReportParams,
    query: PastRowsQuery,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: PastRowsAnswer },
    errors: ['access.report', 'report.unknown', 'request.too-many', 'journal.unreadable'],
    async handle({ services, caller, params, query }) {
      await services.countComparison(caller.actor.userId);
      const rows = await services.collaboration.readPastRows(params.reportId, query.time);
      if (rows === null) throw new AppError('report.unknown');
      return { body: { rows } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.journalCheck,
    summary:
      'Whether the journal of every sheet and text is what was written: its chain of hashes, computed anew.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.oversee', reportId }),
    answer: { status: 200, schema: JournalCheckAnswer, lines: JournalCheckLine },
    errors: ['access.report', 'access.coordinator-only', 'report.unknown', 'request.too-many'],
    async handle({ services, caller, params, signal, wantsLines, confirm }) {
      await services.countComparison(caller.actor.userId);
      const structure = await mustFindStructure(services, params.reportId);
      const lines = checkReportJournal(services.storage, structure, { signal, confirm });
      if (wantsLines) return { lines };
      for await (const line of lines) if (line.type === 'answer') return { body: line.answer };
      throw new Error('a check without an answer');
    },
  }),
];
