import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterAll(() => server.stop());

const client = () => new ApiClient(server.url);
const attempt = (login: string, text: string) => client().post('/api/session', { login, password: text });

async function createAccount(login: string): Promise<string> {
  const body = { name: login, login, password, isAdministrator: false, memberships: [] };
  const response = await town.people.administrator.post('/api/users', body);
  return (response.json() as { id: string }).id;
}

describe('signing in', () => {
  test('ACC-41 a wrong password and an unknown login get the same answer', async () => {
    const wrongPassword = await attempt('viewer', 'не той пароль');
    const unknownLogin = await attempt('nobody-at-all', 'не той пароль');
    const withoutId = ({ problem, status }: typeof wrongPassword) => ({
      ...problem(),
      requestId: '',
      status,
    });
    expect(withoutId(wrongPassword)).toEqual(withoutId(unknownLogin));
    expect(wrongPassword.status).toBe(401);
    expect(wrongPassword.problem().code).toBe('session.wrong-credentials');
    expect(wrongPassword.problem().title).toBe(
      'Ім’я для входу або пароль не підходить. Перевірте розкладку та Caps Lock.',
    );
    expect(wrongPassword.headers.get('set-cookie')).toBeNull();
  });

  test('ACC-41 the login is taken however it is written', async () => {
    const response = await attempt('  VIEWER ', password);
    expect(response.status).toBe(201);
  });

  test('ACC-42 after five failures the login is closed, also for the right password, and says for how long', async () => {
    await createAccount('locked');
    for (let count = 0; count < 5; count++) {
      expect((await attempt('locked', 'не той пароль')).problem().code).toBe('session.wrong-credentials');
    }
    const refused = await attempt('locked', password);
    expect(refused.status).toBe(429);
    expect(refused.problem()).toMatchObject({ code: 'session.locked', parameters: { minutes: 15 } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.problem().title).toContain('15 хв');
    expect((await attempt('viewer', password)).status, 'others are let in').toBe(201);
  });

  test('ACC-42 guesses sent at once are counted before any is looked at', async () => {
    await createAccount('guessed');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => attempt('guessed', `guess number ${index}`)),
    );
    const codes = answers.map((answer) => answer.problem().code);
    expect(codes.filter((code) => code === 'session.wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'session.locked')).toHaveLength(15);
  });

  test('ACC-42 a right password forgets the failures before it', async () => {
    await createAccount('forgetful');
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) await attempt('forgetful', 'не той пароль');
      expect((await attempt('forgetful', password)).status).toBe(201);
    }
  });

  test('ACC-42 guessing the current password in the profile is counted too', async () => {
    await createAccount('robbed');
    const thief = client();
    await thief.signIn('robbed', password);
    const guess = () =>
      thief.post('/api/profile/password', { current: 'не той пароль', next: 'another password' });
    for (let count = 0; count < 5; count++)
      expect((await guess()).problem().code).toBe('password.wrong-current');
    expect((await guess()).problem().code).toBe('session.locked');
  });

  test('ACC-49 a disabled account is told so, to who has its password only', async () => {
    const id = await createAccount('retired');
    await town.people.administrator.patch(`/api/users/${id}`, { isDisabled: true });
    expect((await attempt('retired', 'не той пароль')).problem().code).toBe('session.wrong-credentials');
    const refused = await attempt('retired', password);
    expect(refused.status).toBe(403);
    expect(refused.problem().code).toBe('session.disabled');
  });

  test('ACC-44 each signing in makes a new session and ends the one it came with', async () => {
    const person = client();
    await person.signIn('editor', password);
    const before = person.copy();
    await person.signIn('editor', password);
    expect(person.cookie).not.toBe(before.cookie);
    expect((await person.get('/api/profile/sessions')).status).toBe(200);
    expect((await before.get('/api/profile/sessions')).problem().code).toBe('session.required');
  });

  test('ACC-46 the cookie cannot be read by scripts nor sent from other sites', async () => {
    const response = await attempt('viewer', password);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^zvit_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('ACC-43 neither passwords nor session secrets nor tokens stand in the database', async () => {
    const person = client();
    await person.signIn('viewer', password);
    const { token } = (await person.post('/api/profile/tokens', { name: 'Скрипт' })).json() as {
      token: string;
    };
    const secret = person.cookie?.split('=')[1] ?? '';
    expect(secret).toHaveLength(43);
    const files = (await readdir(server.config.dataDir)).filter((name) => name.startsWith('zvit.sqlite'));
    const stored = Buffer.concat(
      await Promise.all(files.map((name) => readFile(join(server.config.dataDir, name)))),
    );
    expect(stored.includes('argon2id')).toBe(true);
    for (const text of [password, secret, token, token.slice('zvit_'.length)])
      expect(stored.includes(text)).toBe(false);
  });
});

test('ACC-46 behind TLS the cookie is Secure, has the __Host- prefix, and the plain one is not taken', async () => {
  const secure = await startTestServer({ publicOrigins: ['https://zvit.example'] });
  try {
    const person = new ApiClient(secure.url);
    const headers = { origin: 'https://zvit.example' };
    const body = { name: 'Адміністрування', login: 'administrator', password, loadExample: false };
    const response = await person.post('/api/setup', body, { headers });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-zvit_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(response.headers.get('strict-transport-security')).toContain('max-age');
    expect((await person.get('/api/profile/sessions')).status).toBe(200);
    person.cookie = person.cookie?.replace('__Host-', '') ?? null;
    expect((await person.get('/api/profile/sessions')).status).toBe(401);
  } finally {
    await secure.stop();
  }
});
