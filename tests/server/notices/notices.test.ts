import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ThreadAnswer } from '#shared/api/comments.ts';
import { NoticeChoices, NoticeList } from '#shared/api/notices.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { addExpenditure, SubmissionTown, saved } from '../submission/SubmissionTown.ts';

let here: SubmissionTown;

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

const path = (rest = '') => `/api/reports/${here.town.reportId}/comments${rest}`;
const cell = () => {
  const { organisationId } = here.town;
  return { kind: 'cell', table: 'expenditure', organisationId, rowId: 'r1', field: 'note' };
};

async function read(name: PersonName): Promise<NoticeList> {
  return NoticeList.parse((await here.person(name).get('/api/notices')).json());
}
const kinds = async (name: PersonName) => (await read(name)).notices.map(({ kind }) => kind);

async function send(name: PersonName, rest: string, body: unknown): Promise<ThreadAnswer> {
  const response = await here.person(name).post(path(rest), body);
  if (response.status !== 201) throw new Error(response.text);
  return ThreadAnswer.parse(response.json());
}

async function idOf(name: PersonName): Promise<string> {
  const answer = await here.person(name).get('/api/session');
  return (answer.json() as { actor: { userId: string } }).actor.userId;
}

test('TLK-20 TLK-26 a comment tells those it concerns, once each and for the nearest reason', async () => {
  const editor = await here.open('editor');
  addExpenditure(editor, 'r1');
  await saved(editor);
  const { id } = await send('coordinator', '', { place: cell(), text: 'Звідки це?' });
  expect(await read('editor')).toMatchObject({
    unreadCount: 1,
    notices: [
      {
        kind: 'comment',
        reportId: here.town.reportId,
        by: { name: 'coordinator' },
        subject: { threadId: id, organisationId: here.town.organisationId, words: 'Звідки це?' },
        organisation: 'first',
        year: 2021,
        isRead: false,
      },
    ],
  });
  const mentions = [await idOf('coordinator'), await idOf('viewer'), await idOf('editor')];
  const { comments } = await send('editor', `/${id}/answers`, { text: '@coordinator @viewer', mentions });
  expect(await kinds('coordinator')).toEqual(['mention']);
  expect(await kinds('viewer')).toEqual(['mention']);
  expect(await kinds('editor')).toEqual(['comment']);
  await send('editor', `/${id}/answers`, { text: 'І ще' });
  expect(await kinds('coordinator')).toEqual(['answer', 'mention']);
  expect(await kinds('viewer')).toEqual(['mention']);

  const own = path(`/${id}/answers/${comments[1]?.id}`);
  const more = [...mentions, await idOf('administrator')];
  await here.person('editor').patch(own, { text: '@coordinator @viewer @Адміністрування', mentions: more });
  expect(await kinds('administrator')).toEqual(['mention']);
  expect(await kinds('viewer')).toEqual(['mention']);
});

test('TLK-20 TLK-25 the steps of a sheet tell its coordinators and its editors, at once', async () => {
  const coordinator = await here.open('coordinator');
  await here.step('editor', '/submit', { note: 'Готово' });
  await vi.waitFor(() => expect(coordinator.messages).toContainEqual({ type: 'notices-changed' }));
  expect(await read('coordinator')).toMatchObject({
    notices: [{ kind: 'submitted', by: { name: 'editor' }, subject: { words: 'Готово' } }],
  });
  await here.step('coordinator', '/return', { note: 'Додайте КПКВК' });
  await here.step('editor', '/submit');
  const { contentHash } = await here.state();
  await here.step('coordinator', '/accept', { contentHash });
  expect(await kinds('editor')).toEqual(['accepted', 'returned']);
  expect(await kinds('coordinator')).toEqual(['submitted', 'submitted']);
  expect(await kinds('viewer')).toEqual([]);
  // A step that is refused tells nobody.
  expect((await here.post('editor', '/submit')).status).toBe(409);
  expect(await kinds('coordinator')).toHaveLength(2);
});

test('TLK-22 TLK-23 notices are one’s own, and of reports that one may still read', async () => {
  const editor = await here.open('editor');
  addExpenditure(editor, 'r1');
  await saved(editor);
  const viewer = await idOf('viewer');
  await send('editor', '', { place: cell(), text: '@viewer', mentions: [viewer] });
  const [notice] = (await read('viewer')).notices;
  const mark = (name: PersonName, ids: unknown, isRead: unknown = true) =>
    here.person(name).post('/api/notices/read', { ids, isRead });
  await mark('editor', [notice?.id]);
  expect((await read('viewer')).unreadCount).toBe(1);
  expect(NoticeList.parse((await mark('viewer', [notice?.id])).json())).toMatchObject({
    unreadCount: 0,
    notices: [{ isRead: true }],
  });
  await mark('viewer', [notice?.id], false);
  expect(NoticeList.parse((await mark('viewer', null)).json()).unreadCount).toBe(0);
  await mark('viewer', null, false);
  for (const [ids, isRead] of [
    ['all', true],
    [[], true],
    [null, 'yes'],
    [['../x'], true],
  ]) {
    expect((await mark('viewer', ids, isRead)).problem().code).toBe('request.invalid');
  }

  await here.person('administrator').patch(`/api/users/${viewer}`, { memberships: [] });
  expect(await read('viewer')).toEqual({ notices: [], unreadCount: 0 });
});

test('TLK-24 a kind that is switched off is not told', async () => {
  const put = (off: unknown) =>
    here.person('coordinator').request('PUT', '/api/profile/notices', { body: { off } });
  expect(NoticeChoices.parse((await put(['submitted'])).json())).toEqual({ off: ['submitted'], mailOff: [] });
  expect((await put(['everything'])).problem().code).toBe('request.invalid');
  await here.step('editor', '/submit');
  expect(await kinds('coordinator')).toEqual([]);
  await put([]);
  await here.step('editor', '/withdraw');
  await here.step('editor', '/submit');
  expect(await kinds('coordinator')).toEqual(['submitted']);
});
