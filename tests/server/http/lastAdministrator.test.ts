import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

test('ACC-129 of administrators who dismiss themselves or each other at the same instant, in several sessions, one stays', async () => {
  const town = await createPeople(server.url, server.storage);
  const { administrator } = town.people;
  const other = { name: 'Друга', login: 'second-administrator', password, isAdministrator: true };
  expect((await administrator.post('/api/users', { ...other, memberships: [] })).status).toBe(201);
  const second = new ApiClient(administrator.url);
  await second.signIn(other.login, password);
  const sameAgain = new ApiClient(administrator.url);
  await sameAgain.signIn('administrator', password);
  const read = async () => (await server.storage.users.list()).filter((user) => user.isAdministrator);
  const [one, two] = await read();
  const answers = await Promise.all([
    administrator.patch(`/api/users/${one?.id}`, { isAdministrator: false }),
    sameAgain.patch(`/api/users/${two?.id}`, { isDisabled: true }),
    second.patch(`/api/users/${one?.id}`, { isDisabled: true }),
    second.patch(`/api/users/${two?.id}`, { isAdministrator: false }),
  ]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    const codes = ['user.last-administrator', 'access.administrator-only', 'session.required'];
    expect(codes).toContain(answer.problem().code);
  }
  const left = (await read()).filter((user) => !user.isDisabled);
  expect(left).toHaveLength(1);
});
