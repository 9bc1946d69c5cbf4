import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClaimRules } from '#server/config/ClaimRule.ts';
import { SessionAnswer, UserList } from '#shared/api/contract.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { buildOidcConfig } from '#tests/support/oidc/buildOidcConfig.ts';
import { OidcBrowser } from '#tests/support/oidc/OidcBrowser.ts';
import { startOidcProvider, type TestProvider } from '#tests/support/oidc/startOidcProvider.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const hour = 3_600_000;
const rules = ClaimRules.parse([
  { claim: 'groups', value: 'zvit-admins', role: 'administrator' },
  { claim: 'groups', value: 'zvit-coordinators', role: 'coordinator' },
  { claim: 'groups', value: 'zvit-org-*', role: 'editor', organisation: '*' },
]);

let provider: TestProvider;
let server: TestServer;
let town: Town;
let offMs = 0;

beforeAll(async () => {
  provider = await startOidcProvider();
  const oidc = buildOidcConfig(provider.issuer, { rights: rules });
  server = await startTestServer({ oidc }, { now: () => Date.now() + offMs });
  town = await createPeople(server.url, server.storage);
  provider.register(server.url);
  provider.people.set('olena', {
    name: 'Олена Бондар',
    preferred_username: 'o.bondar',
    email: 'o.bondar@city.example',
    groups: ['zvit-org-first'],
  });
});
beforeEach(() => {
  offMs = 0;
  provider.twist = null;
  provider.hasOtherKey = false;
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const browser = () => new OidcBrowser(server.url);
async function readActor(one: OidcBrowser) {
  return SessionAnswer.parse((await one.product.get('/api/session')).json()).actor;
}
async function readUsers() {
  return UserList.parse((await town.people.administrator.get('/api/users')).json()).users;
}
/** Nobody was let in, the page that follows says why, once, and a password works as ever. */
async function expectRefusal(one: OidcBrowser, page: string, code: string) {
  expect(page).toBe('/sign-in');
  const outcome = await one.outcome();
  expect(outcome).toMatchObject({ kind: 'failed', code });
  expect(await one.outcome()).toEqual({ kind: 'none' });
  expect(await readActor(one)).toBeNull();
  return outcome.kind === 'failed' ? outcome.parameters : {};
}

describe('signing in by a provider', () => {
  test('ACC-109 ACC-116 one comes back with an account, its rights, and a session of the product’s own', async () => {
    const one = browser();
    const address = await one.start({ returnPath: '/reports/x/activities?view=1' });
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(await one.comeBack(await one.consent(address, 'olena'))).toBe('/reports/x/activities?view=1');
    expect(one.product.cookie).toMatch(/^zvit_session=[\w-]{43}$/);
    expect(one.product.handleCookie).toBeNull();
    const { reportId, organisationId } = town;
    expect(await readActor(one)).toMatchObject({
      name: 'Олена Бондар',
      isAdministrator: false,
      memberships: [{ reportId, role: 'editor', organisationId }],
    });
    const user = (await readUsers()).find(({ login }) => login === 'o.bondar');
    expect(user).toMatchObject({
      hasPassword: false,
      identity: { label: 'o.bondar@city.example', subject: 'olena' },
      claimed: { isAdministrator: false, memberships: [{ role: 'editor' }] },
    });
    // The second time it is the same account.
    const again = browser();
    await again.signIn('olena');
    expect((await readActor(again))?.userId).toBe(user?.id);
    expect((await readUsers()).filter(({ login }) => login.includes('bondar'))).toHaveLength(1);
  });

  test('ACC-109 of two who come back with the same answer, or later, one is let in', async () => {
    const one = browser();
    const back = await one.consent(await one.start(), 'olena');
    const copy = new OidcBrowser(server.url);
    copy.product.handleCookie = one.product.handleCookie;
    const pages = await Promise.all([one.comeBack(back), copy.comeBack(back)]);
    expect(pages.sort()).toEqual(['/', '/sign-in']);
    const later = browser();
    await expectRefusal(later, await later.comeBack(back), 'oidc.flow-gone');
  });

  test('ACC-109 another state, another browser, and none begun at all let nobody in', async () => {
    const one = browser();
    const back = await one.consent(await one.start(), 'olena');
    const other = browser();
    await other.start();
    await expectRefusal(other, await other.comeBack(back), 'oidc.flow-gone');
    const forged = new URL(back);
    forged.searchParams.set('state', 'made-up');
    const victim = browser();
    await victim.start();
    await expectRefusal(victim, await victim.comeBack(forged.href), 'oidc.flow-gone');
    const bare = browser();
    await expectRefusal(
      bare,
      await bare.comeBack(`${server.url}/api/oidc/callback?code=x`),
      'oidc.flow-gone',
    );
    offMs = hour;
    await expectRefusal(one, await one.comeBack(back), 'oidc.flow-gone');
  });

  test('ACC-109 a page of another site cannot begin it, and a code that was used is refused by the provider', async () => {
    const foreign = { headers: { origin: 'https://evil.example' } };
    expect((await browser().product.post('/api/oidc/start', {}, foreign)).problem().code).toBe(
      'request.origin',
    );
    const one = browser();
    const back = await one.consent(await one.start(), 'olena');
    const code = String(new URL(back).searchParams.get('code'));
    await one.comeBack(back);
    const thief = browser();
    const state = String(new URL(await thief.start()).searchParams.get('state'));
    const stolen = `${server.url}/api/oidc/callback?${new URLSearchParams({ code, state, iss: provider.issuer })}`;
    await expectRefusal(thief, await thief.comeBack(stolen), 'oidc.code-used');
  });

  test('ACC-120 the way back leads to a path of ours, whoever asks for another', async () => {
    for (const returnPath of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      'x',
    ]) {
      const refused = await browser().product.post('/api/oidc/start', { returnPath });
      expect(refused.problem().code, returnPath).toBe('request.invalid');
    }
    const one = browser();
    const back = new URL(await one.consent(await one.start(), 'olena'));
    for (const name of ['returnPath', 'redirect_uri', 'next'])
      back.searchParams.set(name, 'https://evil.example/');
    expect(await one.comeBack(back.href)).toBe('/');
  });

  test('ACC-109 who cancels there is told so, in the words of the catalogue alone', async () => {
    const one = browser();
    const state = String(new URL(await one.start()).searchParams.get('state'));
    const query = new URLSearchParams({ state, iss: provider.issuer, error: 'access_denied' });
    query.set('error_description', 'Подзвоніть 0 800 000 000');
    const page = await one.comeBack(`${server.url}/api/oidc/callback?${query}`);
    expect(await expectRefusal(one, page, 'oidc.denied')).toEqual({ reason: 'access_denied' });
  });
});

describe('a provider that is not to be trusted', () => {
  const lies = {
    aud: (claims: object) => ({ ...claims, aud: 'somebody-else' }),
    iss: (claims: object) => ({ ...claims, iss: 'https://evil.example' }),
    nonce: (claims: object) => ({ ...claims, nonce: 'of another sign-in' }),
    azp: (claims: object) => ({ ...claims, aud: ['zvit', 'other'], azp: 'other' }),
    exp: (claims: object) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 120 }),
  };
  test.each(Object.entries(lies))('ACC-110 a token with another %s lets nobody in', async (claim, lie) => {
    const before = await readUsers();
    provider.twist = ({ header, claims }) => ({ header, claims: { ...claims, ...lie(claims) } });
    const one = browser();
    const parameters = await expectRefusal(one, await one.signIn('olena'), 'oidc.untrusted');
    expect(parameters.detail).toBe(claim);
    expect(await readUsers()).toEqual(before);
    provider.twist = null;
    expect(await browser().signIn('olena')).toBe('/');
  });

  test('ACC-110 so does one that is signed by another key, or by none', async () => {
    provider.hasOtherKey = true;
    const one = browser();
    await expectRefusal(one, await one.signIn('olena'), 'oidc.untrusted');
    provider.hasOtherKey = false;
    provider.twist = ({ claims }) => ({ header: { alg: 'none' }, claims });
    const other = browser();
    await expectRefusal(other, await other.signIn('olena'), 'oidc.untrusted');
  });

  test.each([hour, -hour, 90 * 60_000])(
    'ACC-111 a clock that is %i ms off is told with its minutes',
    async (off) => {
      offMs = off;
      const one = browser();
      const { minutes } = await expectRefusal(one, await one.signIn('olena'), 'oidc.clock');
      expect(minutes).toBe(Math.abs(off) / 60_000);
      offMs = 60_000;
      expect(await browser().signIn('olena')).toBe('/');
    },
  );

  test('ACC-111 so is a token of long ago', async () => {
    provider.twist = ({ header, claims }) => ({
      header,
      claims: { ...claims, iat: claims.iat - 7_200, exp: claims.iat - 3_600 },
    });
    const one = browser();
    expect(await expectRefusal(one, await one.signIn('olena'), 'oidc.clock')).toEqual({ minutes: 120 });
  });
});

describe('a provider that is down', () => {
  test('ACC-112 the server starts without it, says so, and finds it when it is there', async () => {
    await provider.down();
    const restarted = await server.restart();
    server = restarted;
    provider.register(server.url);
    const one = browser();
    expect((await one.product.post('/api/oidc/start', {})).problem()).toMatchObject({
      code: 'oidc.unavailable',
      status: 503,
    });
    await one.product.signIn('editor', 'довгий пароль 1');
    await provider.up();
    await vi.waitFor(async () => expect(await browser().signIn('olena')).toBe('/'), { timeout: 10_000 });
  });

  test('ACC-112 one that goes away in the middle is told on the page that follows', async () => {
    const one = browser();
    const back = await one.consent(await one.start(), 'olena');
    await provider.down();
    await expectRefusal(one, await one.comeBack(back), 'oidc.unavailable');
    // Who begins while it is away is told before they have gone.
    expect((await browser().product.post('/api/oidc/start', {})).problem().code).toBe('oidc.unavailable');
    await provider.up();
    expect(await browser().signIn('olena')).toBe('/');
  });
});
