import { ReportParams } from '#shared/api/contract.ts';
import {
  AcceptancesAnswer,
  AcceptancesRequest,
  AcceptRequest,
  ExplanationRequest,
  ReturnRequest,
  SheetChangesAnswer,
  SheetFindingsAnswer,
  SheetParams,
  SheetState,
  StepRequest,
  SubmissionsAnswer,
  submissionPaths,
  TransitionList,
} from '#shared/api/submission.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { type Route, userRoute } from '../Route.ts';

/** Whoever reads the report asks; what the state of the sheet allows is decided where the step is taken. */
const readsReport = ({ reportId }: Pick<SheetParams, 'reportId'>) =>
  ({ action: 'sheet.read', reportId }) as const;

const ofSheet = [
  'access.report',
  'report.unknown',
  'document.unknown',
  'journal.unreadable',
] as const satisfies ErrorCode[];
const ofState = [
  ...ofSheet,
  'access.finalised',
  'submission.now-draft',
  'submission.now-submitted',
  'submission.now-accepted',
  'submission.now-returned',
] as const satisfies ErrorCode[];

export const submissionRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: submissionPaths.submissions,
    summary: 'The state of every sheet of a report, the deadline, and who has not submitted.',
    params: ReportParams,
    rights: readsReport,
    answer: { status: 200, schema: SubmissionsAnswer },
    errors: ['access.report', 'report.unknown', 'journal.unreadable'],
    handle: async ({ services, params }) => ({
      body: await services.submissions.readStates(params.reportId),
    }),
  }),

  userRoute({
    method: 'post',
    path: submissionPaths.acceptances,
    summary: 'Accepts several sheets, each as it was looked at; each is decided by itself.',
    params: ReportParams,
    body: AcceptancesRequest,
    rights: ({ reportId }) => ({ action: 'sheets.accept', reportId }),
    answer: { status: 200, schema: AcceptancesAnswer },
    errors: ['access.report', 'access.coordinator-only', 'access.finalised', 'report.unknown'],
    async handle({ services, caller, params: { reportId }, body }) {
      const results: AcceptancesAnswer['results'] = [];
      for (const { organisationId, contentHash } of body.sheets) {
        const order = { step: 'accept', note: '', contentHash } as const;
        try {
          const sheet = { reportId, organisationId };
          const state = await services.submissions.takeStep(caller.actor, sheet, order);
          results.push({ outcome: 'accepted', organisationId, state });
        } catch (error) {
          // Also when the database has gone in the middle: what was accepted before has to be told.
          if (!(error instanceof AppError)) throw error;
          const { code, parameters } = error;
          results.push({ outcome: 'refused', organisationId, code, parameters });
        }
      }
      return { body: { results } };
    },
  }),

  userRoute({
    method: 'post',
    path: submissionPaths.submit,
    summary:
      'Submits a sheet, which is closed for its editors then; findings are to be mended or explained first.',
    params: SheetParams,
    body: StepRequest,
    rights: readsReport,
    answer: { status: 200, schema: SheetState },
    errors: [...ofState, 'access.editors-only', 'submission.findings-open'],
    handle: async ({ services, caller, params, body: { note } }) => ({
      body: await services.submissions.takeStep(caller.actor, params, { step: 'submit', note }),
    }),
  }),

  userRoute({
    method: 'post',
    path: submissionPaths.withdraw,
    summary: 'Takes a submitted sheet back, before it is accepted; it is a draft again.',
    params: SheetParams,
    body: StepRequest,
    rights: readsReport,
    answer: { status: 200, schema: SheetState },
    errors: [...ofState, 'access.editors-only'],
    handle: async ({ services, caller, params, body: { note } }) => ({
      body: await services.submissions.takeStep(caller.actor, params, { step: 'withdraw', note }),
    }),
  }),

  userRoute({
    method: 'post',
    path: submissionPaths.return,
    summary: 'Returns a submitted or accepted sheet to its editors, with what is to be mended.',
    params: SheetParams,
    body: ReturnRequest,
    rights: readsReport,
    answer: { status: 200, schema: SheetState },
    errors: [...ofState, 'access.coordinator-only'],
    handle: async ({ services, caller, params, body: { note } }) => ({
      body: await services.submissions.takeStep(caller.actor, params, { step: 'return', note }),
    }),
  }),

  userRoute({
    method: 'post',
    path: submissionPaths.accept,
    summary: 'Accepts what the sheet held when it was looked at; again when an accepted one has changed.',
    params: SheetParams,
    body: AcceptRequest,
    rights: readsReport,
    answer: { status: 200, schema: SheetState },
    errors: [...ofState, 'access.coordinator-only', 'submission.content-changed'],
    handle: async ({ services, caller, params, body }) => ({
      body: await services.submissions.takeStep(caller.actor, params, { step: 'accept', ...body }),
    }),
  }),

  userRoute({
    method: 'get',
    path: submissionPaths.transitions,
    summary: 'Every step that was taken with a sheet: by whom, when, with what note and content.',
    params: SheetParams,
    rights: readsReport,
    answer: { status: 200, schema: TransitionList },
    errors: ofSheet,
    handle: async ({ services, params }) => ({ body: await services.submissions.readTransitions(params) }),
  }),

  userRoute({
    method: 'get',
    path: submissionPaths.changes,
    summary:
      'What an accepted sheet holds otherwise than what was accepted, cell by cell, with who and when.',
    params: SheetParams,
    rights: readsReport,
    answer: { status: 200, schema: SheetChangesAnswer },
    errors: ofSheet,
    handle: async ({ services, params }) => ({ body: await services.submissions.readChanges(params) }),
  }),

  userRoute({
    method: 'get',
    path: submissionPaths.findings,
    summary: 'What has to be mended or explained before the sheet is submitted, with the explanations.',
    params: SheetParams,
    rights: readsReport,
    answer: { status: 200, schema: SheetFindingsAnswer },
    errors: ofSheet,
    handle: async ({ services, params }) => ({ body: await services.submissions.readFindings(params) }),
  }),

  userRoute({
    method: 'put',
    path: submissionPaths.explanations,
    summary: 'Explains one finding of a sheet, or takes the explanation back.',
    params: SheetParams,
    body: ExplanationRequest,
    rights: readsReport,
    answer: { status: 200, schema: SheetFindingsAnswer },
    errors: [
      ...ofSheet,
      'access.not-your-sheet',
      'access.viewer',
      'access.sheet-locked',
      'access.finalised',
      'submission.finding-gone',
    ],
    handle: async ({ services, caller, params, body }) => ({
      body: await services.submissions.explain(caller.actor, params, body),
    }),
  }),
];
