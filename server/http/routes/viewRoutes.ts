import type { StoredView } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import {
  apiPaths,
  LastViewParams,
  LastViewRequest,
  ReportParams,
  ViewChangeRequest,
  ViewCreateRequest,
  ViewList,
  ViewParams,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type ReportId, ViewId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import { View } from '#shared/model/view.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

const mayKeep = ({ reportId }: { reportId: ReportId }) => ({ action: 'view.keep', reportId }) as const;

function presentView({ id, table, name, userId, revision, state }: StoredView): View {
  return { id, table, name, isPublished: userId === null, revision, state };
}

/** AppError `access.coordinator-only`. */
function checkPublish(actor: Actor, reportId: ReportId): void {
  const decision = can(actor, { action: 'view.publish', reportId });
  if (!decision.allowed) throw new AppError(decision.reason);
}

/** AppError `view.unknown`, also for a view that is another person's: nobody learns of those. */
async function mustFindView({ storage }: Services, actor: Actor, { reportId, viewId }: ViewParams) {
  const view = await storage.views.find(reportId, viewId);
  if (view === null || (view.userId !== null && view.userId !== actor.userId)) {
    throw new AppError('view.unknown');
  }
  return view;
}

export const viewRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.views,
    summary: 'My saved views and the published ones of a report, and how I left each table.',
    params: ReportParams,
    rights: mayKeep,
    answer: { status: 200, schema: ViewList },
    errors: ['access.report'],
    async handle({ services, caller, params: { reportId } }) {
      const { views: store } = services.storage;
      const views = (await store.list(reportId, caller.actor.userId)).map(presentView);
      const last = await store.findLast(reportId, caller.actor.userId);
      const known = new Set(views.map(({ id }) => id));
      for (const one of [last.activity, last.expenditure]) {
        // Withdrawn since: it is another person's view then.
        if (one?.viewId && !known.has(one.viewId)) one.viewId = null;
      }
      return { body: { views, last } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.views,
    summary: 'Saves a view, for me or, from a coordinator or administrator, for everybody in the report.',
    params: ReportParams,
    rights: mayKeep,
    body: ViewCreateRequest,
    answer: { status: 201, schema: View },
    errors: [
      'access.report',
      'access.coordinator-only',
      'report.unknown',
      'view.name-taken',
      'view.too-many',
    ],
    async handle({ services, caller, params: { reportId }, body }) {
      const { table, name, isPublished, state } = body;
      if (isPublished) checkPublish(caller.actor, reportId);
      if (!(await services.storage.reports.exists(reportId))) throw new AppError('report.unknown');
      const userId = isPublished ? null : caller.actor.userId;
      const view = { id: ViewId.parse(createId()), reportId, table, userId, name, revision: 1, state };
      await services.storage.views.create(view);
      if (isPublished) services.collaboration.structureChanged(reportId);
      return { body: presentView(view) };
    },
  }),

  userRoute({
    method: 'patch',
    path: apiPaths.view,
    summary: 'Changes a view; keys that are absent stay. What is withdrawn becomes a view of mine.',
    params: ViewParams,
    rights: mayKeep,
    body: ViewChangeRequest,
    answer: { status: 200, schema: View },
    errors: [
      'access.report',
      'access.coordinator-only',
      'view.unknown',
      'view.changed',
      'view.name-taken',
      'view.too-many',
    ],
    async handle({ services, caller, params, body }) {
      const { reportId, viewId } = params;
      const before = await mustFindView(services, caller.actor, params);
      const { revision, name, state, isPublished = before.userId === null } = body;
      const isEverybodys = before.userId === null || isPublished;
      if (isEverybodys) checkPublish(caller.actor, reportId);
      const view = await services.storage.views.change(reportId, viewId, revision, {
        ...(name !== undefined && { name }),
        ...(state !== undefined && { state }),
        userId: isPublished ? null : caller.actor.userId,
      });
      if (isEverybodys) services.collaboration.structureChanged(reportId);
      return { body: presentView(view) };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.view,
    summary: 'Deletes a view of mine or, from a coordinator or administrator, a published one.',
    params: ViewParams,
    rights: mayKeep,
    answer: { status: 204 },
    errors: ['access.report', 'access.coordinator-only', 'view.unknown'],
    async handle({ services, caller, params }) {
      const { reportId, viewId } = params;
      const { userId } = await mustFindView(services, caller.actor, params);
      if (userId === null) checkPublish(caller.actor, reportId);
      if (!(await services.storage.views.remove(reportId, viewId))) throw new AppError('view.unknown');
      if (userId === null) services.collaboration.structureChanged(reportId);
      return {};
    },
  }),

  userRoute({
    method: 'put',
    path: apiPaths.lastView,
    summary: 'Notes how I leave a table, so that it opens so again; the last note stands.',
    params: LastViewParams,
    rights: mayKeep,
    body: LastViewRequest,
    answer: { status: 204 },
    errors: ['access.report', 'report.unknown'],
    async handle({ services, caller, params: { reportId, table }, body }) {
      if (!(await services.storage.reports.exists(reportId))) throw new AppError('report.unknown');
      await services.storage.views.saveLast(reportId, caller.actor.userId, table, body);
      return {};
    },
  }),
];
