import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionList } from '#shared/api/contract.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const dayMs = 86_400_000;
let clock = Date.now();
let server: TestServer;
let town: Town;

beforeAll(async () => {
  server = await startTestServer({ sessionDays: 2 }, { now: () => clock });
  town = await createPeople(server.url, server.storage);
});
afterAll(() => server.stop());

async function signIn(login = 'viewer'): Promise<ApiClient> {
  const person = new ApiClient(server.url);
  await person.signIn(login, password);
  return person;
}
const isSignedIn = async (person: ApiClient) => (await person.get('/api/profile/sessions')).status === 200;
const readSessions = async (person: ApiClient) =>
  ((await person.get('/api/profile/sessions')).json() as SessionList).sessions;

describe('a session', () => {
  test.each([
    ['a made-up secret', `zvit_session=${'A'.repeat(43)}`],
    ['an empty secret', 'zvit_session='],
    ['something else', 'zvit_session=../../etc/passwd; other=1'],
    ['no cookie at all', ''],
    ['a broken header', ';;;=;=x'],
  ])('ACC-45 %s is nobody', async (_what, cookie) => {
    const forger = new ApiClient(server.url);
    const response = await forger.get('/api/reports', { headers: { cookie } });
    expect(response.status).toBe(401);
    expect(response.problem().code).toBe('session.required');
    expect((await forger.get('/api/session', { headers: { cookie } })).json()).toMatchObject({ actor: null });
  });

  test('ACC-45 a secret changed by one letter is nobody', async () => {
    const person = await signIn();
    const cookie = person.cookie ?? '';
    person.cookie = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A');
    expect(await isSignedIn(person)).toBe(false);
  });

  test('ACC-44 lives as long as it is used, and not beyond three times its idle time', async () => {
    const person = await signIn();
    const start = clock;
    for (let day = 1; day <= 5; day++) {
      clock = start + day * dayMs;
      expect(await isSignedIn(person), `day ${day}`).toBe(true);
    }
    clock = start + 6 * dayMs;
    const response = await person.get('/api/reports');
    expect(response.problem()).toMatchObject({ code: 'session.required' });
    expect(response.problem().title).toContain('Увійдіть знову');
  });

  test('ACC-44 ends when it is not used for SESSION_DAYS', async () => {
    const person = await signIn();
    clock += 2 * dayMs - 60_000;
    expect(await isSignedIn(person)).toBe(true);
    clock += 2 * dayMs + 60_000;
    expect(await isSignedIn(person)).toBe(false);
  });

  test('ACC-44 outlives a restart of the server', async () => {
    const own = await startTestServer();
    const { people } = await createPeople(own.url, own.storage);
    const restarted = await own.restart();
    try {
      const viewer = new ApiClient(restarted.url);
      viewer.cookie = people.viewer.cookie;
      expect(await isSignedIn(viewer)).toBe(true);
    } finally {
      await restarted.stop();
    }
  });

  test('ACC-44 signing out ends this session for good and no other', async () => {
    const person = await signIn();
    const otherBrowser = await signIn();
    const stolen = person.copy();
    const response = await person.delete('/api/session');
    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ continueAt: null });
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await isSignedIn(stolen)).toBe(false);
    expect(await isSignedIn(otherBrowser)).toBe(true);
  });

  test('ACC-44 a changed password ends the other sessions; the old password no longer works', async () => {
    const person = await signIn('editor');
    const other = await signIn('editor');
    const next = 'зовсім інший пароль';
    const response = await person.post('/api/profile/password', { current: password, next });
    expect(response.status).toBe(204);
    expect(await isSignedIn(person)).toBe(true);
    expect(await isSignedIn(other)).toBe(false);
    await expect(signIn('editor')).rejects.toThrow('session.wrong-credentials');
    await new ApiClient(server.url).signIn('editor', next);
  });

  test('ACC-44 one’s own sessions are listed and can be ended one by one, nobody else’s', async () => {
    const person = await signIn('coordinator');
    const other = await signIn('coordinator');
    const sessions = await readSessions(person);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const otherId = (await readSessions(other)).find(({ isCurrent }) => isCurrent)?.id ?? '';
    expect(sessions.map(({ id }) => id)).toContain(otherId);

    const viewer = await signIn('viewer');
    expect((await viewer.delete(`/api/profile/sessions/${otherId}`)).problem().code).toBe('session.unknown');
    expect(await isSignedIn(other)).toBe(true);
    expect((await person.delete(`/api/profile/sessions/${otherId}`)).status).toBe(204);
    expect(await isSignedIn(other)).toBe(false);
  });

  test('ACC-49 disabling an account ends its sessions and tokens at once, and enabling brings none back', async () => {
    const administrator = await signIn('administrator');
    const body = { name: 'Тимчасово', login: 'temporary', password, isAdministrator: false, memberships: [] };
    const { id } = (await administrator.post('/api/users', body)).json() as { id: string };
    const person = await signIn('temporary');
    const script = new ApiClient(server.url);
    script.token = (
      (await person.post('/api/profile/tokens', { name: 'x' })).json() as { token: string }
    ).token;
    expect((await script.get('/api/reports')).status).toBe(200);

    await administrator.patch(`/api/users/${id}`, { isDisabled: true });
    expect((await person.get('/api/reports')).problem().code).toBe('session.required');
    expect((await script.get('/api/reports')).problem().code).toBe('token.invalid');

    await administrator.patch(`/api/users/${id}`, { isDisabled: false });
    expect((await person.get('/api/reports')).status).toBe(401);
    expect((await script.get('/api/reports')).status).toBe(401);
    await signIn('temporary');
  });

  test('ACC-49 a membership taken away closes the report at once', async () => {
    const administrator = await signIn('administrator');
    const address = `/api/reports/${town.reportId}`;
    const coordinator = await signIn('coordinator');
    expect((await coordinator.get(address)).status).toBe(200);
    const users = (await administrator.get('/api/users')).json() as {
      users: { id: string; login: string }[];
    };
    const id = users.users.find(({ login }) => login === 'coordinator')?.id ?? '';
    await administrator.patch(`/api/users/${id}`, { memberships: [] });
    expect((await coordinator.get(address)).problem().code).toBe('access.report');
    expect((await coordinator.get('/api/reports')).json()).toEqual({ reports: [] });
  });
});
