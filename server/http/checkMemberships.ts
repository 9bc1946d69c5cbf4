import { AppError } from '#shared/errors/AppError.ts';
import type { Membership } from '#shared/model/user.ts';
import type { Services } from './Services.ts';

/** AppError `user.membership-invalid` unless each names a report that exists and an organisation that takes part in it. */
export async function checkMemberships(
  { storage }: Services,
  memberships: readonly Membership[],
): Promise<void> {
  const seen = new Set<string>();
  for (const membership of memberships) {
    const { reportId, role } = membership;
    const organisationId = role === 'editor' ? membership.organisationId : null;
    const key = `${reportId}/${role}/${organisationId ?? ''}`;
    const isKnown =
      organisationId === null
        ? await storage.reports.exists(reportId)
        : (await storage.reports.findSheetStatus(reportId, organisationId)) !== null;
    if (!isKnown || seen.has(key)) throw new AppError('user.membership-invalid', { membership: key });
    seen.add(key);
  }
}
