import { Writable } from 'node:stream';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLogger } from '#server/log/createLogger.ts';
import { SessionAnswer, UserList } from '#shared/api/contract.ts';
import { FactorProposal, FactorRecovery, FactorState } from '#shared/api/secondFactor.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const stepMs = 30_000;
let clock = 1_790_000_000_000;
let logged = '';
let server: TestServer;
let town: Town;

beforeAll(async () => {
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  server = await startTestServer({}, { now: () => clock, log: createLogger('trace', destination) });
  town = await createPeople(server.url, server.storage);
});
afterAll(() => server.stop());

/** What the phone shows, when its clock is so many milliseconds off. */
const readPhone = (secret: string, offMs = 0) => new TOTP({ secret }).generate({ timestamp: clock + offMs });
const send = (login: string, code?: string) =>
  new ApiClient(server.url).post('/api/session', { login, password, ...(code !== undefined && { code }) });

async function createPerson(login: string, isAdministrator = false): Promise<ApiClient> {
  const account = { name: login, login, password, isAdministrator, memberships: [] };
  expect((await town.people.administrator.post('/api/users', account)).status).toBe(201);
  const person = new ApiClient(server.url);
  await person.signIn(login, password);
  return person;
}

async function propose(person: ApiClient): Promise<FactorProposal> {
  const proposed = await person.post('/api/profile/second-factor', { password });
  expect(proposed.status).toBe(201);
  return FactorProposal.parse(proposed.json());
}

const confirm = (person: ApiClient, code: string) =>
  person.post('/api/profile/second-factor/confirmation', { code });

async function turnOn(login: string) {
  const person = await createPerson(login);
  const { secret } = await propose(person);
  const confirmed = await confirm(person, readPhone(secret));
  expect(confirmed.status).toBe(201);
  return { person, secret, ...FactorRecovery.parse(confirmed.json()) };
}

