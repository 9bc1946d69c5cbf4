import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApiRoutes } from '#server/http/buildApiRoutes.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { buildViewState } from '#tests/support/buildView.ts';
import { createPeople, type PersonName, password, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

/**
 * Who meets what at every route. A person is either let in (a status) or refused with a code; a
 * route that is missing here fails the last test.
 */
type Outcome = number | ErrorCode;
type Expectation = {
  method: string;
  path: string;
  address?: (town: Town) => string;
  body?: unknown;
  outcomes: Record<PersonName, Outcome>;
};

const signedIn = (allowed: Outcome): Record<PersonName, Outcome> => ({
  anonymous: 'session.required',
  administrator: allowed,
  coordinator: allowed,
  editor: allowed,
  viewer: allowed,
  stranger: allowed,
  editorElsewhere: allowed,
});
const everybody = (allowed: Outcome) => ({ ...signedIn(allowed), anonymous: allowed });
const members = (allowed: Outcome): Record<PersonName, Outcome> => ({
  ...signedIn(allowed),
  stranger: 'access.report',
  editorElsewhere: 'access.report',
});
const administrators = (allowed: Outcome): Record<PersonName, Outcome> => ({
  ...signedIn('access.administrator-only'),
  administrator: allowed,
});

/** Seven attempts that are counted together: the last two meet a closed door. The table is walked in order. */
const guessers = (refusal: ErrorCode): Record<PersonName, Outcome> => ({
  ...everybody(refusal),
  stranger: 'session.locked',
  editorElsewhere: 'session.locked',
});

const inReport = (rest: string) => (town: Town) => `/api/reports/${town.reportId}${rest}`;

const ofSheet = (rest: string) => (town: Town) =>
  `/api/reports/${town.reportId}/sheets/${town.organisationId}${rest}`;

const expectations: Expectation[] = [
  { method: 'get', path: '/api/session', outcomes: everybody(200) },
  {
    method: 'post',
    path: '/api/session',
    body: { login: 'nobody', password: 'wrong wrong' },
    outcomes: guessers('session.wrong-credentials'),
  },
  {
    method: 'post',
    path: '/api/demo/session',
    body: { login: 'coordinator' },
    outcomes: everybody('demo.off'),
  },
  {
    method: 'post',
    path: '/api/setup',
    body: { name: 'Хтось', login: 'someone', password, loadExample: false },
    outcomes: everybody('setup.done'),
  },
  { method: 'get', path: '/api/reports', outcomes: signedIn(200) },
  { method: 'get', path: '/api/reports/:reportId', address: inReport(''), outcomes: members(200) },
  {
    method: 'patch',
    path: '/api/reports/:reportId/structure',
    address: inReport('/structure'),
    body: { kind: 'directions.order', order: [] },
    outcomes: {
      ...members('access.coordinator-only'),
      administrator: 'structure.changed',
      coordinator: 'structure.changed',
    },
  },
  {
    method: 'post',
    path: '/api/reports',
    body: {
      programme: { is: 'there', programmeId: 'unknown' },
      year: 2030,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      from: null,
    },
    outcomes: administrators('programme.unknown'),
  },
  { method: 'get', path: '/api/programmes', outcomes: administrators(200) },
  {
    method: 'get',
    path: '/api/organisations',
    outcomes: { ...signedIn('access.coordinator-only'), administrator: 200, coordinator: 200 },
  },
  {
    method: 'patch',
    path: '/api/organisations',
    body: { kind: 'remove', organisationId: 'unknown' },
    outcomes: administrators('organisation.unknown'),
  },
  {
    method: 'post',
    path: '/api/organisations/import',
    body: { csv: 'Назва;Вид', basis: null },
    outcomes: administrators(200),
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/indicators/import',
    address: inReport('/indicators/import'),
    body: { csv: 'Назва;Вид', basis: null },
    outcomes: { ...members('access.coordinator-only'), administrator: 200, coordinator: 200 },
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/totals',
    address: inReport('/totals'),
    outcomes: members(200),
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/last-changes',
    address: inReport('/last-changes'),
    body: { rows: [{ organisationId: 'unknown', rowId: 'unknown' }] },
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.xlsx',
    address: inReport('/export.xlsx?draft=true'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.docx',
    address: inReport('/export.docx?draft=true'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.pdf',
    address: inReport('/export.pdf?draft=true'),
    outcomes: members(200),
  },
  {
    method: 'patch',
    path: '/api/reports/:reportId/properties',
    address: inReport('/properties'),
    body: { signatoryName: 'Олена КОВАЛЕНКО' },
    outcomes: { ...members('access.coordinator-only'), administrator: 200, coordinator: 200 },
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.csv',
    address: inReport('/export.csv?table=activity'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.html',
    address: inReport('/export.html?draft=true'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.md',
    address: inReport('/export.md?draft=true'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/export.opendata.zip',
    address: inReport('/export.opendata.zip'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/footing',
    address: inReport('/footing'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/personal-data',
    address: inReport('/personal-data'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/history',
    address: inReport('/history'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/past-rows',
    address: inReport('/past-rows?time=1'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/journal-check',
    address: inReport('/journal-check'),
    outcomes: { ...members('access.coordinator-only'), administrator: 200, coordinator: 200 },
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/moments',
    address: inReport('/moments'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/comparison',
    address: inReport('/comparison?beforeTime=0'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/submissions',
    address: inReport('/submissions'),
    outcomes: members(200),
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/sheets/:organisationId/submit',
    address: ofSheet('/submit'),
    body: {},
    outcomes: {
      ...members('access.editors-only'),
      coordinator: 200,
      // Allowed, and it is done by then: so too where a state is named below.
      editor: 'submission.now-submitted',
    },
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/sheets/:organisationId/withdraw',
    address: ofSheet('/withdraw'),
    body: {},
    outcomes: { ...members('access.editors-only'), editor: 200 },
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/sheets/:organisationId/return',
    address: ofSheet('/return'),
    body: { note: 'Виправте суму' },
    outcomes: { ...members('access.coordinator-only'), coordinator: 'submission.now-draft' },
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/sheets/:organisationId/accept',
    address: ofSheet('/accept'),
    body: { contentHash: '0'.repeat(64) },
    outcomes: { ...members('access.coordinator-only'), coordinator: 'submission.now-draft' },
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/acceptances',
    address: inReport('/acceptances'),
    body: { sheets: [{ organisationId: 'unknown', contentHash: '0'.repeat(64) }] },
    outcomes: { ...members('access.coordinator-only'), coordinator: 200 },
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/sheets/:organisationId/transitions',
    address: ofSheet('/transitions'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/sheets/:organisationId/changes',
    address: ofSheet('/changes'),
    outcomes: members(200),
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/sheets/:organisationId/findings',
    address: ofSheet('/findings'),
    outcomes: members(200),
  },
  {
    method: 'put',
    path: '/api/reports/:reportId/sheets/:organisationId/explanations',
    address: ofSheet('/explanations'),
    body: { key: 'row.duplicate/row/measure', text: 'Дві різні події' },
    outcomes: {
      ...members('access.viewer'),
      coordinator: 'submission.finding-gone',
      editor: 'submission.finding-gone',
    },
  },
  {
    method: 'get',
    path: '/api/reports/:reportId/views',
    address: inReport('/views'),
    outcomes: members(200),
  },
  {
    method: 'post',
    path: '/api/reports/:reportId/views',
    address: inReport('/views'),
    body: { table: 'activity', name: 'Спільний', isPublished: true, state: buildViewState() },
    outcomes: {
      ...members('access.coordinator-only'),
      administrator: 201,
      // Allowed, and the name is taken by then.
      coordinator: 'view.name-taken',
    },
  },
  {
    method: 'patch',
    path: '/api/reports/:reportId/views/:viewId',
    address: inReport('/views/unknown'),
    body: { revision: 1, name: 'Інша назва' },
    outcomes: members('view.unknown'),
  },
  {
    method: 'delete',
    path: '/api/reports/:reportId/views/:viewId',
    address: inReport('/views/unknown'),
    outcomes: members('view.unknown'),
  },
  {
    method: 'put',
    path: '/api/reports/:reportId/last-views/:table',
    address: inReport('/last-views/activity'),
    body: { viewId: null, state: buildViewState() },
    outcomes: members(204),
  },
  {
    method: 'post',
    path: '/api/profile/password',
    body: { current: 'not my password', next: 'a longer password' },
    outcomes: signedIn('password.wrong-current'),
  },
  { method: 'get', path: '/api/profile/sessions', outcomes: signedIn(200) },
  {
    method: 'delete',
    path: '/api/profile/sessions/:sessionId',
    address: () => '/api/profile/sessions/unknown',
    outcomes: signedIn('session.unknown'),
  },
  { method: 'get', path: '/api/profile/second-factor', outcomes: signedIn(200) },
  {
    method: 'post',
    path: '/api/profile/second-factor',
    body: { password },
    outcomes: signedIn(201),
  },
  {
    method: 'post',
    path: '/api/profile/second-factor/confirmation',
    body: { code: 'no code' },
    outcomes: signedIn('factor.wrong-code'),
  },
  {
    method: 'post',
    path: '/api/profile/second-factor/removal',
    body: { code: '000000' },
    outcomes: signedIn('factor.none'),
  },
  { method: 'get', path: '/api/profile/tokens', outcomes: signedIn(200) },
  { method: 'post', path: '/api/profile/tokens', body: { name: 'Скрипт' }, outcomes: signedIn(201) },
  {
    method: 'delete',
    path: '/api/profile/tokens/:tokenId',
    address: () => '/api/profile/tokens/unknown',
    outcomes: signedIn('token.unknown'),
  },
  { method: 'get', path: '/api/users', outcomes: administrators(200) },
  {
    method: 'post',
    path: '/api/users',
    body: { name: 'Хтось', login: 'editor', password, isAdministrator: true, memberships: [] },
    outcomes: administrators('user.login-taken'),
  },
  {
    method: 'patch',
    path: '/api/users/:userId',
    address: () => '/api/users/unknown',
    body: { isDisabled: true },
    outcomes: administrators('user.unknown'),
  },
  {
    method: 'get',
    path: '/api/users/:userId/sessions',
    address: () => '/api/users/unknown/sessions',
    outcomes: administrators('user.unknown'),
  },
  {
    method: 'delete',
    path: '/api/users/:userId/sessions',
    address: () => '/api/users/unknown/sessions',
    outcomes: administrators('user.unknown'),
  },
  {
    method: 'delete',
    path: '/api/users/:userId/sessions/:sessionId',
    address: () => '/api/users/unknown/sessions/unknown',
    outcomes: administrators('session.unknown'),
  },
  {
    method: 'post',
    path: '/api/users/:userId/link',
    address: () => '/api/users/unknown/link',
    body: { days: 1 },
    outcomes: administrators('user.unknown'),
  },
  {
    method: 'delete',
    path: '/api/users/:userId/link',
    address: () => '/api/users/unknown/link',
    outcomes: administrators('link.none'),
  },
  {
    method: 'delete',
    path: '/api/users/:userId/second-factor',
    address: () => '/api/users/unknown/second-factor',
    outcomes: administrators('factor.none'),
  },
  {
    method: 'post',
    path: '/api/invitations',
    body: { name: 'Хтось', login: 'editor', isAdministrator: true, memberships: [] },
    outcomes: administrators('user.login-taken'),
  },
  {
    method: 'post',
    path: '/api/links/inspect',
    body: { secret: 'a guess' },
    outcomes: guessers('link.unknown'),
  },
  {
    method: 'post',
    path: '/api/links/accept',
    body: { secret: 'another guess', password },
    outcomes: guessers('link.unknown'),
  },
  { method: 'post', path: '/api/example', outcomes: administrators(201) },
  { method: 'get', path: '/api/openapi.json', outcomes: everybody(200) },
  // Last: it ends the sessions the other rows need.
  { method: 'delete', path: '/api/session', outcomes: everybody(204) },
];

describe('every route against everybody', () => {
  let server: TestServer;
  let town: Town;

  beforeAll(async () => {
    server = await startTestServer();
    town = await createPeople(server.url, server.storage);
  });
  afterAll(() => server.stop());

  for (const { method, path, address, body, outcomes } of expectations) {
    test(`ACC-40 ${method.toUpperCase()} ${path}`, async () => {
      const seen: Partial<Record<PersonName, Outcome>> = {};
      for (const name of Object.keys(outcomes) as PersonName[]) {
        const response = await town.people[name].request(method.toUpperCase(), address?.(town) ?? path, {
          body,
        });
        const isRefusal = response.status >= 400;
        seen[name] = isRefusal ? (response.problem().code as ErrorCode) : response.status;
      }
      expect(seen).toEqual(outcomes);
    });
  }

  test('ACC-40 no route is missing from the table', () => {
    const routes = buildApiRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(expectations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes.sort());
  });
});
