import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ChangeDesk, createChangeDesk } from '#server/notices/createChangeDesk.ts';
import { NoticeList } from '#shared/api/notices.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { setCells } from '#shared/sheet/sheetDocument.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import type { SheetClient } from '#tests/support/SheetClient.ts';
import { addExpenditure, SubmissionTown, saved } from '../submission/SubmissionTown.ts';

let here: SubmissionTown;
let coordinator: SheetClient;

/** An accepted sheet, and a second coordinator in place of the viewer. */
beforeEach(async () => {
  here = await SubmissionTown.start();
  const editor = await here.open('editor');
  addExpenditure(editor, 'r1');
  await saved(editor);
  const users = (await here.person('administrator').get('/api/users')).json() as {
    users: { id: string; login: string }[];
  };
  const viewer = must(
    users.users.find(({ login }) => login === 'viewer'),
    'viewer',
  );
  const memberships = [{ reportId: here.town.reportId, role: 'coordinator' }];
  await here.person('administrator').patch(`/api/users/${viewer.id}`, { memberships });
  await here.step('editor', '/submit');
  await accept();
  coordinator = await here.open('coordinator');
});
afterEach(() => here.stop());

async function accept(): Promise<void> {
  const { contentHash } = await here.state();
  await here.step('coordinator', '/accept', { contentHash });
}

/** Of a process that has looked at nothing yet. */
function desk(): ChangeDesk {
  const { storage, collaboration } = here.server;
  return createChangeDesk({ storage, collaboration, now: Date.now });
}

async function change(note: string): Promise<void> {
  setCells(coordinator.doc, [{ rowId: RowId.parse('r1'), field: 'note', value: note }]);
  await saved(coordinator);
}

async function told(name: PersonName) {
  const { notices } = NoticeList.parse((await here.person(name).get('/api/notices')).json());
  return notices.filter(({ kind }) => kind === 'changed');
}
const readAll = (name: PersonName) =>
  here.person(name).post('/api/notices/read', { ids: null, isRead: true });

test('TLK-53 a burst of changes to an accepted sheet is told once until it is read, and not to who made them', async () => {
  const one = desk();
  await one.tellOfChanges();
  expect(await told('viewer')).toEqual([]);
  const page = await here.open('viewer');
  await change('перше');
  await Promise.all([one, desk(), desk()].map((each) => each.tellOfChanges()));
  await vi.waitFor(() => expect(page.messages).toContainEqual({ type: 'notices-changed' }));
  await change('друге');
  await one.tellOfChanges();
  expect(await told('viewer')).toMatchObject([
    {
      by: { name: 'coordinator' },
      organisation: 'first',
      subject: { organisationId: here.town.organisationId },
    },
  ]);
  expect(await told('coordinator')).toEqual([]);
  expect(await told('editor')).toEqual([]);

  await readAll('viewer');
  await one.tellOfChanges();
  await desk().tellOfChanges();
  expect(await told('viewer')).toHaveLength(1);
  await change('третє');
  await one.tellOfChanges();
  expect(await told('viewer')).toHaveLength(2);

  // Unread still, and accepted again: what comes then is another thing.
  await accept();
  await one.tellOfChanges();
  expect(await told('viewer')).toHaveLength(2);
  await change('четверте');
  await desk().tellOfChanges();
  expect(await told('viewer')).toHaveLength(3);
});

test('TLK-53 what was changed back, or is not accepted, tells nobody', async () => {
  const before = must(coordinator.rows[0], 'row').values.note;
  await change('інше');
  await change(String(before ?? ''));
  await desk().tellOfChanges();
  expect(await told('viewer')).toEqual([]);
  await change('інше');
  await here.step('coordinator', '/return', { note: 'Ще раз' });
  await desk().tellOfChanges();
  expect(await told('viewer')).toEqual([]);
});