describe('a second factor', () => {
  test('ACC-100 once it is on, the password alone signs nobody in, and a code of the phone does, once', async () => {
    const { secret } = await turnOn('olha');
    clock += stepMs;
    expect((await send('olha')).problem().code).toBe('session.code-required');
    expect((await send('olha', '')).problem().code).toBe('session.code-required');
    const code = readPhone(secret);
    const answers = await Promise.all([send('olha', code), send('olha', code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await send('olha', code)).problem().code).toBe('factor.used-code');
    // The one before is older than the one that was used: it is gone too.
    expect((await send('olha', readPhone(secret, -stepMs))).problem().code).toBe('factor.used-code');
    clock += stepMs;
    expect(
      (await send('olha', `${readPhone(secret).slice(0, 3)} ${readPhone(secret).slice(3)}`)).status,
    ).toBe(201);
  });

  test('ACC-100 a wrong password is answered as ever, whatever code comes with it', async () => {
    const { secret } = await turnOn('petro');
    clock += stepMs;
    const body = { login: 'petro', password: 'не той пароль', code: readPhone(secret) };
    const refused = await new ApiClient(server.url).post('/api/session', body);
    expect(refused.problem().code).toBe('session.wrong-credentials');
  });

  test('ACC-101 is on only when a code of the phone has confirmed it, and asks for the password first', async () => {
    const person = await createPerson('nina');
    const wrong = await person.post('/api/profile/second-factor', { password: 'не той пароль' });
    expect(wrong.problem().code).toBe('password.wrong-current');
    const first = await propose(person);
    expect(first.address).toMatch(/^otpauth:\/\/totp\/Zvit:nina\?/);
    const second = await propose(person);
    expect((await confirm(person, readPhone(first.secret))).problem().code).toBe('factor.wrong-code');
    expect((await send('nina')).status).toBe(201);
    expect((await confirm(person, readPhone(second.secret))).status).toBe(201);
    expect((await confirm(person, readPhone(second.secret))).problem().code).toBe('factor.none');
    expect((await person.post('/api/profile/second-factor', { password })).problem().code).toBe('factor.on');
    expect((await send('nina')).problem().code).toBe('session.code-required');
  });

  test('ACC-101 turning it on ends the sessions that began without it, and keeps this one', async () => {
    const elsewhere = await createPerson('iryna');
    const person = new ApiClient(server.url);
    await person.signIn('iryna', password);
    const { secret } = await propose(person);
    expect((await confirm(person, readPhone(secret))).status).toBe(201);
    expect((await elsewhere.get('/api/reports')).status).toBe(401);
    expect((await person.get('/api/reports')).status).toBe(200);
  });

  test('ACC-102 its secret and recovery codes are shown once and stand in no answer and no log; codes are kept as hashes', async () => {
    const { person, secret, recoveryCodes } = await turnOn('vira');
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const state = await person.get('/api/profile/second-factor');
    expect(FactorState.parse(state.json())).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    const seen = [state.text, logged, (await town.people.administrator.get('/api/users')).text];
    for (const text of seen) {
      expect(text).not.toContain(secret);
      for (const code of recoveryCodes) expect(text).not.toContain(code);
    }
  });

  test('ACC-103 a recovery code lets in once, however it is typed', async () => {
    const { person, recoveryCodes } = await turnOn('lev');
    const code = must(recoveryCodes[0], 'a code');
    expect((await send('lev', code.toUpperCase().replaceAll('-', ' '))).status).toBe(201);
    expect((await send('lev', code)).problem().code).toBe('factor.wrong-code');
    const state = FactorState.parse((await person.get('/api/profile/second-factor')).json());
    expect(state.recoveryCodesLeft).toBe(9);
  });

  test('ACC-104 a clock that is off is named at set-up; at sign-in only a code that is past is recognised', async () => {
    const person = await createPerson('marko');
    const { secret } = await propose(person);
    for (const offMs of [3_600_000, -3_600_000]) {
      const refused = await confirm(person, readPhone(secret, offMs));
      expect(refused.problem()).toMatchObject({ code: 'factor.clock', parameters: { minutes: 60 } });
    }
    expect((await confirm(person, readPhone(secret, stepMs))).status).toBe(201);
    clock += 2 * stepMs;
    const behind = await send('marko', readPhone(secret, -3_600_000));
    expect(behind.problem()).toMatchObject({ code: 'factor.clock', parameters: { minutes: 60 } });
    expect((await send('marko', readPhone(secret, 3_600_000))).problem().code).toBe('factor.wrong-code');
    expect((await send('marko', readPhone(secret, -stepMs))).problem().code).toBe('factor.used-code');
    expect((await send('marko', readPhone(secret, stepMs))).status).toBe(201);
  });

  test('ACC-105 five wrong codes close the door for 15 minutes, and a right password between them forgets none', async () => {
    const { secret } = await turnOn('roman');
    clock += stepMs;
    const right = readPhone(secret);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await send('roman')).problem().code).toBe('session.code-required');
      expect((await send('roman', wrong)).problem().code).toMatch(/^factor\./);
    }
    expect((await send('roman', right)).problem().code).toBe('session.locked');
  });

  test('ACC-106 its owner takes it off by a code; an administrator for who lost the phone, and sessions end', async () => {
    const { person, secret, recoveryCodes } = await turnOn('sofia');
    const off = (code: string) => person.post('/api/profile/second-factor/removal', { code });
    expect((await off('000000')).status).toBe(401);
    expect((await off(must(recoveryCodes[1], 'a code'))).status).toBe(204);
    expect((await off(readPhone(secret))).problem().code).toBe('factor.none');
    expect((await send('sofia')).status).toBe(201);

    const lost = await turnOn('taras');
    const { users } = UserList.parse((await town.people.administrator.get('/api/users')).json());
    const { id, hasSecondFactor } = must(
      users.find(({ login }) => login === 'taras'),
      'taras',
    );
    expect(hasSecondFactor).toBe(true);
    const removed = await town.people.administrator.delete(`/api/users/${id}/second-factor`);
    expect(removed.json()).toMatchObject({ hasSecondFactor: false });
    expect((await lost.person.get('/api/reports')).status).toBe(401);
    expect((await send('taras')).status).toBe(201);
  });

  test('ACC-107 a link for a forgotten password sets it and signs nobody in past the second factor', async () => {
    await turnOn('hanna');
    const { users } = UserList.parse((await town.people.administrator.get('/api/users')).json());
    const { id } = must(
      users.find(({ login }) => login === 'hanna'),
      'hanna',
    );
    const made = await town.people.administrator.post(`/api/users/${id}/link`, {});
    const { secret } = made.json() as { secret: string };
    const person = new ApiClient(server.url);
    const accepted = await person.post('/api/links/accept', { secret, password });
    expect(SessionAnswer.parse(accepted.json()).actor).toBeNull();
    expect(person.cookie).toBeNull();
    expect((await send('hanna')).problem().code).toBe('session.code-required');
  });
});

