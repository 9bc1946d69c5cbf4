import { password } from '../RightsTown.ts';
import type { HttpTry } from '../Try.ts';

/** People, organisations and reports of the whole city. */
export const cityTries: readonly HttpTry[] = [
  { route: 'get /api/search', asks: 'signed-in', query: '?query=рада', meets: 200 },
  { route: 'get /api/users', asks: 'users.manage', meets: 200 },
  {
    route: 'post /api/users',
    asks: 'users.manage',
    body: { name: 'Хтось', login: 'editor', password, isAdministrator: true, memberships: [] },
    meets: 'user.login-taken',
  },
  {
    route: 'post /api/users/import',
    asks: 'users.manage',
    body: { csv: 'login,name,role', basis: null, reportId: 'unknown' },
    meets: 'report.unknown',
  },
  {
    route: 'patch /api/users/:userId',
    asks: 'users.manage',
    body: { isDisabled: true },
    meets: 'user.unknown',
  },
  { route: 'get /api/users/:userId/sessions', asks: 'users.manage', meets: 'user.unknown' },
  { route: 'delete /api/users/:userId/sessions', asks: 'users.manage', meets: 'user.unknown' },
  {
    route: 'delete /api/users/:userId/sessions/:sessionId',
    asks: 'users.manage',
    meets: 'session.unknown',
  },
  { route: 'post /api/users/:userId/link', asks: 'users.manage', body: { days: 1 }, meets: 'user.unknown' },
  { route: 'delete /api/users/:userId/link', asks: 'users.manage', meets: 'link.none' },
  { route: 'delete /api/users/:userId/second-factor', asks: 'users.manage', meets: 'factor.none' },
  {
    route: 'post /api/invitations',
    asks: 'users.manage',
    body: { name: 'Хтось', login: 'editor', isAdministrator: true, memberships: [] },
    meets: 'user.login-taken',
  },
  {
    route: 'patch /api/programmes/:programmeId',
    asks: 'reports.create',
    body: () => {
      const fields = {
        title: 'Програма',
        community: 'м. Приклад',
        periodStart: '2020-01-01',
        periodEnd: '2024-12-31',
        decisionNumber: null,
        decisionDate: null,
        amendments: [],
      };
      return { from: fields, to: fields };
    },
    meets: 'programme.unknown',
  },
  { route: 'get /api/organisations', asks: 'organisations.read', meets: 200 },
  {
    route: 'patch /api/organisations',
    asks: 'organisations.manage',
    body: { kind: 'remove', organisationId: 'unknown' },
    meets: 'organisation.unknown',
  },
  {
    route: 'post /api/organisations/import',
    asks: 'organisations.manage',
    body: { csv: 'Назва;Вид', basis: null },
    meets: 200,
  },
  { route: 'get /api/programmes', asks: 'reports.create', meets: 200 },
  {
    route: 'post /api/reports',
    asks: 'reports.create',
    body: {
      programme: { is: 'there', programmeId: 'unknown' },
      year: 2030,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      from: null,
    },
    meets: 'programme.unknown',
  },
  { route: 'post /api/example', asks: 'reports.create', meets: 201 },
  { route: 'get /api/reports', asks: 'signed-in', meets: 200 },
];
