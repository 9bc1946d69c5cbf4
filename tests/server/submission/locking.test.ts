import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { loadPastDocument } from '#server/collaboration/journal/loadPastDocument.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { computeContentHash } from '#server/submission/computeContentHash.ts';
import { TokenAnswer, UserList } from '#shared/api/contract.ts';
import { OrganisationAnswer } from '#shared/api/structure.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { insertRow, readSheet, setCell } from '#shared/sheet/sheetDocument.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { addExpenditure, SubmissionTown, saved } from './SubmissionTown.ts';

let here: SubmissionTown;
const rowId = RowId.parse('r1');

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

async function readHashAt(sequence: number): Promise<string> {
  const { reportId, organisationId } = here.sheet;
  const doc = new Y.Doc();
  const name = sheetName(reportId, organisationId);
  await loadPastDocument(here.server.storage, name, sequence, (apply) => apply(doc));
  return computeContentHash(readSheet(doc, organisationId));
}

const notes = async () =>
  (await here.server.collaboration.readReportRows(here.town.reportId)).map(({ values }) => values.note);

describe('an edit and a submission at the same instant', () => {
  test('SUB-7 the edit is in the hash, or it is refused and its author keeps it: many times over', async () => {
    const first = await here.open('editor');
    addExpenditure(first, 'r1');
    await saved(first);
    let { doc } = first;
    first.stop();
    let refusals = 0;
    let acceptances = 0;
    for (let round = 0; round < 40; round += 1) {
      const editor = here.connect('editor', doc);
      await vi.waitFor(() => expect(editor.isSaved).toBe(true));
      const keys = 1 + (round % 8);
      const type = async () => {
        for (let key = 1; key <= keys; key += 1) {
          setCell(editor.doc, rowId, 'note', `${round}-${key}`);
          for (let turn = 0; turn < round % 5; turn += 1) await setImmediate();
        }
      };
      const [submission] = await Promise.all([here.step('coordinator', '/submit'), type()]);
      await vi.waitFor(() => expect(editor.closes.at(-1)?.reason).toBe('access.sheet-locked'));

      const step = submission.submission;
      expect(await readHashAt(step?.sequence ?? 0)).toBe(step?.contentHash);
      // Nothing of it has come after.
      expect((await here.state()).contentHash).toBe(step?.contentHash);
      expect(editor.rows[0]?.values.note).toBe(`${round}-${keys}`);
      const [stored] = await notes();
      if (stored === `${round}-${keys}`) acceptances += 1;
      else refusals += 1;

      doc = editor.doc;
      editor.stop();
      await here.step('editor', '/withdraw');
    }
    // What was kept goes in when the sheet is open again.
    const back = here.connect('editor', doc);
    await vi.waitFor(() => expect(back.isSaved).toBe(true));
    expect(await notes()).toEqual(['39-8']);
    // Both have happened, so the instant was met.
    expect(Math.min(refusals, acceptances)).toBeGreaterThan(0);
    expect((await verifyJournal(here.server.storage)).problems).toEqual([]);
  });

  test('SUB-7 what another process has closed is closed here, before this one has heard of it', async () => {
    const { reportId, organisationId } = here.sheet;
    const { storage } = here.server;
    const editor = await here.open('editor');
    const coordinator = await here.open('coordinator');
    addExpenditure(editor, 'r1');
    await saved(editor);
    await setSheetStatus(storage, reportId, organisationId, 'submitted');
    setCell(editor.doc, rowId, 'note', 'запізно');
    await vi.waitFor(() => expect(editor.closes.at(-1)?.reason).toBe('access.sheet-locked'));
    expect(editor.messages).toContainEqual(
      expect.objectContaining({ type: 'refused', code: 'access.sheet-locked' }),
    );
    addExpenditure(coordinator, 'r2');
    await saved(coordinator);
    expect(await notes()).toEqual([null, null]);
    expect((await storage.journal.findHead(sheetName(reportId, organisationId)))?.sequence).toBe(3);
  });
});

