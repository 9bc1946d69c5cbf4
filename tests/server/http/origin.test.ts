import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOriginCheck } from '#server/http/origin.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

describe('createOriginCheck', () => {
  const local = createOriginCheck({ publicOrigins: [], host: '127.0.0.1' });
  const network = createOriginCheck({ publicOrigins: [], host: '0.0.0.0' });
  const published = createOriginCheck({ publicOrigins: ['https://zvit.example'], host: '127.0.0.1' });

  test.each([
    ['http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['http://localhost:3000', 'localhost:3000'],
    ['http://[::1]:3000', '[::1]:3000'],
    ['http://localhost:5173', 'LOCALHOST:5173'],
  ])('ACC-47 takes %s at %s', (origin, host) => expect(local(origin, host)).toBe(true));

  test.each([
    ['another host', 'http://evil.example', '127.0.0.1:3000'],
    ['another port', 'http://127.0.0.1:3001', '127.0.0.1:3000'],
    ['a foreign name pointed at this machine', 'http://evil.example:3000', 'evil.example:3000'],
    ['a name that only begins alike', 'http://localhost.evil.example:3000', 'localhost.evil.example:3000'],
    ['a sandboxed page', 'null', '127.0.0.1:3000'],
    ['a local file', 'file://', '127.0.0.1:3000'],
    ['no origin', undefined, '127.0.0.1:3000'],
    ['no host', 'http://127.0.0.1:3000', undefined],
  ])('ACC-47 refuses %s', (_what, origin, host) => expect(local(origin, host)).toBe(false));

  test('ACC-47 takes the host that was asked when the server listens to the network', () => {
    expect(network('http://zvit.lan:3000', 'zvit.lan:3000')).toBe(true);
    expect(network('http://evil.example', 'zvit.lan:3000')).toBe(false);
  });

  test('ACC-47 takes the public addresses alone where they are set', () => {
    expect(published('https://zvit.example', '127.0.0.1:3000')).toBe(true);
    expect(published('http://zvit.example', 'zvit.example')).toBe(false);
    expect(published('http://127.0.0.1:3000', '127.0.0.1:3000')).toBe(false);
  });
});

describe('requests that change state', () => {
  let server: TestServer;
  let town: Town;

  beforeAll(async () => {
    server = await startTestServer();
    town = await createPeople(server.url, server.storage);
  });
  afterAll(() => server.stop());

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from a sandboxed page', { origin: 'null' }],
    ['without an origin', { origin: '' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['that the browser itself calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sibling domain', { 'sec-fetch-site': 'same-site' }],
  ])('ACC-47 %s are refused and do nothing', async (_what, headers: Record<string, string>) => {
    const { editor } = town.people;
    const tokensBefore = (await editor.get('/api/profile/tokens')).text;
    const response = await editor.post('/api/profile/tokens', { name: 'Чужий' }, { headers });
    expect(response.status).toBe(403);
    expect(response.problem().code).toBe('request.origin');
    expect((await editor.get('/api/profile/tokens')).text).toBe(tokensBefore);
  });

  test('ACC-47 signing in and setting up from another site are refused too', async () => {
    const headers = { origin: 'https://evil.example' };
    const body = { login: 'editor', password: 'x', name: 'x', loadExample: false };
    for (const path of ['/api/session', '/api/setup', '/api/demo/session']) {
      expect((await town.people.anonymous.post(path, body, { headers })).problem().code).toBe(
        'request.origin',
      );
    }
  });

  test('ACC-47 no other site may read an answer', async () => {
    const response = await town.people.editor.get('/api/session', {
      headers: { origin: 'https://evil.example' },
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
