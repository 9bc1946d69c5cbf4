import type { Links } from '#server/accounts/createLinks.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { PeopleImportAnswer, PeopleImportRequest } from '#shared/api/peopleImport.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import { type PeopleImport, type PeopleNow, planPeopleImport } from '#shared/people/planPeopleImport.ts';
import { runImport } from './runImport.ts';

type Parts = {
  storage: Pick<Storage, 'users' | 'reports'>;
  links: Pick<Links, 'prepareInvitation'>;
  collaboration: Pick<Collaboration, 'accessChanged'>;
};

/**
 * Imports people into a report: new ones are invited, by a link each. AppError `report.unknown`; rejects like
 * `runImport`.
 */
export async function importPeople(
  { storage, links, collaboration }: Parts,
  { reportId, days, ...request }: PeopleImportRequest,
  createdBy: UserId,
): Promise<PeopleImportAnswer> {
  const structure = await storage.reports.findStructure(reportId);
  if (structure === null) throw new AppError('report.unknown');
  const { organisations } = structure;
  const made: PeopleImportAnswer['links'] = [];
  const answer = await runImport<PeopleNow, PeopleImport['next']>(request, {
    read: async () => ({ users: await storage.users.list(), organisations }),
    async change(decide) {
      const changedIds: UserId[] = [];
      await storage.users.changeMany((users) => {
        const next = decide({ users, organisations });
        const added = next.add.map((account) => {
          const invitation = links.prepareInvitation(account, createdBy, days);
          const { secret, link } = invitation;
          made.push({
            login: account.login,
            name: account.name,
            secret,
            expiresAt: new Date(link.expiresAt).toISOString(),
          });
          return invitation;
        });
        changedIds.push(...next.change.map(({ id }) => id));
        return { added, changed: next.change };
      });
      for (const userId of changedIds) collaboration.accessChanged(userId);
    },
    plan: (now, file) => planPeopleImport(now, reportId, file),
    keep: () => ({ add: [], change: [] }),
    // When somebody was here last, and whose password is which, is no matter of the file.
    basisOf: (now) => [
      reportId,
      now.organisations.map(({ id, name, shortName, edrpou }) => [id, name, shortName, edrpou]),
      now.users.map(({ id, name, login, isAdministrator, memberships }) => [
        id,
        name,
        login,
        isAdministrator,
        memberships,
      ]),
    ],
  });
  return { ...answer, links: made };
}
