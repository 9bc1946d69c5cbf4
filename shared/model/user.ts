import { z } from 'zod';
import { OrganisationId, ReportId, UserId } from './ids.ts';

export const Role = z.enum(['administrator', 'coordinator', 'editor', 'viewer']);
export type Role = z.infer<typeof Role>;

/** What a user may do in one report. Only an editor has an organisation; several memberships make several. */
export const Membership = z.discriminatedUnion('role', [
  z.object({ reportId: ReportId, role: z.literal('coordinator') }),
  z.object({ reportId: ReportId, role: z.literal('viewer') }),
  z.object({ reportId: ReportId, role: z.literal('editor'), organisationId: OrganisationId }),
]);
export type Membership = z.infer<typeof Membership>;

/** What a one-time link is for: the first password of a person, or another in place of one that was forgotten. */
export const LinkPurpose = z.enum(['invitation', 'reset']);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

/** Whoever asks for something: the only input about a person that a rights decision takes. */
export const Actor = z.object({
  userId: UserId,
  name: z.string(),
  /** Administers users and structure of the whole installation; reads every report, writes none by this alone. */
  isAdministrator: z.boolean(),
  memberships: z.array(Membership),
});
export type Actor = z.infer<typeof Actor>;
