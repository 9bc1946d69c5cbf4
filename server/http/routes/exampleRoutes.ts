import { loadExample } from '#server/example/loadExample.ts';
import { apiPaths, ExampleAnswer } from '#shared/api/contract.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

/** Loads the 2020 report, unless it is there, and makes the user its coordinator. */
export async function loadExampleFor(services: Services, userId: UserId): Promise<ReportId> {
  const { storage, collaboration } = services;
  const reportId = await loadExample(storage, collaboration, userId);
  const user = await storage.users.findById(userId);
  const memberships = user?.memberships ?? [];
  if (
    !memberships.some((membership) => membership.reportId === reportId && membership.role === 'coordinator')
  ) {
    await storage.users.change(userId, { memberships: [...memberships, { reportId, role: 'coordinator' }] });
    collaboration.accessChanged(userId);
  }
  return reportId;
}

export const exampleRoutes: readonly Route[] = [
  userRoute({
    method: 'post',
    path: apiPaths.example,
    summary:
      'Loads the example report of 2020, once; its counts are illustrative. The caller becomes its coordinator.',
    rights: () => ({ action: 'reports.create' }),
    answer: { status: 201, schema: ExampleAnswer },
    handle: async ({ services, caller }) => ({
      body: { reportId: await loadExampleFor(services, caller.actor.userId) },
    }),
  }),
];
