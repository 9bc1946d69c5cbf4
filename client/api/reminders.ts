import { queryOptions } from '@tanstack/react-query';
import { ReminderList, type ReminderRequest, reminderPaths } from '#shared/api/reminders.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { apiFetch, buildPath } from './client.ts';
import { submissionsKey } from './submissions.ts';

/** Who has not submitted, and when they were reminded. */
export function remindersQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: [...submissionsKey(reportId), 'reminders'] as const,
    queryFn: () => apiFetch(buildPath(reminderPaths.reminders, { reportId }), ReminderList),
    staleTime: 0,
  });
}

export function sendReminders(reportId: ReportId, body: ReminderRequest): Promise<ReminderList> {
  const path = buildPath(reminderPaths.reminders, { reportId });
  return apiFetch(path, ReminderList, { method: 'POST', body });
}
