import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserInfo, UserList } from '#shared/api/contract.ts';
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

const create = (login: string, more: object = {}) =>
  town.people.administrator.post('/api/users', {
    name: 'Нова людина',
    login,
    password,
    isAdministrator: false,
    memberships: [],
    ...more,
  });
const readUsers = async () => ((await town.people.administrator.get('/api/users')).json() as UserList).users;

describe('administering accounts', () => {
  test('ACC-50 creates, changes and lists accounts, and shows no hash of a password', async () => {
    const membership = { reportId: town.reportId, role: 'editor', organisationId: town.organisationId };
    const response = await create('newcomer', { memberships: [membership] });
    expect(response.status).toBe(201);
    const user = response.json() as UserInfo;
    expect(user).toEqual({
      id: user.id,
      name: 'Нова людина',
      login: 'newcomer',
      isAdministrator: false,
      isDisabled: false,
      memberships: [membership],
      hasPassword: true,
      hasSecondFactor: false,
      identity: null,
      claimed: null,
      link: null,
      lastSeenAt: null,
    });
    const changed = await town.people.administrator.patch(`/api/users/${user.id}`, { name: 'Інше ім’я' });
    expect(changed.json()).toEqual({ ...user, name: 'Інше ім’я' });
    expect(await readUsers()).toContainEqual({ ...user, name: 'Інше ім’я' });
    expect((await town.people.administrator.get('/api/users')).text).not.toMatch(/argon2|hash/i);
  });

  test('ACC-50 a password set by the administrator ends the sessions and replaces the old one', async () => {
    const { id } = (await create('forgot')).json() as UserInfo;
    const person = new ApiClient(server.url);
    await person.signIn('forgot', password);
    await town.people.administrator.patch(`/api/users/${id}`, { password: 'пароль від адміністратора' });
    expect((await person.get('/api/reports')).status).toBe(401);
    await expect(person.signIn('forgot', password)).rejects.toThrow('session.wrong-credentials');
    await person.signIn('forgot', 'пароль від адміністратора');
  });

  test('ACC-50 a login is taken once, however it is written', async () => {
    await create('twice');
    const refused = await create('TWICE');
    expect(refused.status).toBe(409);
    expect(refused.problem().code).toBe('user.login-taken');
  });

  test('ACC-50 the last administrator can neither be disabled nor demoted', async () => {
    const administrator = (await readUsers()).find(({ isAdministrator }) => isAdministrator);
    const address = `/api/users/${administrator?.id}`;
    for (const change of [{ isDisabled: true }, { isAdministrator: false }]) {
      const refused = await town.people.administrator.patch(address, change);
      expect(refused.status).toBe(409);
      expect(refused.problem().code).toBe('user.last-administrator');
    }
    expect((await town.people.administrator.get('/api/users')).status).toBe(200);
  });

  test.each([
    ['an unknown report', () => [{ reportId: 'nowhere', role: 'viewer' }]],
    [
      'an unknown organisation',
      () => [{ reportId: town.reportId, role: 'editor', organisationId: 'nobody' }],
    ],
    [
      'an organisation of another report',
      () => [{ reportId: town.otherReportId, role: 'editor', organisationId: town.organisationId }],
    ],
    [
      'the same twice',
      () => [
        { reportId: town.reportId, role: 'viewer' },
        { reportId: town.reportId, role: 'viewer' },
      ],
    ],
  ])('ACC-50 a membership of %s is refused and changes nothing', async (_what, memberships) => {
    const before = await readUsers();
    const viewer = before.find(({ login }) => login === 'viewer');
    const refused = await town.people.administrator.patch(`/api/users/${viewer?.id}`, {
      memberships: memberships(),
    });
    expect(refused.status).toBe(422);
    expect(refused.problem().code).toBe('user.membership-invalid');
    expect((await create('never', { memberships: memberships() })).status).toBe(422);
    expect(await readUsers()).toEqual(before);
  });

  test('ACC-50 an editor without an organisation is refused', async () => {
    const response = await create('vague', { memberships: [{ reportId: town.reportId, role: 'editor' }] });
    expect(response.problem()).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'memberships.0.organisationId' }],
    });
  });
});