describe('locking', () => {
  test('SUB-8 a submission closes the sheet for its editors everywhere, a return opens it, and all are told', async () => {
    const editor = await here.open('editor');
    addExpenditure(editor, 'r1');
    await saved(editor);
    const coordinator = await here.open('coordinator');
    const viewer = await here.open('viewer');
    const away = await here.open('editor');
    const { token } = TokenAnswer.parse(
      (await here.person('editor').post('/api/profile/tokens', { name: 'Скрипт' })).json(),
    );
    const script = here.openGateway(token);
    await vi.waitFor(() => expect(script.provider.synced).toBe(true));
    away.goOffline();
    setCell(away.doc, rowId, 'reason', 'без мережі');

    await here.step('editor', '/submit');
    expect(editor.closes.at(-1)).toMatchObject({ reason: 'access.sheet-locked' });
    const told = { type: 'structure-changed', reportId: here.town.reportId };
    await vi.waitFor(() => expect(viewer.messages).toContainEqual(told));
    await vi.waitFor(() => expect(coordinator.messages).toContainEqual(told));
    expect([coordinator.closes, viewer.closes]).toEqual([[], []]);
    away.goOnline();
    await vi.waitFor(() => expect(away.provider.authorizedScope).toBe('readonly'));
    insertRow(script.doc, { id: RowId.parse('r2'), kind: 'activity', order: 'a5', values: {} });
    // The coordinator writes on, and what the others have written is nowhere.
    setCell(coordinator.doc, rowId, 'note', 'від координатора');
    await saved(coordinator);
    await vi.waitFor(() => expect(viewer.rows[0]?.values.note).toBe('від координатора'));
    const standing = await here.server.collaboration.readReportRows(here.town.reportId);
    expect(standing.map(({ id, values }) => [id, values.reason])).toEqual([[rowId, null]]);
    expect(away.rows[0]?.values.reason).toBe('без мережі');

    await here.step('coordinator', '/return', { note: 'Поясніть' });
    await vi.waitFor(() => expect(away.closes.at(-1)?.reason).toBe(rightsGrantedReason));
    away.provider.detach();
    away.provider.attach();
    await vi.waitFor(() => expect(away.isSaved).toBe(true));
    await vi.waitFor(() => expect(viewer.rows[0]?.values.reason).toBe('без мережі'));
  });

  test('SUB-8 SUB-15 a change of an accepted sheet is told to all, who then read that it has changed', async () => {
    const coordinator = await here.open('coordinator');
    const viewer = await here.open('viewer');
    addExpenditure(coordinator, 'r1');
    await saved(coordinator);
    const { contentHash } = await here.step('coordinator', '/submit');
    await here.step('coordinator', '/accept', { contentHash });
    await vi.waitFor(() => expect(viewer.messages).toHaveLength(2));
    setCell(coordinator.doc, rowId, 'note', 'після прийняття');
    await saved(coordinator);
    await vi.waitFor(() => expect(viewer.messages).toHaveLength(3), { timeout: 10_000 });
    expect(viewer.messages.at(-1)).toEqual({ type: 'structure-changed', reportId: here.town.reportId });
    expect((await here.state()).isChangedSinceAcceptance).toBe(true);
  });
});

describe('an editor who is moved to another organisation', () => {
  test('ACC-127 goes on in the other one at once, and changes nothing in the first, in the page or by a script', async () => {
    const { reportId, organisationId: first } = here.sheet;
    const { administrator } = here.town.people;
    const fields = { name: 'Відділ преси', shortName: 'Преса', kind: 'department', edrpou: null };
    const added = await administrator.patch('/api/organisations', { kind: 'add', fields });
    const second = must(OrganisationAnswer.parse(added.json()).organisation, 'the organisation').id;
    const joined = { kind: 'organisation.join', organisationId: second };
    await here.person('coordinator').patch(`/api/reports/${reportId}/structure`, joined);

    const open = await here.open('editor');
    addExpenditure(open, 'r1');
    await saved(open);
    const away = await here.open('editor');
    const other = here.connect('editor', new Y.Doc(), second);
    await vi.waitFor(() => expect(other.provider.authorizedScope).toBe('readonly'));
    const made = await here.person('editor').post('/api/profile/tokens', { name: 'Скрипт' });
    const script = here.openGateway(TokenAnswer.parse(made.json()).token);
    await vi.waitFor(() => expect(script.provider.synced).toBe(true));
    away.goOffline();
    setCell(away.doc, rowId, 'note', 'без мережі');

    const { users } = UserList.parse((await administrator.get('/api/users')).json());
    const { id } = must(
      users.find(({ login }) => login === 'editor'),
      'the editor',
    );
    const memberships = [{ reportId, role: 'editor', organisationId: second }];
    expect((await administrator.patch(`/api/users/${id}`, { memberships })).status).toBe(200);
    await vi.waitFor(() => expect(open.closes.at(-1)?.reason).toBe('access.not-your-sheet'));
    await vi.waitFor(() => expect(other.closes.at(-1)?.reason).toBe(rightsGrantedReason));

    away.goOnline();
    await vi.waitFor(() => expect(away.provider.authorizedScope).toBe('readonly'));
    insertRow(script.doc, { id: RowId.parse('r2'), kind: 'activity', order: 'a5', values: {} });
    other.provider.detach();
    other.provider.attach();
    await vi.waitFor(() => expect(other.provider.authorizedScope).toBe('read-write'));
    addExpenditure(other, 'r3');
    await saved(other);
    const standing = await here.server.collaboration.readReportRows(reportId);
    expect(standing.map((row) => [row.id, row.organisationId, row.values.note])).toEqual([
      [rowId, first, null],
      ['r3', second, null],
    ]);
    expect(away.rows[0]?.values.note).toBe('без мережі');
    // What is theirs by right is decided anew for every request too.
    expect((await here.post('editor', '/submit')).problem().code).toBe('access.editors-only');
  });
});
