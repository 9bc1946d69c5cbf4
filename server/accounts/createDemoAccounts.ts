import { buildDemoMemberships, demoAccounts } from '#server/example/demoAccounts.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { DemoAccount } from '#shared/api/contract.ts';
import { createId, type ReportId, UserId } from '#shared/model/ids.ts';
import { createUnusablePasswordHash } from './passwords.ts';

/** Creates the one-click accounts; they have passwords nobody knows. Returns what the sign-in page lists. */
export async function createDemoAccounts(
  storage: Pick<Storage, 'users'>,
  reportId: ReportId,
): Promise<DemoAccount[]> {
  const passwordHash = await createUnusablePasswordHash();
  const listed: DemoAccount[] = [];
  for (const account of demoAccounts) {
    const { login, name, role, organisation } = account;
    await storage.users.create({
      id: UserId.parse(createId()),
      login,
      name,
      passwordHash,
      isAdministrator: false,
      isDisabled: false,
      memberships: buildDemoMemberships(account, reportId),
    });
    listed.push({ login, name, role, organisation });
  }
  return listed;
}
