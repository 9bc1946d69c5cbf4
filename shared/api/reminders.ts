import { z } from 'zod';
import { OrganisationId } from '../model/ids.ts';
import { CalendarDate } from '../model/structure.ts';
import { PersonRef } from './comments.ts';

/** Bodies of the routes by which those are reminded who have not submitted. */

export const reminderPaths = { reminders: '/api/reports/:reportId/reminders' } as const;

/** GET and POST reminders: the sheets that are drafts or were returned, in the order of the report. */
export const ReminderList = z.object({
  deadline: CalendarDate.nullable(),
  sheets: z.array(
    z.object({
      organisationId: OrganisationId,
      /** Who fills it in; nobody can be reminded when there is none. */
      people: z.array(PersonRef),
      /** When they were reminded last, by a coordinator or by the server; null for never. */
      lastAt: z.iso.datetime().nullable(),
      /** A sheet is not reminded of twice a day. */
      isRemindedToday: z.boolean(),
    }),
  ),
});
export type ReminderList = z.infer<typeof ReminderList>;

/** POST reminders: those who need none any more, or had one today, are passed over. */
export const ReminderRequest = z.object({ organisationIds: z.array(OrganisationId).min(1).max(200) });
export type ReminderRequest = z.infer<typeof ReminderRequest>;
