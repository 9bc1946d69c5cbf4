import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '#server/log/createLogger.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let lines: string[] = [];

beforeAll(async () => {
  const log = createLogger('trace', { write: (line: string) => void lines.push(line) });
  server = await startTestServer({}, { log });
  town = await createPeople(server.url, server.storage);
});
afterAll(() => server.stop());

describe('a refusal', () => {
  test('ACC-53 is a problem document with a stable code in the language of the request', async () => {
    const ask = (language: string) =>
      town.people.anonymous.get('/api/reports', { headers: { 'accept-language': language } });
    const ukrainian = await ask('');
    expect(ukrainian.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(ukrainian.problem()).toMatchObject({
      type: 'urn:zvit:problem:session.required',
      status: 401,
      code: 'session.required',
      title: 'Сеанс завершено. Незбережене лишилося в цьому браузері. Увійдіть знову.',
    });
    expect(ukrainian.problem().requestId).toBe(ukrainian.headers.get('x-request-id'));
    expect((await ask('en-GB,en;q=0.9')).problem().title).toMatch(/^Your session has ended/);
    expect((await ask('uk,en;q=0.5')).problem().title).toMatch(/^Сеанс завершено/);
    expect((await ask('de')).problem().title).toMatch(/^Сеанс завершено/);
  });

  test.each([
    ['an unknown address', 'GET', '/api/nothing', 404, 'route.unknown'],
    ['an unknown method', 'PUT', '/api/users', 404, 'route.unknown'],
    ['writing rows of a sheet over HTTP', 'POST', '/api/reports/r/sheets/o/rows', 404, 'route.unknown'],
    ['an unknown file format', 'GET', '/api/reports/r/export.odt', 404, 'export.unknown-format'],
    ['an id that is none', 'GET', '/api/reports/%D0%97', 400, 'request.invalid'],
    ['an address that cannot be read', 'GET', '/api/reports/%E0%A4%A', 400, 'request.invalid'],
    ['a report that does not exist', 'GET', '/api/reports/nowhere', 404, 'report.unknown'],
  ])('ACC-53 %s has a code', async (_what, method, path, status, code) => {
    const response = await town.people.administrator.request(method, path);
    expect(response.status).toBe(status);
    expect(response.problem().code).toBe(code);
  });

  test('ACC-53 whether a report exists is told to nobody who may not read it', async () => {
    const { stranger } = town.people;
    expect((await stranger.get('/api/reports/nowhere')).problem().code).toBe('access.report');
    expect((await stranger.get(`/api/reports/${town.reportId}`)).problem().code).toBe('access.report');
  });

  test.each([
    ['no JSON', '{"login":', 400, 'request.invalid'],
    ['no object', '"text"', 400, 'request.invalid'],
    ['nothing', '', 400, 'request.invalid'],
    ['half a megabyte', JSON.stringify({ login: 'x'.repeat(500_000) }), 413, 'request.too-large'],
  ])('ACC-53 a body that is %s is refused with a code', async (_what, rawBody, status, code) => {
    const response = await town.people.anonymous.request('POST', '/api/session', { rawBody });
    expect(response.status).toBe(status);
    expect(response.problem().code).toBe(code);
  });

  test('ACC-53 a refused field is named in the language of the request', async () => {
    const body = { current: 'x', next: 'short' };
    const ask = (language: string) =>
      town.people.viewer.post('/api/profile/password', body, { headers: { 'accept-language': language } });
    const ukrainian = (await ask('uk')).problem();
    expect(ukrainian.errors).toHaveLength(1);
    expect(ukrainian.errors?.[0]?.path).toBe('next');
    expect(ukrainian.errors?.[0]?.message).toMatch(/[а-яі]/i);
    expect((await ask('en')).problem().errors?.[0]?.message).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('a failure of ours', () => {
  test('ACC-53 tells a code to quote and nothing else, and is logged once with it', async () => {
    const broken = await startTestServer(
      {},
      { log: createLogger('info', { write: (line: string) => void lines.push(line) }) },
    );
    const { people } = await createPeople(broken.url, broken.storage);
    await broken.storage.close();
    lines = [];
    const response = await people.viewer.get('/api/reports');
    const problem = response.problem();
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(['server.failed', 'storage.unavailable']).toContain(problem.code);
    expect(response.text).not.toMatch(/sql|select|stack|node_modules|\.ts/i);
    const logged = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ req: { id: problem.requestId, url: '/api/reports' } });
    expect(logged[0].err.stack).toBeDefined();
    await broken.stop();
  });
});

test('ACC-54 no password, cookie or token gets into the log', async () => {
  lines = [];
  const person = new ApiClient(server.url);
  await person.signIn('viewer', password);
  await person.post('/api/session', { login: 'viewer', password: 'ще один секрет' });
  const { token } = (await person.post('/api/profile/tokens', { name: 'Скрипт' })).json() as {
    token: string;
  };
  const script = new ApiClient(server.url);
  script.token = token;
  await script.get('/api/reports');
  const log = lines.join('');
  expect(log).toContain('/api/session');
  const secrets = [password, 'ще один секрет', token, person.cookie?.split('=')[1] ?? 'no cookie'];
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('ACC-54 what is logged by mistake with a secret in it loses the secret', () => {
  const written: string[] = [];
  const log = createLogger('info', { write: (line: string) => void written.push(line) });
  log.info(
    { password: 'one', body: { password: 'two', token: 'three' }, req: { headers: { cookie: 'four' } } },
    'oops',
  );
  expect(written.join('')).not.toMatch(/one|two|three|four/);
});
