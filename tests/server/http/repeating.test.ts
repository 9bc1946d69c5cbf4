import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReportAnswer, type UserList } from '#shared/api/contract.ts';
import { ReaderLinkAnswer, ReaderLinkList } from '#shared/api/finalising.ts';
import { LinkAnswer } from '#shared/api/links.ts';
import { repeatedHeader, repeatKeyHeader } from '#shared/api/repeating.ts';
import { OrganisationList } from '#shared/api/structure.ts';
import { TransitionList } from '#shared/api/submission.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { FinalTown } from '../finalising/FinalTown.ts';

let here: FinalTown;
let keys = 0;

beforeAll(async () => {
  here = await FinalTown.start();
});
afterAll(() => here.stop());

const newKey = () => `key-of-a-press-${++keys}`;

function send(name: PersonName, method: string, path: string, body: unknown, key: string) {
  return here.town.person(name).request(method, path, { body, headers: { [repeatKeyHeader]: key } });
}

/** Twice with one name, as after a lost answer: the second is the first's answer. */
async function sendTwice(name: PersonName, method: string, path: string, body: unknown) {
  const key = newKey();
  const first = await send(name, method, path, body, key);
  const second = await send(name, method, path, body, key);
  expect(first.status, first.text).toBeLessThan(300);
  expect(first.headers.get(repeatedHeader)).toBeNull();
  expect(second.headers.get(repeatedHeader)).toBe('true');
  expect([second.status, second.text]).toEqual([first.status, first.text]);
  return first;
}

const addOrganisation = (name: string) => ({
  kind: 'add',
  fields: { name, shortName: name, kind: 'department', edrpou: null },
});
const organisationNames = async () =>
  OrganisationList.parse((await here.town.person('administrator').get('/api/organisations')).json())
    .organisations.map(({ name }) => name)
    .sort();
const readStructure = async () => ReportAnswer.parse((await here.get('coordinator', '')).json());
const userLogins = async () =>
  ((await here.town.person('administrator').get('/api/users')).json() as UserList).users.map(
    ({ login }) => login,
  );

describe('what is added once', () => {
  test('SET-60 an organisation, a direction, an indicator and a column stand once, and the second answer is the first', async () => {
    await sendTwice('administrator', 'PATCH', '/api/organisations', addOrganisation('Архів'));
    expect((await organisationNames()).filter((name) => name === 'Архів')).toHaveLength(1);

    const structure = here.path('/structure');
    const direction = { number: 7, title: 'Цифровізація', responsible: [] };
    await sendTwice('administrator', 'PATCH', structure, { kind: 'direction.add', fields: direction });
    const directionId = (await readStructure()).directions.find(({ number }) => number === 7)?.id;
    await sendTwice('administrator', 'PATCH', structure, {
      kind: 'indicator.add',
      directionId,
      key: null,
      fields: {
        title: 'Послуги',
        forms: { one: 'послуга', few: 'послуги', many: 'послуг' },
        aggregation: 'sum',
        overStep: null,
        partOf: null,
      },
    });
    await sendTwice('administrator', 'PATCH', structure, {
      kind: 'column.add',
      table: 'activity',
      fields: { title: 'Код заходу', kind: 'text', options: [], isRequired: false },
    });
    const { directions, indicators, columns } = await readStructure();
    expect(directions.map(({ number }) => number)).toEqual([1, 7]);
    expect(indicators.map(({ title }) => title)).toEqual(['Послуги']);
    expect(columns.map(({ title }) => title)).toEqual(['Код заходу']);
  });

  test('SET-60 whoever is invited is invited once, and by the link of the first answer', async () => {
    const body = { name: 'Нова', login: 'invited', isAdministrator: false, memberships: [], days: 7 };
    const answer = await sendTwice('administrator', 'POST', '/api/invitations', body);
    expect((await userLogins()).filter((login) => login === 'invited')).toHaveLength(1);
    const { secret } = LinkAnswer.parse(answer.json());
    const opened = await here.town.person('anonymous').post('/api/links/inspect', { secret });
    expect(opened.status, opened.text).toBe(200);
  });

  test('SET-60 of two at the same moment one is done, and both are answered', async () => {
    const key = newKey();
    const body = { kind: 'direction.add', fields: { number: 8, title: 'Одночасний', responsible: [] } };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send('administrator', 'PATCH', here.path('/structure'), body, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ headers }) => headers.get(repeatedHeader) === 'true')).toHaveLength(4);
    expect((await readStructure()).directions.filter(({ number }) => number === 8)).toHaveLength(1);
  });
});

