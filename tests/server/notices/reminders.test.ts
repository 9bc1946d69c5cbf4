import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReminderDesk, type ReminderDesk } from '#server/notices/createReminderDesk.ts';
import { NoticeList } from '#shared/api/notices.ts';
import { ReminderList } from '#shared/api/reminders.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { SubmissionTown } from '../submission/SubmissionTown.ts';

let here: SubmissionTown;

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

const path = () => `/api/reports/${here.town.reportId}/reminders`;
const remind = async (organisationIds: string[]) =>
  ReminderList.parse((await here.person('coordinator').post(path(), { organisationIds })).json());
const list = async () => ReminderList.parse((await here.person('coordinator').get(path())).json());
const told = async (name: PersonName) =>
  NoticeList.parse((await here.person(name).get('/api/notices')).json()).notices;

const setDeadline = (deadline: string | null) =>
  here.person('coordinator').patch(`/api/reports/${here.town.reportId}/properties`, { deadline });

/** The server's own reminders, at another time. */
function deskAt(time: string, remindDays = 3): ReminderDesk {
  const { storage, collaboration } = here.server;
  return createReminderDesk({ storage, collaboration, remindDays, now: () => new Date(time).getTime() });
}

test('TLK-30 TLK-31 a coordinator reminds the editors of sheets that are not submitted, once a day', async () => {
  const { organisationId } = here.town;
  await setDeadline('2099-02-01');
  expect(await list()).toEqual({
    deadline: '2099-02-01',
    sheets: [
      {
        organisationId,
        people: [{ userId: expect.any(String), name: 'editor' }],
        lastAt: null,
        isRemindedToday: false,
      },
    ],
  });
  const editor = await here.open('editor');
  const both = await Promise.all([remind([organisationId, 'unknown']), remind([organisationId])]);
  for (const { sheets } of both) {
    expect(sheets).toMatchObject([{ isRemindedToday: true, lastAt: expect.any(String) }]);
  }
  await vi.waitFor(() => expect(editor.messages).toContainEqual({ type: 'notices-changed' }));
  await remind([organisationId]);
  expect(await told('editor')).toMatchObject([
    { kind: 'deadline', by: { name: 'coordinator' }, subject: { organisationId, words: '2099-02-01' } },
  ]);
  expect(await told('coordinator')).toEqual([]);
});

test('TLK-30 what is submitted is not reminded of, and bad input reminds nobody', async () => {
  const { organisationId } = here.town;
  await here.step('editor', '/submit');
  expect(await remind([organisationId])).toMatchObject({ sheets: [] });
  expect(await told('editor')).toEqual([]);
  const wrong = await here.person('coordinator').post(path(), { organisationIds: [] });
  expect(wrong.problem().code).toBe('request.invalid');
  expect(
    (await here.person('editor').post(path(), { organisationIds: [organisationId] })).problem().code,
  ).toBe('access.coordinator-only');
});

test('TLK-32 the server reminds once in the last days before a deadline, also when it was off on the first of them', async () => {
  await setDeadline('2030-02-10');
  const count = async () => (await told('editor')).length;
  await deskAt('2030-02-06T12:00:00').remindOfDeadlines();
  expect(await count()).toBe(0);
  await deskAt('2030-02-08T12:00:00', 0).remindOfDeadlines();
  expect(await count()).toBe(0);
  await deskAt('2030-02-08T12:00:00').remindOfDeadlines();
  expect(await told('editor')).toMatchObject([
    { kind: 'deadline', by: null, subject: { words: '2030-02-10' } },
  ]);
  for (const time of [
    '2030-02-08T13:00:00',
    '2030-02-09T12:00:00',
    '2030-02-10T23:00:00',
    '2030-02-11T01:00:00',
  ]) {
    await deskAt(time).remindOfDeadlines();
  }
  expect(await count()).toBe(1);
  // Another deadline is another matter; what is submitted needs no reminder.
  await setDeadline('2030-03-10');
  await deskAt('2030-03-10T01:00:00').remindOfDeadlines();
  expect(await count()).toBe(2);
  await setDeadline('2030-04-10');
  await here.step('editor', '/submit');
  await deskAt('2030-04-09T12:00:00').remindOfDeadlines();
  expect(await count()).toBe(2);
});
