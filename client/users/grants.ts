import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';

export const grantRoles = ['none', 'viewer', 'editor', 'coordinator'] as const;
export type GrantRole = (typeof grantRoles)[number];

/** What a person may do in one report, as the form asks it. Organisations count for editors and coordinators. */
export type Grant = { reportId: ReportId; role: GrantRole; organisationIds: OrganisationId[] };

/** One grant for each report, in their order. An editor or coordinator reads anyway, so a viewer's membership beside it adds nothing. */
export function readGrants(memberships: readonly Membership[], reportIds: readonly ReportId[]): Grant[] {
  return reportIds.map((reportId) => {
    const own = memberships.filter((membership) => membership.reportId === reportId);
    const organisationIds = own.flatMap((membership) =>
      membership.role === 'editor' ? [membership.organisationId] : [],
    );
    const role =
      grantRoles.toReversed().find((candidate) => own.some((membership) => membership.role === candidate)) ??
      'none';
    return { reportId, role, organisationIds };
  });
}

/** The memberships that these grants make. A report that no grant names keeps what is in `kept`. */
export function buildMemberships(grants: readonly Grant[], kept: readonly Membership[] = []): Membership[] {
  const named = new Set(grants.map(({ reportId }) => reportId));
  return [
    ...kept.filter(({ reportId }) => !named.has(reportId)),
    ...grants.flatMap(({ reportId, role, organisationIds }): Membership[] => {
      if (role === 'none') return [];
      if (role === 'viewer') return [{ reportId, role }];
      const edits = organisationIds.map(
        (organisationId): Membership => ({
          reportId,
          role: 'editor',
          organisationId,
        }),
      );
      return role === 'coordinator' ? [{ reportId, role }, ...edits] : edits;
    }),
  ];
}

/** An editor of nothing: the one grant that says nothing. */
export function isIncomplete({ role, organisationIds }: Grant): boolean {
  return role === 'editor' && organisationIds.length === 0;
}
