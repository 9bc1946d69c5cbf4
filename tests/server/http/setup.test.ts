import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportList, SessionAnswer, TotalsAnswer, UserList } from '#shared/api/contract.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const account = { name: 'Адміністрування', login: 'Administrator', password };
const setUp = (person: ApiClient, loadExample: boolean) =>
  person.post('/api/setup', { ...account, loadExample });

describe('the first visit', () => {
  test('ACC-51 creates an administrator, signs in, and is over then', async () => {
    const person = new ApiClient(server.url);
    expect((await person.get('/api/session')).json()).toEqual({
      actor: null,
      setupNeeded: true,
      provider: null,
      secondFactorNeeded: false,
      demoAccounts: null,
    });
    const response = await setUp(person, false);
    expect(response.status).toBe(201);
    expect(response.json()).toMatchObject({
      actor: { isAdministrator: true, memberships: [] },
      setupNeeded: false,
    });
    expect((await person.get('/api/reports')).json()).toEqual({ reports: [] });

    const second = await setUp(new ApiClient(server.url), false);
    expect(second.status).toBe(409);
    expect(second.problem().code).toBe('setup.done');
    expect((await new ApiClient(server.url).get('/api/session')).json()).toMatchObject({
      setupNeeded: false,
    });
  });

  test('ACC-51 of two people at once exactly one becomes the administrator', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        new ApiClient(server.url).post('/api/setup', {
          ...account,
          login: `administrator${index}`,
          loadExample: false,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await server.storage.users.count()).toBe(1);
  });

  test('ACC-51 can load the example, whose coordinator the administrator then is; loading again changes nothing', async () => {
    const person = new ApiClient(server.url);
    const session = (await setUp(person, true)).json() as SessionAnswer;
    const { reports } = (await person.get('/api/reports')).json() as ReportList;
    expect(reports).toHaveLength(1);
    const reportId = reports[0]?.report.id;
    expect(reports[0]?.report.isExample).toBe(true);
    expect(session.actor?.memberships).toEqual([{ reportId, role: 'coordinator' }]);
    const readTotals = async () =>
      (await person.get(`/api/reports/${reportId}/totals`)).json() as TotalsAnswer;
    const totals = await readTotals();
    expect(totals.grand.actualMinor).toBe('43760356');

    const again = await person.post('/api/example');
    expect(again.json()).toEqual({ reportId });
    expect(await readTotals()).toEqual(totals);
    const { users } = (await person.get('/api/users')).json() as UserList;
    expect(users[0]?.memberships).toHaveLength(1);
  });

  test.each([
    ['a short password', { ...account, password: 'закороткий'.slice(0, 9), loadExample: false }, 'password'],
    ['no login', { ...account, login: '  ', loadExample: false }, 'login'],
    ['a wrong type', { ...account, loadExample: 'yes' }, 'loadExample'],
    ['nothing', {}, 'name'],
  ])('ACC-53 %s is refused by name and creates nobody', async (_what, body, field) => {
    const response = await new ApiClient(server.url).post('/api/setup', body);
    expect(response.status).toBe(400);
    expect(response.problem().code).toBe('request.invalid');
    expect(response.problem().errors?.map(({ path }) => path)).toContain(field);
    expect(await server.storage.users.count()).toBe(0);
  });
});
