import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

describe('running the server', () => {
  let server: TestServer;
  let machine: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    machine = new ApiClient(server.url);
  });
  afterAll(() => server.stop());

  test('ACC-56 says that it is alive and ready', async () => {
    expect((await machine.get('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await machine.get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  test('ACC-56 counts requests by route, never by address', async () => {
    await machine.get('/api/reports/some-report-id');
    await machine.get('/api/no-such-address');
    const { text, status } = await machine.get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain(
      'zvit_http_request_seconds_count{method="GET",route="/api/reports/:reportId",status="401"} 1',
    );
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('some-report-id');
    expect(text).not.toContain('no-such-address');
  });

  test('ACC-56 metrics are not for whom a proxy of this machine speaks', async () => {
    const response = await machine.get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(response.problem().code).toBe('route.unknown');
  });
});

test('ACC-56 with METRICS_TOKEN the metrics are for whom has it', async () => {
  const metricsToken = 'a token of the watcher';
  const server = await startTestServer({ metricsToken: metricsToken.replaceAll(' ', '-') });
  try {
    const machine = new ApiClient(server.url);
    expect((await machine.get('/metrics')).status).toBe(404);
    expect(
      (await machine.get('/metrics', { headers: { authorization: 'Bearer another-token-of-16' } })).status,
    ).toBe(404);
    const authorization = `Bearer ${metricsToken.replaceAll(' ', '-')}`;
    expect((await machine.get('/metrics', { headers: { authorization } })).status).toBe(200);
  } finally {
    await server.stop();
  }
});

test('ACC-56 is alive but not ready when the database does not answer', async () => {
  const server = await startTestServer();
  await server.storage.close();
  const machine = new ApiClient(server.url);
  expect((await machine.get('/healthz')).status).toBe(200);
  const response = await machine.get('/readyz');
  expect(response.status).toBeGreaterThanOrEqual(500);
  await server.stop();
});
