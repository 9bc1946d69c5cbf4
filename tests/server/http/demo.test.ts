import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#shared/api/contract.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

describe('the demonstration', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ demo: true });
  });
  afterAll(() => server.stop());

  test('ACC-52 lists its accounts and lets anybody into each by one click', async () => {
    const visitor = new ApiClient(server.url);
    const { demoAccounts, setupNeeded } = (await visitor.get('/api/session')).json() as SessionAnswer;
    expect(setupNeeded).toBe(false);
    expect(new Set(demoAccounts?.map(({ role }) => role))).toEqual(
      new Set(['coordinator', 'editor', 'viewer']),
    );
    for (const { login, name, role } of demoAccounts ?? []) {
      const response = await visitor.post('/api/demo/session', { login });
      expect(response.status).toBe(201);
      const { actor } = response.json() as SessionAnswer;
      expect(actor).toMatchObject({ name, isAdministrator: false });
      expect(new Set(actor?.memberships.map((membership) => membership.role))).toEqual(new Set([role]));
      expect((await visitor.get('/api/reports')).json()).toMatchObject({
        reports: [{ report: { isExample: true } }],
      });
    }
  });

  test('ACC-52 lets nobody in under another name or by a password', async () => {
    const visitor = new ApiClient(server.url);
    expect((await visitor.post('/api/demo/session', { login: 'administrator' })).problem().code).toBe(
      'user.unknown',
    );
    expect((await visitor.post('/api/session', { login: 'coordinator', password })).problem().code).toBe(
      'session.wrong-credentials',
    );
    const setup = { name: 'Хтось', login: 'someone', password, loadExample: false };
    expect((await visitor.post('/api/setup', setup)).problem().code).toBe('setup.done');
  });

  test('ACC-52 leaves the configured database alone', () => {
    expect(existsSync(`${server.config.dataDir}/zvit.sqlite`)).toBe(false);
  });
});
