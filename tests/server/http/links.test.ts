import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '#server/log/createLogger.ts';
import { SessionAnswer, SessionList, type UserInfo, UserList } from '#shared/api/contract.ts';
import { LinkAnswer } from '#shared/api/links.ts';
import { must } from '#shared/must.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const dayMs = 86_400_000;
let clock = Date.now();
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

const own = 'власний довгий пароль';

async function invite(login: string, more: object = {}) {
  const body = { name: 'Запрошена людина', login, isAdministrator: false, memberships: [], ...more };
  const made = await town.people.administrator.post('/api/invitations', body);
  expect(made.status).toBe(201);
  return LinkAnswer.parse(made.json());
}

async function makeLink(userId: string, days = 7): Promise<string> {
  const made = await town.people.administrator.post(`/api/users/${userId}/link`, { days });
  expect(made.status).toBe(201);
  return LinkAnswer.parse(made.json()).secret;
}

async function findUser(login: string): Promise<UserInfo> {
  const { users } = UserList.parse((await town.people.administrator.get('/api/users')).json());
  return must(
    users.find((user) => user.login === login),
    login,
  );
}

const accept = (secret: string, by = new ApiClient(server.url), newPassword = own) =>
  by.post('/api/links/accept', { secret, password: newPassword });
const inspect = (secret: string) => new ApiClient(server.url).post('/api/links/inspect', { secret });
const isSignedIn = async (person: ApiClient) => (await person.get('/api/profile/sessions')).status === 200;

