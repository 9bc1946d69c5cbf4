import type { AccountChange } from '#server/accounts/createAccounts.ts';
import type { StoredUser } from '#server/storage/Storage.ts';
import {
  apiPaths,
  UserChangeRequest,
  UserCreateRequest,
  UserInfo,
  UserList,
  UserParams,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { Membership } from '#shared/model/user.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

const onlyAdministrator = () => ({ action: 'users.manage' }) as const;

/** The password's hash stays behind. */
function presentUser({ id, name, login, isAdministrator, isDisabled, memberships }: StoredUser) {
  return { id, name, login, isAdministrator, isDisabled, memberships };
}

/** AppError `user.membership-invalid` unless each names a report that exists and an organisation that takes part in it. */
async function checkMemberships({ storage }: Services, memberships: readonly Membership[]): Promise<void> {
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

export const userRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.users,
    summary: 'All accounts; for the administrator.',
    rights: onlyAdministrator,
    answer: { status: 200, schema: UserList },
    errors: ['access.administrator-only'],
    async handle({ services }) {
      const users = await services.storage.users.list();
      return { body: { users: users.map(presentUser) } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.users,
    summary: 'Creates an account; for the administrator.',
    rights: onlyAdministrator,
    body: UserCreateRequest,
    answer: { status: 201, schema: UserInfo },
    errors: ['access.administrator-only', 'user.login-taken', 'user.membership-invalid'],
    async handle({ services, body }) {
      await checkMemberships(services, body.memberships);
      return { body: presentUser(await services.accounts.create(body)) };
    },
  }),

  userRoute({
    method: 'patch',
    path: apiPaths.user,
    summary: 'Changes an account; keys that are absent stay. Accounts are disabled, never deleted.',
    rights: onlyAdministrator,
    params: UserParams,
    body: UserChangeRequest,
    answer: { status: 200, schema: UserInfo },
    errors: [
      'access.administrator-only',
      'user.unknown',
      'user.last-administrator',
      'user.membership-invalid',
    ],
    async handle({ services, params, body }) {
      await checkMemberships(services, body.memberships ?? []);
      const user = await services.accounts.change(params.userId, omitUndefined(body));
      services.collaboration.accessChanged(params.userId);
      return { body: presentUser(user) };
    },
  }),
];

/** The schema's optional keys come as `undefined`; the storage tells an absent key from a value. */
function omitUndefined({
  name,
  password,
  isAdministrator,
  isDisabled,
  memberships,
}: UserChangeRequest): AccountChange {
  return {
    ...(name !== undefined && { name }),
    ...(password !== undefined && { password }),
    ...(isAdministrator !== undefined && { isAdministrator }),
    ...(isDisabled !== undefined && { isDisabled }),
    ...(memberships !== undefined && { memberships }),
  };
}
