import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsvLines } from '#server/structure/readCsvLines.ts';
import { LinkInspectAnswer } from '#shared/api/links.ts';
import { PeopleImportAnswer } from '#shared/api/peopleImport.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { type PeopleNow, planPeopleImport } from '#shared/people/planPeopleImport.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const reportId = ReportId.parse('r');
const press = OrganisationId.parse('press');
const archive = OrganisationId.parse('archive');
const now: PeopleNow = {
  users: [
    {
      id: UserId.parse('u1'),
      login: 'olena',
      name: 'Олена',
      isAdministrator: false,
      memberships: [{ reportId, role: 'viewer' }],
    },
  ],
  organisations: [
    { id: press, name: 'Управління преси', shortName: 'Преса', edrpou: '14360570' },
    { id: archive, name: 'Архівний відділ', shortName: 'Архів' },
  ],
};
const plan = (csv: string) => planPeopleImport(now, reportId, readCsvLines(csv));

describe('a CSV file of people', () => {
  test('ACC-130 new people get their rights, those who are there get more, and nobody loses any', () => {
    const { next, problems, sameCount } = plan(
      'Пошта;ПІБ;Роль;Виконавці\nNova@City.example;Нова;Редактор;"преса; Архівний відділ"\n' +
        'OLENA;Олена Бондар;редактор;14360570\nboss;Голова;адміністратор;\n',
    );
    expect(problems).toEqual([]);
    const edit = (organisationId: OrganisationId) => ({ reportId, role: 'editor', organisationId });
    expect(next.add).toEqual([
      {
        login: 'nova@city.example',
        name: 'Нова',
        isAdministrator: false,
        memberships: [edit(press), edit(archive)],
      },
      { login: 'boss', name: 'Голова', isAdministrator: true, memberships: [] },
    ]);
    expect(next.change).toEqual([
      { ...now.users[0], name: 'Олена Бондар', memberships: [{ reportId, role: 'viewer' }, edit(press)] },
    ]);
    expect(sameCount).toBe(0);
    expect(plan('login,name,role\nolena,Олена,viewer\n')).toMatchObject({
      sameCount: 1,
      next: { add: [], change: [] },
    });
  });

  test.each([
    ['login,name\nabc,A', 1, 'no-column'],
    ['login,name,role,phone\nabc,A,viewer,1', 1, 'unknown-column'],
    ['login,name,role\nab,A,viewer', 2, 'wrong-login'],
    ['login,name,role\nabc,,viewer', 2, 'wrong-person'],
    ['login,name,role\nabc,A,king', 2, 'wrong-role'],
    ['login,name,role\nabc,A,editor', 2, 'no-organisation'],
    ['login,name,role,organisation\nabc,A,editor,Пошта', 2, 'wrong-organisation'],
    ['login,name,role,organisation\nabc,A,viewer,Преса', 2, 'needless-organisation'],
    ['login,name,role\nabc,A,viewer\nABC,B,viewer', 3, 'twice'],
  ])('ACC-131 %j: line %i, %s', (csv, line, code) => {
    expect(plan(csv).problems).toMatchObject([{ line, code }]);
  });
});

describe('importing people', () => {
  let server: TestServer;
  let town: Town;
  beforeAll(async () => {
    server = await startTestServer();
    town = await createPeople(server.url, server.storage);
  });
  afterAll(() => server.stop());
  const send = (csv: string, basis: string | null = null, person = town.people.administrator) =>
    person.post('/api/users/import', { csv, basis, reportId: town.reportId });
  const parse = async (answer: ReturnType<typeof send>) => PeopleImportAnswer.parse((await answer).json());

  test('ACC-131 of ten thousand lines three are bad: they are named, nobody is made, and then all are', async () => {
    const lines = Array.from({ length: 9_900 }, (_, index) => `person-${index};Людина ${index};глядач;`);
    lines[10] = 'person-10;Людина 10;король;';
    lines[5_000] = 'person-5000;Людина 5000;редактор;Пошта';
    lines[9_000] = 'person-1;Людина 1;глядач;';
    const head = 'Ім’я для входу;Ім’я;Роль;Виконавці';
    const csv = [head, ...lines].join('\r\n');
    const before = await server.storage.users.count();
    const seen = await parse(send(csv));
    expect(seen.problems.map(({ line, code }) => [line, code])).toEqual([
      [12, 'wrong-role'],
      [5_002, 'wrong-organisation'],
      [9_002, 'twice'],
    ]);
    expect(await parse(send(csv, seen.basis))).toMatchObject({ isWritten: false, links: [] });
    expect(await server.storage.users.count()).toBe(before);

    lines[10] = 'person-10;Людина 10;координатор;';
    lines[5_000] = 'person-5000;Людина 5000;редактор;first';
    lines[9_000] = 'person-9000;Людина 9000;глядач;';
    const good = [head, ...lines].join('\n');
    const { basis } = await parse(send(good));
    const written = await parse(send(good, basis));
    expect(written).toMatchObject({ isWritten: true, added: { count: 9_900 } });
    expect(await server.storage.users.count()).toBe(before + 9_900);
    expect(new Set(written.links.map(({ secret }) => secret)).size).toBe(9_900);
    expect(await parse(send(good))).toMatchObject({ sameCount: 9_900, links: [] });
    // A link opens the account of its line.
    const link = must(written.links[5_000], 'a link');
    const person = new ApiClient(server.url);
    const inspected = await person.post('/api/links/inspect', { secret: link.secret });
    expect(LinkInspectAnswer.parse(inspected.json())).toMatchObject({
      login: 'person-5000',
      purpose: 'invitation',
    });
    const joined = await person.post('/api/links/accept', {
      secret: link.secret,
      password: 'довгий пароль 2',
    });
    expect(joined.json()).toMatchObject({
      actor: { memberships: [{ role: 'editor', organisationId: town.organisationId }] },
    });
  }, 60_000);

  test('ACC-132 what was looked at is what is written, and only by an administrator', async () => {
    const csv = 'login,name,role\nnewcomer,Нова,viewer\n';
    expect((await send(csv, null, town.people.coordinator)).problem().code).toBe('access.administrator-only');
    const { basis } = await parse(send(csv));
    expect((await send(csv.replace('viewer', 'coordinator'), basis)).problem().code).toBe(
      'structure.changed',
    );
    const account = { login: 'newcomer', name: 'Інша', isAdministrator: false, memberships: [] };
    expect((await town.people.administrator.post('/api/invitations', account)).status).toBe(201);
    expect((await send(csv, basis)).problem().code).toBe('structure.changed');
    const again = await parse(send(csv));
    expect(again).toMatchObject({ added: { count: 0 }, changed: { count: 1 } });
    expect(await parse(send(csv, again.basis))).toMatchObject({ isWritten: true, links: [] });
    const unknown = { csv, basis: null, reportId: 'nowhere' };
    const refused = await town.people.administrator.post('/api/users/import', unknown);
    expect(refused.problem().code).toBe('report.unknown');
  });
});
