import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TokenAnswer, TokenList } from '#shared/api/contract.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterAll(() => server.stop());

async function makeToken(person: ApiClient): Promise<{ script: ApiClient; answer: TokenAnswer }> {
  const answer = (await person.post('/api/profile/tokens', { name: 'Скрипт' })).json() as TokenAnswer;
  const script = new ApiClient(server.url);
  script.token = answer.token;
  return { script, answer };
}

describe('an API token', () => {
  test('ACC-48 is 256 random bits behind a prefix and is shown once', async () => {
    const { viewer } = town.people;
    const { answer } = await makeToken(viewer);
    expect(answer.token).toMatch(/^zvit_[0-9A-Za-z]{43}$/);
    const list = await viewer.get('/api/profile/tokens');
    expect(list.text).toContain(answer.info.id);
    expect(list.text).not.toContain(answer.token);
  });

  test('ACC-48 has its user’s rights, no more, and needs no origin', async () => {
    const { script } = await makeToken(town.people.editor);
    expect((await script.get(`/api/reports/${town.reportId}/totals`)).status).toBe(200);
    expect((await script.get(`/api/reports/${town.otherReportId}`)).problem().code).toBe('access.report');
    expect((await script.get('/api/users')).problem().code).toBe('access.administrator-only');
    expect((await script.post('/api/profile/tokens', { name: 'Ще один' })).status).toBe(201);
  });

  test('ACC-48 that is no good is refused, also beside a good cookie', async () => {
    const person = town.people.viewer.copy();
    for (const authorization of [
      `Bearer zvit_${'A'.repeat(43)}`,
      'Bearer',
      'Basic dmlld2VyOng=',
      'Bearer x y',
    ]) {
      const response = await person.get('/api/session', { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.problem().code).toBe('token.invalid');
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test('ACC-48 is revoked at once, by its owner only', async () => {
    const { editor, coordinator } = town.people;
    const { script, answer } = await makeToken(editor);
    const address = `/api/profile/tokens/${answer.info.id}`;
    expect((await coordinator.delete(address)).problem().code).toBe('token.unknown');
    expect((await script.get('/api/reports')).status).toBe(200);
    expect((await editor.delete(address)).status).toBe(204);
    expect((await script.get('/api/reports')).problem().code).toBe('token.invalid');
    expect((await editor.delete(address)).problem().code).toBe('token.unknown');
  });

  test('ACC-48 says when it was last used', async () => {
    const { coordinator } = town.people;
    const { script, answer } = await makeToken(coordinator);
    expect(answer.info.lastUsedAt).toBeNull();
    await script.get('/api/session');
    const { tokens } = (await coordinator.get('/api/profile/tokens')).json() as TokenList;
    expect(tokens.find(({ id }) => id === answer.info.id)?.lastUsedAt).not.toBeNull();
  });
});
