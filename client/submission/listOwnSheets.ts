import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import type { SheetView } from './SheetView.ts';

type Listed = Pick<SheetView, 'organisationId' | 'status'>;

type Around = {
  actor: Pick<Actor, 'memberships'>;
  reportId: ReportId;
  /** The organisations that the table is filtered to. */
  shown: readonly OrganisationId[];
};

/** What asks for something first. */
const urgency: Record<SheetStatus, number> = { returned: 0, draft: 1, submitted: 2, accepted: 3 };

/**
 * The sheets whose state matters to a person in the tables: those they fill in, what has to be done
 * first; of a coordinator's the one that the table is filtered to. Rule CTL-17.
 */
export function listOwnSheets<T extends Listed>(
  sheets: readonly T[],
  { actor, reportId, shown }: Around,
): T[] {
  const here = actor.memberships.filter((membership) => membership.reportId === reportId);
  if (here.some(({ role }) => role === 'coordinator')) {
    const [only, ...others] = shown;
    return others.length > 0 ? [] : sheets.filter(({ organisationId }) => organisationId === only);
  }
  const own = new Set(
    here.flatMap((membership) => (membership.role === 'editor' ? [membership.organisationId] : [])),
  );
  return sheets
    .filter(({ organisationId }) => own.has(organisationId))
    .sort((a, b) => urgency[a.status] - urgency[b.status]);
}
