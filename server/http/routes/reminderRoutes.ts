import { ReportParams } from '#shared/api/contract.ts';
import { ReminderList, ReminderRequest, reminderPaths } from '#shared/api/reminders.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { type Route, userRoute } from '../Route.ts';

const decides = ({ reportId }: { reportId: ReportId }) => ({ action: 'sheets.accept', reportId }) as const;
const errors = [
  'access.report',
  'access.coordinator-only',
  'access.finalised',
  'report.unknown',
] as const satisfies ErrorCode[];

export const reminderRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: reminderPaths.reminders,
    summary: 'Whose sheets are not submitted, who fills them in, and when they were reminded.',
    params: ReportParams,
    rights: decides,
    answer: { status: 200, schema: ReminderList },
    errors,
    handle: async ({ services, params }) => ({ body: await services.reminders.list(params.reportId) }),
  }),

  userRoute({
    method: 'post',
    path: reminderPaths.reminders,
    summary: 'Reminds the editors of sheets that are not submitted; nobody twice a day.',
    params: ReportParams,
    body: ReminderRequest,
    rights: decides,
    answer: { status: 200, schema: ReminderList },
    errors,
    handle: async ({ services, caller, params: { reportId }, body }) => ({
      body: await services.reminders.remind(caller.actor.userId, reportId, body.organisationIds),
    }),
  }),
];
