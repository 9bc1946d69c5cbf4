import type { ReportId } from '#shared/model/ids.ts';
import type { Actor, Membership } from '#shared/model/user.ts';

/** What a person is in one report, each role once, however many organisations they edit. */
export function findRoles(actor: Actor, reportId: ReportId): Membership['role'][] {
  return [
    ...new Set(
      actor.memberships.filter((membership) => membership.reportId === reportId).map(({ role }) => role),
    ),
  ];
}
