import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';

/**
 * The organisations a person fills in, also while their sheets are locked. Null where nothing is one's
 * own more than anything else: for whoever coordinates the report, and for whoever only reads it.
 */
export function listOwnOrganisations(
  { memberships }: Pick<Actor, 'memberships'>,
  reportId: ReportId,
): ReadonlySet<OrganisationId> | null {
  const here = memberships.filter((membership) => membership.reportId === reportId);
  if (here.some(({ role }) => role === 'coordinator')) return null;
  const own = here.flatMap((membership) => (membership.role === 'editor' ? [membership.organisationId] : []));
  return own.length === 0 ? null : new Set(own);
}
