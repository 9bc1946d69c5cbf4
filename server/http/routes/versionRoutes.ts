import { apiPaths, ReportParams } from '#shared/api/contract.ts';
import { VersionList, VersionParams, VersionRequest } from '#shared/api/versions.ts';
import { type Route, userRoute } from '../Route.ts';
import { mustFindStructure } from './reportRoutes.ts';

export const versionRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.versions,
    summary: 'The moments of a report that have a name, and those whose name was taken away.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: VersionList },
    errors: ['access.report', 'report.unknown'],
    async handle({ services, params }) {
      await mustFindStructure(services, params.reportId);
      return { body: await services.versions.list(params.reportId) };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.versions,
    summary: 'Gives a moment of a report a name.',
    params: ReportParams,
    body: VersionRequest,
    rights: ({ reportId }) => ({ action: 'report.oversee', reportId }),
    answer: { status: 201, schema: VersionList },
    errors: [
      'access.report',
      'access.coordinator-only',
      'report.unknown',
      'version.name-taken',
      'version.too-many',
      'version.to-come',
    ],
    async handle({ services, caller, params, body }) {
      await mustFindStructure(services, params.reportId);
      return { body: await services.versions.create(params.reportId, caller.actor.userId, body) };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.version,
    summary: 'Takes the name of a moment away; who did and when is kept.',
    params: VersionParams,
    rights: ({ reportId }) => ({ action: 'report.oversee', reportId }),
    answer: { status: 200, schema: VersionList },
    errors: ['access.report', 'access.coordinator-only', 'version.unknown'],
    handle: async ({ services, caller, params }) => ({
      body: await services.versions.remove(params.reportId, caller.actor.userId, params.versionId),
    }),
  }),
];
