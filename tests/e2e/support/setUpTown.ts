import { SessionAnswer, UserInfo } from '#shared/api/contract.ts';
import type { UserId } from '#shared/model/ids.ts';
import { OrganisationId, type ReportId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import { must } from '#shared/must.ts';
import { ApiClient } from '#tests/support/apiClient.ts';

export const townPassword = 'пароль кожного з них';

export type Town = {
  /** Signed in by HTTP; coordinates the report. */
  administrator: ApiClient;
  reportId: ReportId;
  /** Ids of the accounts below, by login. */
  userIds: Record<'dovhyntsivskyi' | 'saksahanskyi' | 'viewer', UserId>;
};

/** A fresh product with the example, an administrator, two editors and a viewer who sign in by password. */
export async function setUpTown(url: string): Promise<Town> {
  const administrator = new ApiClient(url);
  const answer = await administrator.post('/api/setup', {
    name: 'Адміністраторка',
    login: 'administrator',
    password: townPassword,
    loadExample: true,
  });
  const { actor } = SessionAnswer.parse(answer.json());
  const reportId = must(actor?.memberships[0], 'the example').reportId;

  const create = async (login: string, name: string, membership: Membership): Promise<UserId> => {
    const created = await administrator.post('/api/users', {
      name,
      login,
      password: townPassword,
      isAdministrator: false,
      memberships: [membership],
    });
    return UserInfo.parse(created.json()).id;
  };
  const edit = (login: string, name: string) =>
    create(login, name, { reportId, role: 'editor', organisationId: OrganisationId.parse(login) });
  return {
    administrator,
    reportId,
    userIds: {
      dovhyntsivskyi: await edit('dovhyntsivskyi', 'Олена'),
      saksahanskyi: await edit('saksahanskyi', 'Богдан'),
      viewer: await create('viewer', 'Глядачка', { reportId, role: 'viewer' }),
    },
  };
}
