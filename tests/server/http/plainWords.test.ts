import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPeople, type PersonName, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(() => server.stop());

const person = {
  login: 'nova-liudyna',
  password: 'довгий пароль 7',
  isAdministrator: false,
  memberships: [],
};
const column = { kind: 'choice', isRequired: false };

/** Whatever takes words of its own from somebody: who sends it, where, what with the words in it, and the field. */
const doors: [PersonName, string, string, (words: string) => unknown, string][] = [
  ['administrator', 'POST', '/api/users', (name) => ({ ...person, name }), 'name'],
  [
    'administrator',
    'PATCH',
    '/api/organisations',
    (name) => ({ kind: 'add', fields: { name, shortName: 'Відділ', kind: 'department', edrpou: null } }),
    'fields.name',
  ],
  ['coordinator', 'PATCH', 'report/properties', (signatoryName) => ({ signatoryName }), 'signatoryName'],
  [
    'coordinator',
    'PATCH',
    'report/structure',
    (title) => ({ kind: 'direction.add', fields: { number: 7, title, responsible: [] } }),
    'fields.title',
  ],
  [
    'coordinator',
    'PATCH',
    'report/structure',
    (option) => ({
      kind: 'column.add',
      table: 'activity',
      fields: { ...column, title: 'Вид', options: ['перший', option] },
    }),
    'fields.options.1',
  ],
  ['administrator', 'POST', '/api/organisations/import', (csv) => ({ csv, basis: null }), 'csv'],
  ['coordinator', 'POST', 'report/versions', (name) => ({ name }), 'name'],
  ['editor', 'POST', 'sheet/submit', (note) => ({ note }), 'note'],
  ['viewer', 'POST', '/api/profile/tokens', (name) => ({ name }), 'name'],
  ['anonymous', 'POST', '/api/session', (login) => ({ login, password: 'а' }), 'login'],
];

const send = ([who, method, path, body]: (typeof doors)[number], words: string) =>
  town.people[who].request(
    method,
    path
      .replace('report/', `/api/reports/${town.reportId}/`)
      .replace('sheet/', `/api/reports/${town.reportId}/sheets/${town.organisationId}/`),
    { body: body(words) },
  );

const stands = async () => [
  await server.storage.reports.findStructure(town.reportId),
  await server.storage.organisations.list(),
  (await server.storage.users.list()).length,
  (await town.people.viewer.get(`/api/reports/${town.reportId}/versions`)).json(),
];

test('ACC-133 a zero and half of a sign are refused where no name is meant, with the field, and nothing is kept', async () => {
  const before = await stands();
  const { anonymous, administrator, viewer } = town.people;
  const login = (words: string) => anonymous.post('/api/session', { login: words, password: 'а' });
  const account = (words: string) => administrator.post('/api/users', { ...person, name: 'Я', login: words });
  for (const words of ['ім’я\u0000', 'ім’я\uD83D-і']) {
    for (const ask of [login, account]) {
      const problem = (await ask(words)).problem();
      expect(problem).toMatchObject({ code: 'request.invalid', errors: [{ path: 'login' }] });
      expect(problem.title).toContain('не можна зберегти');
    }
  }
  expect((await viewer.get('/api/reports/%E0%A4%A')).status).toBe(400);
  expect(await stands()).toEqual(before);
});

test('ACC-135 ten thousand characters are refused at every door, with the field', async () => {
  const before = await stands();
  for (const door of doors) {
    if (door[4] === 'csv') continue;
    const problem = (await send(door, 'я'.repeat(10_000))).problem();
    expect([door[2], problem.code, problem.errors?.map(({ path }) => path)]).toEqual([
      door[2],
      'request.invalid',
      [door[4]],
    ]);
  }
  expect(await stands()).toEqual(before);
});
