import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ClaimRules } from '#server/config/ClaimRule.ts';
import { SessionAnswer, UserInfo, UserList } from '#shared/api/contract.ts';
import { IdentityState, OidcStartAnswer, SignOutAnswer } from '#shared/api/oidc.ts';
import { FactorProposal } from '#shared/api/secondFactor.ts';
import { must } from '#shared/must.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { buildOidcConfig } from '#tests/support/oidc/buildOidcConfig.ts';
import { OidcBrowser } from '#tests/support/oidc/OidcBrowser.ts';
import { startOidcProvider, type TestProvider } from '#tests/support/oidc/startOidcProvider.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const rules = ClaimRules.parse([
  { claim: 'groups', value: 'admins', role: 'administrator' },
  { claim: 'realm_access.roles', value: 'coordinator', role: 'coordinator' },
  { claim: 'groups', value: 'org-*', role: 'editor', organisation: '*' },
]);

let provider: TestProvider;
let server: TestServer;
let town: Town;
let offMs = 0;

beforeAll(async () => {
  provider = await startOidcProvider();
  const oidc = buildOidcConfig(provider.issuer, { rights: rules });
  server = await startTestServer({ oidc, requireSecondFactor: false }, { now: () => Date.now() + offMs });
  town = await createPeople(server.url, server.storage);
  provider.register(server.url);
});
beforeEach(() => {
  provider.twist = null;
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

/** Somebody the provider knows, in a browser of their own. */
function meet(account: string, ...groups: string[]): OidcBrowser {
  provider.people.set(account, { name: account, preferred_username: account, groups });
  return new OidcBrowser(server.url);
}
async function readSession(one: OidcBrowser) {
  return SessionAnswer.parse((await one.product.get('/api/session')).json());
}
async function findUser(login: string) {
  const { users } = UserList.parse((await town.people.administrator.get('/api/users')).json());
  return users.find((user) => user.login === login);
}
const change = async (login: string, body: object) => {
  const { id } = must(await findUser(login), login);
  return town.people.administrator.patch(`/api/users/${id}`, body);
};
async function expectRefusal(one: OidcBrowser, account: string, code: string) {
  expect(await one.signIn(account)).toBe('/sign-in');
  expect(await one.outcome()).toMatchObject({ kind: 'failed', code });
  expect((await readSession(one)).actor).toBeNull();
}

describe('whom a provider lets in', () => {
  test('ACC-113 an account is never found by its login or e-mail: it is to be linked by its person', async () => {
    const one = meet('editor', 'org-first');
    provider.people.set('editor', { name: 'Не редактор', email: 'editor', preferred_username: 'EDITOR' });
    await expectRefusal(one, 'editor', 'oidc.no-rights');
    provider.people.set('editor', { preferred_username: 'EDITOR', groups: ['org-first'] });
    const other = new OidcBrowser(server.url);
    await expectRefusal(other, 'editor', 'oidc.account-exists');
    expect((await findUser('editor'))?.identity).toBeNull();
  });

  test('ACC-114 its person links an account, having said the password, and then comes in by both ways', async () => {
    const one = meet('sub-of-the-editor', 'org-first');
    await one.product.signIn('editor', password);
    const wrong = await one.product.post('/api/profile/identity', { password: 'не той пароль' });
    expect(wrong.problem().code).toBe('password.wrong-current');
    const started = await one.product.post('/api/profile/identity', { password });
    const { address } = OidcStartAnswer.parse(started.json());
    const back = await one.consent(address, 'sub-of-the-editor');
    // Somebody else who opens that answer, with the cookie even, is not linked by it.
    const thief = new OidcBrowser(server.url);
    thief.product.handleCookie = one.product.handleCookie;
    await thief.product.signIn('viewer', password);
    expect(await thief.comeBack(back)).toBe('/profile');
    expect(await thief.outcome()).toMatchObject({ kind: 'failed', code: 'oidc.flow-gone' });
    const again = OidcStartAnswer.parse(
      (await one.product.post('/api/profile/identity', { password })).json(),
    );
    expect(await one.comeBack(await one.consent(again.address, 'sub-of-the-editor'))).toBe('/profile');
    const state = IdentityState.parse((await one.product.get('/api/profile/identity')).json());
    expect(state).toMatchObject({ hasPassword: true, identity: { subject: 'sub-of-the-editor' } });

    const other = new OidcBrowser(server.url);
    expect(await other.signIn('sub-of-the-editor')).toBe('/');
    expect((await readSession(other)).actor?.name).toBe('editor');
    // One identity is one person, and one person has one.
    const twice = OidcStartAnswer.parse(
      (await one.product.post('/api/profile/identity', { password })).json(),
    );
    await one.comeBack(await one.consent(twice.address, 'sub-of-the-editor'));
    expect(await one.outcome()).toMatchObject({ code: 'oidc.linked' });
    const viewer = must(await findUser('viewer'), 'viewer');
    const put = await town.people.administrator.request('PUT', `/api/users/${viewer.id}/identity`, {
      body: { subject: 'sub-of-the-editor' },
    });
    expect(put.problem().code).toBe('oidc.identity-taken');
    expect((await one.product.delete('/api/profile/identity')).status).toBe(204);
    expect((await one.product.delete('/api/profile/identity')).problem().code).toBe('oidc.none');
  });

  test('ACC-114 an administrator links one by the subject, and takes the link and the sessions away', async () => {
    const viewer = must(await findUser('viewer'), 'viewer');
    const path = `/api/users/${viewer.id}/identity`;
    const body = { subject: 'sub-of-the-viewer' };
    expect((await town.people.coordinator.request('PUT', path, { body })).problem().code).toBe(
      'access.administrator-only',
    );
    const linked = await town.people.administrator.request('PUT', path, { body });
    expect(UserInfo.parse(linked.json()).identity).toMatchObject(body);
    const one = meet('sub-of-the-viewer');
    expect(await one.signIn('sub-of-the-viewer')).toBe('/');
    expect((await readSession(one)).actor?.userId).toBe(viewer.id);
    expect((await town.people.administrator.delete(path)).status).toBe(200);
    expect((await readSession(one)).actor).toBeNull();
    await expectRefusal(one, 'sub-of-the-viewer', 'oidc.no-rights');
    expect((await town.people.administrator.delete(path)).problem().code).toBe('oidc.none');
  });

  test('ACC-116 claims without rights make no account, and an organisation nobody knows is named', async () => {
    const one = meet('roman', 'accountants');
    await expectRefusal(one, 'roman', 'oidc.no-rights');
    meet('roman', 'org-14360570', 'org-second-hand');
    expect(await one.signIn('roman')).toBe('/sign-in');
    expect(await one.outcome()).toEqual({
      kind: 'failed',
      code: 'oidc.unknown-organisation',
      parameters: { subject: 'roman', label: 'roman', organisations: '14360570, second-hand' },
    });
    expect(await findUser('roman')).toBeUndefined();
    // Beside one that is known it takes nothing away.
    meet('roman', 'org-14360570', 'org-first');
    expect(await one.signIn('roman')).toBe('/');
    expect((await readSession(one)).actor?.memberships).toHaveLength(1);
  });

  test('ACC-119 who is switched off is not let in, whatever the claims say', async () => {
    await meet('stepan', 'org-first').signIn('stepan');
    expect((await change('stepan', { isDisabled: true })).status).toBe(200);
    const before = await findUser('stepan');
    await expectRefusal(meet('stepan', 'admins'), 'stepan', 'session.disabled');
    expect(await findUser('stepan')).toEqual(before);
  });
});

describe('rights that claims give', () => {
  test('ACC-117 they follow the claims at each sign-in; what was given by hand stays', async () => {
    const { reportId, otherReportId, organisationId } = town;
    const one = meet('iryna', 'org-first', 'admins');
    await one.signIn('iryna');
    expect(await readSession(one)).toMatchObject({
      actor: { isAdministrator: true, memberships: [{ reportId, role: 'editor', organisationId }] },
    });
    const byHand = { reportId: otherReportId, role: 'viewer' };
    const memberships = [...must(await findUser('iryna'), 'iryna').memberships, byHand];
    await change('iryna', { isAdministrator: true, memberships });
    expect((await findUser('iryna'))?.claimed).toEqual({
      isAdministrator: true,
      memberships: [{ reportId, role: 'editor', organisationId }],
    });
    provider.people.set('iryna', { preferred_username: 'iryna', realm_access: { roles: ['coordinator'] } });
    await new OidcBrowser(server.url).signIn('iryna');
    // The browser that was signed in before has the rights of now.
    expect((await readSession(one)).actor).toMatchObject({
      isAdministrator: false,
      memberships: [
        byHand,
        ...[reportId, otherReportId].map((id) => ({ reportId: id, role: 'coordinator' })),
      ],
    });
    meet('iryna');
    expect(await new OidcBrowser(server.url).signIn('iryna')).toBe('/');
    expect((await readSession(one)).actor?.memberships).toEqual([byHand]);
    await change('iryna', { memberships: [] });
    await expectRefusal(new OidcBrowser(server.url), 'iryna', 'oidc.no-rights');
  });

  test('ACC-118 the last administrator who has a password stays one, and one without is not the last', async () => {
    await meet('solomiia', 'admins').signIn('solomiia');
    const own = must((await readSession(await signedIn('solomiia', 'admins'))).actor, 'solomiia');
    const administrator = must(await findUser('administrator'), 'administrator');
    const refused = await town.people.administrator.patch(`/api/users/${administrator.id}`, {
      isAdministrator: false,
    });
    expect(refused.problem().code).toBe('user.last-administrator');
    // With a password they are one more, and no claim takes the last one away.
    expect((await change('solomiia', { password })).status).toBe(200);
    await server.storage.users.change(administrator.id, { isAdministrator: false });
    const one = meet('solomiia', 'org-first');
    expect(await one.signIn('solomiia')).toBe('/');
    expect((await readSession(one)).actor).toMatchObject({ userId: own.userId, isAdministrator: true });
    await server.storage.users.change(administrator.id, { isAdministrator: true });
    await one.signIn('solomiia');
    expect((await readSession(one)).actor?.isAdministrator).toBe(false);
  });

  async function signedIn(account: string, ...groups: string[]): Promise<OidcBrowser> {
    const one = meet(account, ...groups);
    await one.signIn(account);
    return one;
  }
});

describe('a second factor beside a provider', () => {
  test('ACC-121 ACC-122 who has one is asked for its code, unless the provider has asked itself', async () => {
    const one = meet('halyna', 'org-first');
    await one.signIn('halyna');
    const proposed = await one.product.post('/api/profile/second-factor', { password: '' });
    const { secret } = FactorProposal.parse(proposed.json());
    const phone = (time: number) => new TOTP({ secret }).generate({ timestamp: time });
    const code = phone(Date.now());
    expect((await one.product.post('/api/profile/second-factor/confirmation', { code })).status).toBe(201);

    const other = new OidcBrowser(server.url);
    expect(await other.signIn('halyna', { returnPath: '/profile' })).toBe('/sign-in');
    expect(await other.outcome()).toEqual({ kind: 'code', returnPath: '/profile' });
    expect((await readSession(other)).actor).toBeNull();
    const wrong = await other.product.post('/api/oidc/code', { code: 'abc' });
    expect(wrong.problem().code).toBe('factor.wrong-code');
    const stranger = new ApiClient(server.url);
    const next = phone(Date.now() + 30_000);
    expect((await stranger.post('/api/oidc/code', { code: next })).problem().code).toBe('oidc.flow-gone');
    expect((await other.product.post('/api/oidc/code', { code: next })).status).toBe(201);
    expect((await readSession(other)).actor?.name).toBe('halyna');

    provider.twist = ({ header, claims }) => ({ header, claims: { ...claims, amr: ['pwd', 'mfa'] } });
    expect(await new OidcBrowser(server.url).signIn('halyna')).toBe('/');
  });

  test('ACC-122 who has no password says that it is them by a sign-in of the last ten minutes', async () => {
    const one = meet('yaryna', 'org-first');
    await one.signIn('yaryna');
    offMs = 11 * 60_000;
    const late = await one.product.post('/api/profile/second-factor', { password: 'що завгодно' });
    offMs = 0;
    expect(late.problem().code).toBe('session.not-fresh');
    const unlinked = await one.product.delete('/api/profile/identity');
    expect(unlinked.problem().code).toBe('oidc.only-way');
  });

  test('ACC-121 what the provider has asked for is what is required here', async () => {
    const oidc = buildOidcConfig(provider.issuer, { rights: rules });
    const strict = await startTestServer({ oidc, requireSecondFactor: true });
    try {
      await createStrictAdministrator(strict);
      provider.register(strict.url);
      provider.people.set('boss', { preferred_username: 'boss', groups: ['admins'] });
      const weak = new OidcBrowser(strict.url);
      await weak.signIn('boss');
      expect(await readSession(weak)).toMatchObject({ secondFactorNeeded: true });
      expect((await weak.product.get('/api/users')).problem().code).toBe('session.factor-required');
      provider.twist = ({ header, claims }) => ({ header, claims: { ...claims, acr: 'mfa' } });
      const strong = new OidcBrowser(strict.url);
      await strong.signIn('boss');
      expect(await readSession(strong)).toMatchObject({ secondFactorNeeded: false });
      expect((await strong.product.get('/api/users')).status).toBe(200);
    } finally {
      await strict.stop();
      provider.register(server.url);
    }
  });

  async function createStrictAdministrator({ url }: TestServer): Promise<void> {
    const account = { name: 'Адміністраторка', login: 'administrator', password, loadExample: false };
    expect((await new OidcBrowser(url).product.post('/api/oidc/start', {})).problem().code).toBe('oidc.off');
    expect((await new ApiClient(url).post('/api/setup', account)).status).toBe(201);
  }
});

describe('the session of who came by a provider', () => {
  test('ACC-123 it is the product’s own; signing out ends it and leads to where the provider’s ends', async () => {
    const one = meet('danylo', 'org-first');
    await one.signIn('danylo');
    const left = SignOutAnswer.parse((await one.product.delete('/api/session')).json());
    const address = new URL(must(left.continueAt, 'an address'));
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/sign-in`);
    expect(address.searchParams.get('client_id')).toBe('zvit');
    expect((await fetch(address)).status).toBe(200);
    expect((await readSession(one)).actor).toBeNull();
    const local = new ApiClient(server.url);
    await local.signIn('viewer', password);
    expect((await local.delete('/api/session')).json()).toEqual({ continueAt: null });
  });
});