describe('what a name does not do', () => {
  test('SET-61 another session, another body and a request that was refused are done', async () => {
    const key = newKey();
    const add = (name: PersonName, title: string) =>
      send(name, 'PATCH', '/api/organisations', addOrganisation(title), key);
    expect((await add('administrator', 'Перший')).status).toBe(200);
    expect((await add('administrator', 'Другий')).status).toBe(200);
    // The name of somebody else's press opens nothing.
    const stranger = await add('stranger', 'Перший');
    expect([stranger.status, stranger.headers.get(repeatedHeader)]).toEqual([403, null]);
    const taken = newKey();
    const refused = await send(
      'administrator',
      'PATCH',
      '/api/organisations',
      addOrganisation('Перший'),
      taken,
    );
    expect(refused.problem().code).toBe('organisation.taken');
    const { organisations } = OrganisationList.parse(
      (await here.town.person('administrator').get('/api/organisations')).json(),
    );
    const organisationId = organisations.find(({ name }) => name === 'Перший')?.id;
    await here.town.person('administrator').patch('/api/organisations', { kind: 'remove', organisationId });
    const done = await send('administrator', 'PATCH', '/api/organisations', addOrganisation('Перший'), taken);
    expect([done.status, done.headers.get(repeatedHeader)]).toEqual([200, null]);
    expect(await organisationNames()).toEqual(expect.arrayContaining(['Другий', 'Перший']));
  });

  test('SET-61 whoever may not any more is refused, also what they were answered before', async () => {
    const administrator = here.town.person('administrator');
    const key = newKey();
    const body = {
      place: {
        kind: 'cell',
        table: 'expenditure',
        organisationId: here.town.town.organisationId,
        rowId: 'r2',
        field: 'note',
      },
      text: 'моє',
    };
    expect((await send('editor', 'POST', here.path('/comments'), body, key)).status).toBe(201);
    const users = ((await administrator.get('/api/users')).json() as UserList).users;
    const editor = users.find(({ login }) => login === 'editor');
    await administrator.patch(`/api/users/${editor?.id}`, { memberships: [] });
    const again = await send('editor', 'POST', here.path('/comments'), body, key);
    expect([again.status, again.headers.get(repeatedHeader)]).toEqual([403, null]);
    await administrator.patch(`/api/users/${editor?.id}`, { memberships: editor?.memberships });
  });

  test('SET-61 a name that is none is refused, and nothing is added', async () => {
    for (const key of ['short', 'є'.repeat(3), 'a b c d e f g h', 'x'.repeat(65)]) {
      const path = '/api/organisations';
      const answer = await send('administrator', 'PATCH', path, addOrganisation('Зайвий'), encodeURI(key));
      expect(answer.problem().code).toBe('request.invalid');
    }
    expect(await organisationNames()).not.toContain('Зайвий');
  });
});

test('SUB-54 a sheet submitted and returned again after a lost answer is refused with how it stands, and each step is written once', async () => {
  const { contentHash } = await here.town.state();
  const path = here.town.sheetPath('/transitions');
  const count = async () =>
    TransitionList.parse((await here.town.person('coordinator').get(path)).json()).transitions.length;
  const before = await count();
  const accepted = await here.town.post('coordinator', '/accept', { contentHash });
  expect(accepted.status).toBe(409);
  const body = { note: 'виправте' };
  expect((await here.town.post('coordinator', '/return', body)).status).toBe(200);
  expect((await here.town.post('coordinator', '/return', body)).status).toBe(409);
  expect((await here.town.post('coordinator', '/submit')).status).toBe(200);
  expect((await here.town.post('coordinator', '/submit')).status).toBe(409);
  expect((await here.town.post('coordinator', '/accept', { contentHash })).status).toBe(200);
  const answer = await here.town.post('coordinator', '/accept', { contentHash });
  expect(answer.problem().code).toBe('submission.now-accepted');
  expect(await count()).toBe(before + 3);
});

test('FIN-46 a link for readers stands once, with the address it had', async () => {
  await here.finalise();
  const body = { label: 'Рада', parts: ['html'], days: 30 };
  const answer = await sendTwice('coordinator', 'POST', here.path('/reader-links'), body);
  const { links } = ReaderLinkList.parse((await here.get('coordinator', '/reader-links')).json());
  expect(links.map(({ label }) => label)).toEqual(['Рада']);
  const { secret } = ReaderLinkAnswer.parse(answer.json());
  expect((await fetch(`${here.town.server.url}/r/${secret}`)).status).toBe(200);
  // A signature looks like CMS: a SEQUENCE with the object of signed data.
  const version = (await here.read('coordinator')).versions[0];
  const cms = Buffer.from('300d06092a864886f70d0107020500', 'hex').toString('base64');
  const signature = { name: 'підпис.p7s', manifestSha256: version?.manifestSha256, base64: cms };
  await sendTwice('coordinator', 'POST', here.path('/versions/1/signatures'), signature);
  expect((await here.read('coordinator')).versions[0]?.signatures).toHaveLength(1);
});