describe('where it is required', () => {
  test('ACC-108 an administrator or coordinator without one can set it up and do nothing else, in documents too; others are as ever', async () => {
    const strict = await startTestServer({ requireSecondFactor: true });
    try {
      const administrator = new ApiClient(strict.url);
      const body = { name: 'Адміністрування', login: 'administrator', password, loadExample: false };
      const setup = await administrator.post('/api/setup', body);
      expect(SessionAnswer.parse(setup.json())).toMatchObject({ secondFactorNeeded: true });
      const account = { name: 'Хтось', login: 'someone', password, isAdministrator: false, memberships: [] };
      for (const [method, path] of [
        ['GET', '/api/users'],
        ['GET', '/api/reports'],
        ['POST', '/api/users'],
        ['POST', '/api/profile/tokens'],
      ] as const) {
        const refused = await administrator.request(method, path, {
          body: method === 'POST' ? account : undefined,
        });
        expect(refused.problem().code).toBe('session.factor-required');
      }
      const open = () => {
        const documentName = sheetName(ReportId.parse('report'), OrganisationId.parse('organisation'));
        const url = strict.url.replace('http', 'ws');
        const { cookie } = administrator;
        return new SheetClient({
          url,
          cookie,
          documentName,
          organisationId: OrganisationId.parse('organisation'),
          origin: strict.url,
        });
      };
      const refused = open();
      await vi.waitFor(() => expect(refused.denials).toEqual(['session.required']));
      refused.stop();
      const { secret } = await propose(administrator);
      const code = new TOTP({ secret }).generate();
      expect((await confirm(administrator, code)).status).toBe(201);
      expect((await administrator.post('/api/users', account)).status).toBe(201);
      const known = open();
      await vi.waitFor(() => expect(known.denials).toEqual(['document.unknown']));
      known.stop();
      const someone = new ApiClient(strict.url);
      expect(await someone.signIn('someone', password)).toMatchObject({ secondFactorNeeded: false });
      expect((await someone.get('/api/reports')).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});

describe('recovery codes and the secret at rest', () => {
  test('ACC-126 codes are renewed by the password and a code; the old ones end, and the phone stays', async () => {
    const { person, secret, recoveryCodes } = await turnOn('renewer');
    const [first = '', second = ''] = recoveryCodes;
    const renew = (body: object) => person.post('/api/profile/second-factor/recovery', body);
    expect((await renew({ password: 'не той пароль', code: first })).problem().code).toBe(
      'password.wrong-current',
    );
    expect((await renew({ password, code: '000000' })).problem().code).toBe('factor.wrong-code');
    const renewed = await renew({ password, code: first });
    expect(renewed.status).toBe(201);
    const { recoveryCodes: next } = FactorRecovery.parse(renewed.json());
    expect(next).toHaveLength(10);
    expect(next.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    expect((await send('renewer', second)).problem().code).toBe('factor.wrong-code');
    expect((await send('renewer', next[0])).status).toBe(201);
    clock += stepMs;
    expect((await send('renewer', readPhone(secret))).status).toBe(201);
    expect(logged).not.toContain(next[1]);
  });

  test('ACC-124 the database holds no secret as it is, and it works after a restart', async () => {
    const { secret } = await turnOn('sealed');
    const stored = await server.storage.secondFactors.listSecrets();
    expect(stored.every(({ secret: text }) => text.startsWith('v1.') && !text.includes(secret))).toBe(true);
    server = await server.restart();
    clock += stepMs;
    expect((await send('sealed', readPhone(secret))).status).toBe(201);
  });
});
