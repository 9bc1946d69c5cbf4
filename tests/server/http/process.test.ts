import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { type MainProcess, runMain } from '#tests/support/runMain.ts';
import { startTestServer } from '#tests/support/startTestServer.ts';

let folder: string;
let processes: MainProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zvit-process-'));
  processes = [];
});
afterEach(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function run(settings: Record<string, string> = {}): MainProcess {
  const main = runMain({ PORT: '0', DATA_DIR: folder, ...settings });
  processes.push(main);
  return main;
}

describe('the process', () => {
  test('ACC-58 prints one line with its address, serves, and ends in order when asked', async () => {
    const main = run();
    const url = await main.url;
    expect(main.output().stdout).toMatch(/^Звіт працює: http:\/\/127\.0\.0\.1:\d+ .*\n$/);
    expect((await new ApiClient(url).get('/readyz')).status).toBe(200);
    main.child.kill('SIGTERM');
    expect(await main.ended).toBe(0);
    expect(main.output().stderr).toContain('"msg":"stopped"');
  });

  test('ACC-58 ends on Ctrl+C too', async () => {
    const main = run();
    await main.url;
    main.child.kill('SIGINT');
    expect(await main.ended).toBe(0);
  });

  test('ACC-58 after being killed it starts again with every account and session', async () => {
    const main = run();
    const person = new ApiClient(await main.url);
    await person.post('/api/setup', { name: 'Хтось', login: 'administrator', password, loadExample: true });
    main.child.kill('SIGKILL');
    await main.ended;
    const again = new ApiClient(await run().url);
    again.cookie = person.cookie;
    const totals = await again.get('/api/reports/r2020/totals');
    expect(totals.json()).toMatchObject({ grand: { actualMinor: '43760356' } });
  });

  test('ACC-58 a second server on the same database file refuses to start and says why', async () => {
    const first = run();
    const url = await first.url;
    const second = run();
    expect(await second.ended).toBe(1);
    const { stderr, stdout } = second.output();
    expect(stdout).toBe('');
    expect(stderr).toContain('З цим файлом бази вже працює інший сервер');
    expect(stderr).toContain('Another server is already running on this database file');
    expect((await new ApiClient(url).get('/readyz')).status).toBe(200);
  });

  test('ACC-58 a taken port is told in a sentence, and leaves the database free', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const main = run({ PORT: String(port) });
    expect(await main.ended).toBe(1);
    expect(main.output().stderr).toContain(`Адресу 127.0.0.1:${port} уже зайнято`);
    expect(main.output().stderr).toContain(`The address 127.0.0.1:${port} is taken`);
    other.close();
    await expect(run().url).resolves.toMatch(/^http/);
  });

  test('ACC-57 a setting that does not fit keeps it from starting, before any data is touched', async () => {
    const main = run({ SESSION_DAYS: 'forever' });
    expect(await main.ended).toBe(1);
    expect(main.output().stderr).toContain('Налаштування SESSION_DAYS має непридатне значення');
    expect(await readdir(folder)).toEqual([]);
  });

  test('ACC-52 the demonstration takes its database with it', async () => {
    const main = run({ DEMO: '1', TMPDIR: folder });
    await main.url;
    const [name = ''] = (await readdir(folder)).filter((entry) => entry.startsWith('zvit-demo-'));
    expect(existsSync(join(folder, name, 'zvit.sqlite'))).toBe(true);
    main.child.kill('SIGTERM');
    expect(await main.ended).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('stopping', () => {
  test('ACC-58 also ends when storing fails, and says that it did not go well', async () => {
    const server = await startTestServer();
    server.storage.close = () => Promise.reject(new Error('disk on fire'));
    expect(await server.stop()).toBe(false);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test('ACC-58 also ends when a part never answers', async () => {
    const server = await startTestServer();
    server.collaboration.stop = () => new Promise(() => {});
    expect(await server.stop()).toBe(false);
  });

  test('ACC-58 stopping twice is stopping once', async () => {
    const server = await startTestServer();
    expect(await Promise.all([server.stop(), server.stop()])).toEqual([true, true]);
  });
});
