import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ApiProblem, isRefusal } from '#client/api/ApiProblem.ts';
import { type ApiRequest, apiFetch, patienceMs } from '#client/api/client.ts';
import { NetworkError } from '#client/api/NetworkError.ts';
import { whenRepeated } from '#client/api/repeatKeys.ts';
import { repeatedHeader, repeatKeyHeader } from '#shared/api/repeating.ts';

/** A real server that answers as each test says, and keeps the names that came. */
let server: Server;
let keys: (string | undefined)[] = [];
let answers: ((response: ServerResponse, request: IncomingMessage) => void)[] = [];

const done = (response: ServerResponse) => response.end('{"done":true}');
const cut = (response: ServerResponse) => response.destroy();
const broken = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"done"', () => response.destroy());
};
const unavailable = (response: ServerResponse) => response.writeHead(503).end('<h1>503</h1>');
const problem = (status: number, code: string) => (response: ServerResponse) =>
  response
    .writeHead(status)
    .end(JSON.stringify({ type: 'about:blank', status, code, title: code, parameters: {} }));
const repeated = (response: ServerResponse) => {
  response.setHeader(repeatedHeader, 'true');
  done(response);
};

beforeAll(async () => {
  server = createServer((request, response) => {
    keys.push(request.headers[repeatKeyHeader] as string | undefined);
    request.resume().on('end', () => (answers.shift() ?? done)(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  keys = [];
  answers = [];
  const { port } = server.address() as AddressInfo;
  const realFetch = globalThis.fetch;
  vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${path}`, init),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let places = 0;
const newPlace = () => `/api/things/${++places}`;
const ask = (path: string, request: ApiRequest) =>
  apiFetch(path, z.object({ done: z.literal(true) }), request).catch((error: unknown) => error);
const add = (path: string, body: unknown = { name: 'Архів' }) =>
  ask(path, { method: 'POST', body, isAdding: true });

test('SET-62 what got no answer is sent again under its name, whatever the failure was, until it is answered', async () => {
  const path = newPlace();
  answers = [cut, broken, unavailable, problem(500, 'server.failed'), done, done];
  for (const _ of answers.slice()) await add(path);
  const [first] = keys;
  expect(keys.slice(0, 5)).toEqual([first, first, first, first, first]);
  expect(first).toMatch(/^[A-Za-z0-9]{16}$/);
  expect(keys[5]).not.toBe(first);
});

test('SET-62 another text, another place and what was refused have names of their own', async () => {
  const path = newPlace();
  answers = [cut, cut, cut, problem(409, 'organisation.taken'), done];
  await add(path);
  await add(path, { name: 'Інше' });
  await add(newPlace());
  await add(path);
  await add(path);
  const [first, other, elsewhere, again, afterRefusal] = keys;
  expect(again).toBe(first);
  expect(new Set([first, other, elsewhere, afterRefusal]).size).toBe(4);
});

test('SET-62 what was taken away or changed there and is added again is meant', async () => {
  const path = newPlace();
  const changes = [
    () => ask(`${path}/some`, { method: 'DELETE' }),
    () => ask(path, { method: 'PATCH', body: { kind: 'remove' } }),
  ];
  for (const change of changes) {
    keys = [];
    answers = [cut, done, done];
    await add(path);
    await change();
    await add(path);
    expect(keys[1]).toBeUndefined();
    expect(keys[2]).not.toBe(keys[0]);
  }
  // Another of the same kind takes nothing away.
  keys = [];
  answers = [cut, done, done];
  await add(path);
  await add(path, { name: 'Інше' });
  await add(path);
  expect(keys[2]).toBe(keys[0]);
});

test('SET-62 an answer that was given before is told, so that what is shown is asked for anew', async () => {
  const told = vi.fn();
  const stop = whenRepeated(told);
  const path = newPlace();
  answers = [cut, repeated, done];
  await add(path);
  expect(told).toHaveBeenCalledTimes(0);
  expect(await add(path)).toEqual({ done: true });
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  await add(path);
  expect(told).toHaveBeenCalledTimes(1);
});

test('SET-63 a change without an answer is no refusal, and a refusal is one', async () => {
  const path = newPlace();
  answers = [
    cut,
    broken,
    unavailable,
    cut,
    problem(409, 'organisation.taken'),
    problem(500, 'server.failed'),
  ];
  for (const _ of [1, 2, 3]) {
    const error = await add(path);
    expect(error).toBeInstanceOf(NetworkError);
    expect((error as NetworkError).isOfChange).toBe(true);
    expect(isRefusal(error)).toBe(false);
  }
  const read = await ask(path, {});
  expect((read as NetworkError).isOfChange).toBe(false);
  const refused = await add(path);
  expect(refused).toBeInstanceOf(ApiProblem);
  expect(isRefusal(refused)).toBe(true);
  expect(isRefusal(await add(path))).toBe(false);
});

test('SET-63 a change that nobody answers is given up after a minute and sent again under its name', async () => {
  const path = newPlace();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  answers = [() => undefined];
  const waiting = add(path);
  await vi.waitFor(() => expect(keys).toHaveLength(1));
  vi.advanceTimersByTime(patienceMs);
  const error = await waiting;
  expect((error as NetworkError).isOfChange).toBe(true);
  expect(await add(path)).toEqual({ done: true });
  expect(keys[1]).toBe(keys[0]);
});