describe('an invitation', () => {
  test('ACC-90 its person sets their own password by the link, is signed in, and has the rights they were invited to', async () => {
    const membership = { reportId: town.reportId, role: 'editor', organisationId: town.organisationId };
    const { secret, user } = await invite('invited', { memberships: [membership], days: 3 });
    expect(user).toMatchObject({ hasPassword: false, link: { purpose: 'invitation' }, lastSeenAt: null });
    expect(Date.parse(must(user.link, 'link').expiresAt)).toBe(clock + 3 * dayMs);
    const seen = await inspect(secret);
    expect(seen.json()).toMatchObject({ name: 'Запрошена людина', login: 'invited', purpose: 'invitation' });

    const person = new ApiClient(server.url);
    const accepted = await accept(secret, person);
    expect(accepted.status).toBe(201);
    expect(SessionAnswer.parse(accepted.json()).actor).toMatchObject({
      userId: user.id,
      memberships: [membership],
    });
    expect((await person.get(`/api/reports/${town.reportId}`)).status).toBe(200);
    await new ApiClient(server.url).signIn('invited', own);
    expect(await findUser('invited')).toMatchObject({
      hasPassword: true,
      link: null,
      lastSeenAt: new Date(clock).toISOString(),
    });
  });

  test('ACC-90 nobody signs in to an account whose invitation was not opened', async () => {
    await invite('waiting');
    for (const guess of ['', 'waiting', password]) {
      const person = new ApiClient(server.url);
      await expect(person.signIn('waiting', guess || ' ')).rejects.toThrow('session.wrong-credentials');
    }
  });

  test('ACC-91 it works once: of two who open it at the same moment one sets the password, and later it says that it was used', async () => {
    const { secret } = await invite('twice');
    const answers = await Promise.all([accept(secret), accept(secret, undefined, 'пароль когось іншого')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect((await accept(secret)).problem().code).toBe('link.used');
    expect((await inspect(secret)).problem().code).toBe('link.used');
  });

  test('ACC-91 after its days it opens nothing, and says so', async () => {
    const { secret } = await invite('late', { days: 1 });
    clock += dayMs;
    expect((await inspect(secret)).problem().code).toBe('link.expired');
    expect((await accept(secret)).problem().code).toBe('link.expired');
    expect((await findUser('late')).link).toBeNull();
  });

  test('ACC-91 a withdrawn one, one that another has replaced, and one of an account switched off open nothing', async () => {
    const { secret, user } = await invite('withdrawn');
    const second = await makeLink(user.id);
    expect((await accept(secret)).problem().code).toBe('link.withdrawn');
    const withdrawn = await town.people.administrator.delete(`/api/users/${user.id}/link`);
    expect(withdrawn.json()).toMatchObject({ id: user.id, link: null });
    expect((await accept(second)).problem().code).toBe('link.withdrawn');
    const again = await town.people.administrator.delete(`/api/users/${user.id}/link`);
    expect(again.problem().code).toBe('link.none');

    const third = await makeLink(user.id);
    await town.people.administrator.patch(`/api/users/${user.id}`, { isDisabled: true });
    expect((await accept(third)).problem().code).toBe('link.withdrawn');
    const refused = await town.people.administrator.post(`/api/users/${user.id}/link`, {});
    expect(refused.problem().code).toBe('link.disabled');
    await town.people.administrator.patch(`/api/users/${user.id}`, { isDisabled: false });
    expect((await accept(third)).problem().code).toBe('link.withdrawn');
  });

  test('ACC-92 its secret is kept nowhere: not in the database, an answer, or a log', async () => {
    const { secret, user } = await invite('hashed');
    const listed = await town.people.administrator.get('/api/users');
    await accept(secret);
    const { storage } = server;
    const kept = JSON.stringify(await storage.links.listOpen(0, user.id));
    for (const text of [listed.text, kept, logged]) expect(text).not.toContain(secret);
    expect(logged).toContain('/api/links/accept');
    expect(logged).not.toContain(own);
  });

  test('ACC-90 a login that is taken is refused, and no account or link is left', async () => {
    const body = { name: 'Двійник', login: 'EDITOR', isAdministrator: false, memberships: [] };
    const refused = await town.people.administrator.post('/api/invitations', body);
    expect(refused.problem().code).toBe('user.login-taken');
    const nowhere = { ...body, login: 'nobody', memberships: [{ reportId: 'nowhere', role: 'viewer' }] };
    expect((await town.people.administrator.post('/api/invitations', nowhere)).status).toBe(422);
    await expect(findUser('nobody')).rejects.toThrow('nobody');
  });
});

describe('a password made anew by a link', () => {
  test('ACC-93 replaces the old one and ends every session of the person, only when it is set', async () => {
    const { id } = await findUser('viewer');
    const signedIn = new ApiClient(server.url);
    await signedIn.signIn('viewer', password);
    const secret = await makeLink(id);
    expect((await findUser('viewer')).link?.purpose).toBe('reset');
    expect(await isSignedIn(signedIn)).toBe(true);
    const person = new ApiClient(server.url);
    expect((await accept(secret, person)).status).toBe(201);
    expect(await isSignedIn(signedIn)).toBe(false);
    expect(await isSignedIn(person)).toBe(true);
    await expect(new ApiClient(server.url).signIn('viewer', password)).rejects.toThrow('wrong-credentials');
    await new ApiClient(server.url).signIn('viewer', own);
  });

  test('ACC-93 a link that lies about is worthless once the password was changed otherwise', async () => {
    const { id } = await findUser('stranger');
    const secret = await makeLink(id);
    await town.people.stranger.post('/api/profile/password', { current: password, next: own });
    expect((await accept(secret)).problem().code).toBe('link.withdrawn');
    const second = await makeLink(id);
    await town.people.administrator.patch(`/api/users/${id}`, { password });
    expect((await accept(second)).problem().code).toBe('link.withdrawn');
  });
});

describe('sessions of others', () => {
  test('ACC-94 an administrator sees where a person is signed in and ends one session or all', async () => {
    const { id } = await findUser('coordinator');
    const people = [new ApiClient(server.url), new ApiClient(server.url)];
    for (const person of people) await person.signIn('coordinator', password);
    const [first, second] = people;
    const read = async () => {
      const answer = await town.people.administrator.get(`/api/users/${id}/sessions`);
      expect(answer.text).not.toMatch(/secret|hash/i);
      return SessionList.parse(answer.json()).sessions;
    };
    const sessions = await read();
    expect(sessions).toHaveLength(3);
    expect(sessions.some(({ isCurrent }) => isCurrent)).toBe(false);
    const own = SessionList.parse((await must(first, 'first').get('/api/profile/sessions')).json()).sessions;
    const current = must(
      own.find(({ isCurrent }) => isCurrent),
      'current',
    );
    // An id is of one person: it ends nothing under another's address.
    const other = await findUser('editor');
    const wrong = await town.people.administrator.delete(`/api/users/${other.id}/sessions/${current.id}`);
    expect(wrong.problem().code).toBe('session.unknown');
    await town.people.administrator.delete(`/api/users/${id}/sessions/${current.id}`);
    expect(await isSignedIn(must(first, 'first'))).toBe(false);
    expect(await isSignedIn(must(second, 'second'))).toBe(true);
    expect((await town.people.administrator.delete(`/api/users/${id}/sessions`)).status).toBe(204);
    expect(await isSignedIn(must(second, 'second'))).toBe(false);
    expect(await read()).toEqual([]);
  });
});

// Last: it closes the door for this address.
describe('a guessed link', () => {
  test('ACC-92 is answered alike whatever it is, and after fifty from one address the door is closed', async () => {
    const { secret } = await invite('guessed');
    const codes: string[] = [];
    for (let guess = 0; guess < 51; guess++) {
      codes.push((await inspect(guess % 2 === 0 ? `guess ${guess}` : 'A'.repeat(43 + guess))).problem().code);
    }
    expect(codes[0]).toBe('link.unknown');
    expect(new Set(codes)).toEqual(new Set(['link.unknown', 'session.locked']));
    expect(codes.at(-1)).toBe('session.locked');
    expect((await inspect(secret)).problem()).toMatchObject({ code: 'session.locked' });
  });
});
