import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const html = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

describe('pages', () => {
  let server: TestServer;
  let clientDir: string;
  let visitor: ApiClient;

  beforeAll(async () => {
    clientDir = await mkdtemp(join(tmpdir(), 'zvit-client-'));
    await mkdir(join(clientDir, 'assets'));
    await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Звіт</title>');
    await writeFile(join(clientDir, 'sw.js'), '// worker');
    await writeFile(join(clientDir, 'assets/index-abc123.js'), '// code');
    server = await startTestServer({ clientDir });
    visitor = new ApiClient(server.url);
  });
  afterAll(async () => {
    await server.stop();
    await rm(clientDir, { recursive: true });
  });

  test.each(['/', '/sign-in', '/reports/r2020/control', '/reports/r2020/report?direction=1'])(
    'ACC-55 %s is the application, asked for anew each time',
    async (path) => {
      const response = await visitor.get(path, html);
      expect(response.status).toBe(200);
      expect(response.text).toContain('<title>Звіт</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('ACC-55 files with a hash in their name are kept for ever, others are not', async () => {
    const asset = await visitor.get('/assets/index-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await visitor.get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['a missing asset', '/assets/index-old.js', html],
    ['a missing file for a script', '/missing.json', { headers: { accept: 'application/json' } }],
    ['the API', '/api/nothing', html],
    ['a path out of the folder', '/assets/..%2f..%2fpackage.json', html],
    ['a document gateway asked as a page', '/yjs/sheet/r2020/visa', html],
  ])('ACC-55 %s is no page', async (_what, path, options) => {
    const response = await visitor.get(path, options);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.text).not.toContain('<title>');
    expect(response.text).not.toContain('"dependencies"');
  });

  test('ACC-55 only our own files may run, and nobody may frame them', async () => {
    const { headers } = await visitor.get('/', html);
    const policy = headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim()]));
    expect(directives.get('default-src')).toBe("default-src 'self'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directives.get('connect-src')).toBe(
      `connect-src 'self' ${server.url.replace('http', 'ws')} ${server.url.replace('http', 'wss')}`,
    );
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('ACC-55 a host header cannot widen the policy', async () => {
    const { request } = await import('node:http');
    const policy = await new Promise<string>((resolve, reject) => {
      const sent = request(
        `${server.url}/`,
        { headers: { host: 'x; script-src *', accept: 'text/html' } },
        (response) => {
          response.resume();
          resolve(String(response.headers['content-security-policy']));
        },
      );
      sent.on('error', reject).end();
    });
    expect(policy).toContain("connect-src 'self' 'self'");
    expect(policy).not.toContain('*');
  });
});
