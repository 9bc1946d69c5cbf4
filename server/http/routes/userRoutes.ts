import type { AccountChange } from '#server/accounts/createAccounts.ts';
import { importPeople } from '#server/structure/importPeople.ts';
import {
  apiPaths,
  SessionList,
  UserChangeRequest,
  UserCreateRequest,
  UserInfo,
  UserList,
  UserParams,
  UserSessionParams,
} from '#shared/api/contract.ts';
import { PeopleImportAnswer, PeopleImportRequest } from '#shared/api/peopleImport.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { checkMemberships } from '../checkMemberships.ts';
import { presentSession } from '../presentSession.ts';
import { presentUser, presentUsers } from '../presentUser.ts';
import { type Route, userRoute } from '../Route.ts';

const onlyAdministrator = () => ({ action: 'users.manage' }) as const;

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
      return { body: { users: await presentUsers(services, users) } };
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
      return { body: await presentUser(services, await services.accounts.create(body)) };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.userImport,
    summary:
      'Looks at what a CSV file of people would do, or does it, all or nothing; new ones are invited, by links shown this once.',
    rights: onlyAdministrator,
    body: PeopleImportRequest,
    bodyLimit: 10_000_000,
    answer: { status: 200, schema: PeopleImportAnswer },
    errors: ['access.administrator-only', 'report.unknown', 'structure.changed', 'user.membership-invalid'],
    handle: async ({ services, caller, body }) => ({
      body: await importPeople(services, body, caller.actor.userId),
    }),
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
      return { body: await presentUser(services, user) };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.userSessions,
    summary: 'Where somebody is signed in, the last used first; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 200, schema: SessionList },
    errors: ['access.administrator-only', 'user.unknown'],
    async handle({ services, caller, params: { userId } }) {
      if ((await services.storage.users.findById(userId)) === null) throw new AppError('user.unknown');
      const sessions = await services.sessions.list(userId);
      return { body: { sessions: sessions.map((session) => presentSession(session, caller.sessionId)) } };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.userSessions,
    summary: 'Ends all sessions of somebody at once, open connections included; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 204 },
    errors: ['access.administrator-only', 'user.unknown'],
    async handle({ services, params: { userId } }) {
      if ((await services.storage.users.findById(userId)) === null) throw new AppError('user.unknown');
      await services.storage.sessions.revokeAllOfUser(userId);
      services.collaboration.accessChanged(userId);
      return {};
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.userSession,
    summary: 'Ends one session of somebody at once, open connections included; for the administrator.',
    rights: onlyAdministrator,
    params: UserSessionParams,
    answer: { status: 204 },
    errors: ['access.administrator-only', 'session.unknown'],
    async handle({ services, params: { userId, sessionId } }) {
      if (!(await services.storage.sessions.revoke(sessionId, userId))) throw new AppError('session.unknown');
      services.collaboration.accessChanged(userId);
      return {};
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
