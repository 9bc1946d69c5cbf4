import {
  CommentParams,
  CommentRequest,
  commentPaths,
  ReaderList,
  ResolveRequest,
  ThreadAnswer,
  ThreadList,
  ThreadParams,
  ThreadRequest,
} from '#shared/api/comments.ts';
import { ReportParams } from '#shared/api/contract.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { type Route, userRoute } from '../Route.ts';

const reads = ({ reportId }: { reportId: ReportId }) => ({ action: 'comment.read', reportId }) as const;
const writes = ({ reportId }: { reportId: ReportId }) => ({ action: 'comment.write', reportId }) as const;

const mentionErrors = ['comment.mention-no-access', 'comment.mention-unknown'] as const satisfies ErrorCode[];
const ofWriting = [
  'access.report',
  'access.viewer',
  'access.finalised',
  'request.too-many',
] as const satisfies ErrorCode[];

export const commentRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: commentPaths.comments,
    summary: 'Every thread of comments of a report, resolved ones too, the oldest first.',
    params: ReportParams,
    rights: reads,
    answer: { status: 200, schema: ThreadList },
    errors: ['access.report', 'report.unknown'],
    handle: async ({ services, params }) => ({ body: await services.comments.list(params.reportId) }),
  }),

  userRoute({
    method: 'post',
    path: commentPaths.comments,
    summary: 'Begins a thread about a cell, a row, a paragraph or a figure of a text.',
    params: ReportParams,
    body: ThreadRequest,
    rights: writes,
    answer: { status: 201, schema: ThreadAnswer },
    errors: [...ofWriting, ...mentionErrors, 'report.unknown', 'document.unknown', 'comment.place-gone'],
    async handle({ services, caller, params, body }) {
      await services.countComment(caller.actor.userId);
      return { body: await services.comments.begin(caller.actor, params.reportId, body) };
    },
  }),

  userRoute({
    method: 'get',
    path: commentPaths.thread,
    summary: 'One thread of comments.',
    params: ThreadParams,
    rights: reads,
    answer: { status: 200, schema: ThreadAnswer },
    errors: ['access.report', 'comment.unknown'],
    handle: async ({ services, params }) => ({
      body: await services.comments.find(params.reportId, params.threadId),
    }),
  }),

  userRoute({
    method: 'patch',
    path: commentPaths.thread,
    summary: 'Resolves a thread, or opens it again.',
    params: ThreadParams,
    body: ResolveRequest,
    rights: writes,
    answer: { status: 200, schema: ThreadAnswer },
    errors: [...ofWriting, 'comment.unknown'],
    async handle({ services, caller, params, body }) {
      await services.countComment(caller.actor.userId);
      return { body: await services.comments.resolve(caller.actor, params, body.isResolved) };
    },
  }),

  userRoute({
    method: 'post',
    path: commentPaths.answers,
    summary: 'Answers in a thread that is open.',
    params: ThreadParams,
    body: CommentRequest,
    rights: writes,
    answer: { status: 201, schema: ThreadAnswer },
    errors: [...ofWriting, ...mentionErrors, 'comment.unknown', 'comment.resolved', 'comment.too-many'],
    async handle({ services, caller, params, body }) {
      await services.countComment(caller.actor.userId);
      return { body: await services.comments.answer(caller.actor, params, body) };
    },
  }),

  userRoute({
    method: 'patch',
    path: commentPaths.comment,
    summary: 'Changes the text of a comment of mine; that it was changed, and when, is kept.',
    params: CommentParams,
    body: CommentRequest,
    rights: writes,
    answer: { status: 200, schema: ThreadAnswer },
    errors: [...ofWriting, ...mentionErrors, 'comment.unknown', 'comment.not-yours'],
    async handle({ services, caller, params, body }) {
      await services.countComment(caller.actor.userId);
      return { body: await services.comments.edit(caller.actor, params, body) };
    },
  }),

  userRoute({
    method: 'delete',
    path: commentPaths.comment,
    summary: 'Takes the text of a comment of mine away; that there was one is kept.',
    params: CommentParams,
    rights: writes,
    answer: { status: 200, schema: ThreadAnswer },
    errors: [...ofWriting, 'comment.unknown', 'comment.not-yours'],
    async handle({ services, caller, params }) {
      await services.countComment(caller.actor.userId);
      return { body: await services.comments.remove(caller.actor, params) };
    },
  }),

  userRoute({
    method: 'get',
    path: commentPaths.readers,
    summary: 'Who may read the report, and so be mentioned in a comment.',
    params: ReportParams,
    rights: writes,
    answer: { status: 200, schema: ReaderList },
    errors: ['access.report', 'access.viewer', 'report.unknown'],
    handle: async ({ services, params }) => ({ body: await services.comments.listReaders(params.reportId) }),
  }),
];
