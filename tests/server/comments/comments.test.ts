import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ReaderList, ThreadAnswer, ThreadList } from '#shared/api/comments.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { DirectionId, RowId } from '#shared/model/ids.ts';
import { narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { listTextBlocks } from '#shared/narrative/textBlocks.ts';
import { deleteRow, setCell } from '#shared/sheet/sheetDocument.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { addExpenditure, SubmissionTown, saved } from '../submission/SubmissionTown.ts';

let here: SubmissionTown;

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

const path = (rest = '') => `/api/reports/${here.town.reportId}/comments${rest}`;
const cell = (rowId = 'r1', field = 'note') => {
  const { organisationId } = here.town;
  return { kind: 'cell', table: 'expenditure', organisationId, rowId, field };
};

async function begin(name: PersonName, body: Record<string, unknown> = {}): Promise<ThreadAnswer> {
  const response = await here.person(name).post(path(), { place: cell(), text: 'Звідки це?', ...body });
  if (response.status !== 201) throw new Error(response.text);
  return ThreadAnswer.parse(response.json());
}

async function idOf(name: PersonName): Promise<string> {
  const answer = await here.person(name).get('/api/session');
  return (answer.json() as { actor: { userId: string } }).actor.userId;
}

const list = async () => ThreadList.parse((await here.person('viewer').get(path())).json()).threads;

async function writeRow() {
  const editor = await here.open('editor');
  addExpenditure(editor, 'r1', { note: 'за кошторисом' });
  await saved(editor);
  return editor;
}

describe('threads', () => {
  test('TLK-1 TLK-3 a thread says what stood in the cell, also when the cell has changed since or its row is gone', async () => {
    const editor = await writeRow();
    const thread = await begin('coordinator');
    expect(thread).toMatchObject({
      place: cell(),
      title: 'Захід r1',
      quote: 'за кошторисом',
      resolved: null,
      comments: [{ author: { name: 'coordinator' }, text: 'Звідки це?', editedAt: null, deletedAt: null }],
    });
    setCell(editor.doc, RowId.parse('r1'), 'note', 'інше');
    await saved(editor);
    expect(await list()).toEqual([thread]);
    deleteRow(editor.doc, RowId.parse('r1'));
    await saved(editor);
    expect(await list()).toEqual([thread]);
    const answer = await here.person('editor').post(path(`/${thread.id}/answers`), { text: 'З договору' });
    expect(ThreadAnswer.parse(answer.json()).comments).toHaveLength(2);

    const amounts = await begin('editor', { place: cell('r2') }).catch((error: Error) => error.message);
    expect(amounts).toContain('comment.place-gone');
  });

  test('TLK-1 a quote is what stands in the cell, its blanks too', async () => {
    const editor = await writeRow();
    setCell(editor.doc, RowId.parse('r1'), 'note', '  за договором ');
    await saved(editor);
    expect(await begin('editor', { place: cell('r1', 'note') })).toMatchObject({ quote: '  за договором ' });
  });

  test('TLK-1 about an amount, an empty cell and a whole row', async () => {
    await writeRow();
    expect(await begin('editor', { place: cell('r1', 'plannedMinor') })).toMatchObject({ quote: 100_00 });
    expect(await begin('editor', { place: cell('r1', 'reason') })).toMatchObject({ quote: null });
    const { field: _field, ...row } = cell();
    expect(await begin('editor', { place: { ...row, kind: 'row' } })).toMatchObject({
      title: 'Захід r1',
      quote: null,
    });
  });

  test('TLK-2 what is no place, no text or too much is refused, and nothing is kept', async () => {
    await writeRow();
    const refuse = async (body: unknown) => (await here.person('editor').post(path(), body)).problem().code;
    const wrong: [unknown, string][] = [
      [{ place: cell('r9'), text: 'Текст' }, 'comment.place-gone'],
      [{ place: cell('r1', 'constructor'), text: 'Текст' }, 'comment.place-gone'],
      [{ place: { ...cell(), table: 'activity' }, text: 'Текст' }, 'comment.place-gone'],
      [{ place: { ...cell(), organisationId: 'nobody' }, text: 'Текст' }, 'document.unknown'],
      [{ place: { kind: 'paragraph', directionId: 'none', block: '1:1' }, text: 'Т' }, 'document.unknown'],
      [{ place: { kind: 'chart' }, text: 'Текст' }, 'request.invalid'],
      [{ place: cell(), text: ' \n\u202E ' }, 'request.invalid'],
      [{ place: cell(), text: 'я'.repeat(4_001) }, 'request.invalid'],
      [{ place: cell(), text: 'Текст', mentions: ['а'] }, 'request.invalid'],
      [{ place: cell(), text: 'Текст', mentions: Array(21).fill('u1') }, 'request.invalid'],
    ];
    for (const [body, code] of wrong) expect(await refuse(body)).toBe(code);
    expect(await list()).toEqual([]);
  });

  test('TLK-60 what is sent again because its answer was lost, or twice at once, is written and told of once', async () => {
    await writeRow();
    const key = 'one-press-1';
    const both = await Promise.all([begin('coordinator', { key }), begin('coordinator', { key })]);
    const again = await begin('coordinator', { key });
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    expect(await list()).toEqual([again]);
    const answer = async (name: PersonName, text: string) => {
      const sent = await here.person(name).post(path(`/${again.id}/answers`), { text, key });
      expect(sent.status).toBe(201);
      return ThreadAnswer.parse(sent.json()).comments.map((one) => one.text);
    };
    await Promise.all([answer('editor', 'З договору'), answer('editor', 'З договору')]);
    expect(await answer('editor', 'З договору')).toEqual(['Звідки це?', 'З договору']);
    const told = (await here.person('coordinator').get('/api/notices')).json() as { notices: unknown[] };
    expect(told.notices).toHaveLength(1);
    await answer('editor', 'З договору № 7');
    expect(await answer('coordinator', 'З договору')).toHaveLength(4);
    expect((await begin('editor', { key })).id).not.toBe(again.id);
  });

  test('TLK-4 script, markup and signs that turn words around stay plain words', async () => {
    await writeRow();
    const text = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:1) ‮abc\u0000';
    const { comments } = await begin('editor', { text });
    expect(comments[0]?.text).toBe(
      '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:1) abc',
    );
    const answer = await here.person('viewer').get(path());
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('TLK-5 TLK-6 answered, resolved, opened again; edited and deleted by its author alone', async () => {
    await writeRow();
    const { id, comments } = await begin('editor');
    const own = path(`/${id}/answers/${comments[0]?.id}`);
    const refused = await here.person('coordinator').patch(own, { text: 'Чуже' });
    expect(refused.problem()).toMatchObject({ code: 'comment.not-yours', status: 403 });
    expect((await here.person('coordinator').delete(own)).problem().code).toBe('comment.not-yours');
    const edited = ThreadAnswer.parse((await here.person('editor').patch(own, { text: 'Своє' })).json());
    expect(edited.comments).toMatchObject([{ text: 'Своє', editedAt: expect.any(String) }]);

    const resolved = await here.person('coordinator').patch(path(`/${id}`), { isResolved: true });
    expect(resolved.json()).toMatchObject({ resolved: { by: { name: 'coordinator' } } });
    const late = await here.person('editor').post(path(`/${id}/answers`), { text: 'Ще' });
    expect(late.problem().code).toBe('comment.resolved');
    await here.person('editor').patch(path(`/${id}`), { isResolved: false });
    expect((await here.person('editor').post(path(`/${id}/answers`), { text: 'Ще' })).status).toBe(201);
    const gone = ThreadAnswer.parse((await here.person('editor').delete(own)).json());
    expect(gone.comments).toMatchObject([{ text: '', deletedAt: expect.any(String) }, { text: 'Ще' }]);
    expect((await here.person('editor').patch(own, { text: 'Знов' })).problem().code).toBe('comment.unknown');
    const elsewhere = `/api/reports/${here.town.otherReportId}/comments/${id}`;
    expect((await here.person('administrator').get(elsewhere)).problem().code).toBe('comment.unknown');
  });

  test('TLK-7 whoever can read is mentioned; somebody without access is named and nothing is kept', async () => {
    await writeRow();
    const readers = ReaderList.parse(
      (await here.person('editor').get(`/api/reports/${here.town.reportId}/readers`)).json(),
    ).readers;
    expect(readers.map(({ name }) => name).sort()).toEqual(
      ['coordinator', 'editor', 'viewer', 'Адміністрування'].sort(),
    );
    const viewer = await idOf('viewer');
    const mentioned = await begin('editor', { text: '@viewer, гляньте', mentions: [viewer, viewer] });
    expect(mentioned.comments[0]?.mentions).toEqual([{ userId: viewer, name: 'viewer' }]);
    const body = { place: cell(), text: '@stranger', mentions: [await idOf('stranger')] };
    const stranger = await here.person('editor').post(path(), body);
    expect(stranger.problem()).toMatchObject({
      code: 'comment.mention-no-access',
      status: 422,
      parameters: { name: 'stranger' },
    });
    const nobody = await here.person('editor').post(path(), { ...body, mentions: ['nobody'] });
    expect(nobody.problem().code).toBe('comment.mention-unknown');
    await here.person('administrator').patch(`/api/users/${viewer}`, { isDisabled: true });
    const disabled = await here.person('editor').post(path(), { ...body, mentions: [viewer] });
    expect(disabled.problem().code).toBe('comment.mention-no-access');
    expect(ThreadList.parse((await here.person('editor').get(path())).json()).threads).toHaveLength(1);
  });

  test('TLK-8 everybody who has the report open is told which thread to fetch', async () => {
    const editor = await writeRow();
    const { id } = await begin('coordinator');
    const told = { type: 'comments-changed', reportId: here.town.reportId, threadId: id };
    await vi.waitFor(() => expect(editor.messages).toContainEqual(told));
    const count = editor.messages.length;
    await here.person('editor').patch(path(`/${id}`), { isResolved: true });
    await vi.waitFor(() => expect(editor.messages.slice(count)).toContainEqual(told));
  });
});

test('TLK-9 a paragraph of a text keeps its comment while others write around it', async () => {
  const { reportId } = here.town;
  const structure = await here.server.storage.reports.findStructure(reportId);
  const directionId = DirectionId.parse(structure?.directions[0]?.id);
  const doc = new Y.Doc();
  const first = new Y.XmlElement('paragraph');
  first.insert(0, [new Y.XmlText('Проведено виставку.')]);
  doc.getXmlFragment(narrativeRoot).insert(0, [first]);
  await here.server.collaboration.importUpdate(
    narrativeName(reportId, directionId),
    Y.encodeStateAsUpdate(doc),
    null,
  );
  const block = listTextBlocks(doc)[0]?.id;
  const place = { kind: 'paragraph', directionId, block };
  expect(await begin('editor', { place })).toMatchObject({
    place,
    title: 'Проведено виставку.',
    quote: 'Проведено виставку.',
  });
  const gone = await here
    .person('editor')
    .post(path(), { place: { ...place, block: '1:99' }, text: 'Текст' });
  expect(gone.problem().code).toBe('comment.place-gone');
  const figure = await here.person('editor').post(path(), { place: { ...place, kind: 'figure' }, text: 'Т' });
  expect(figure.problem().code).toBe('comment.place-gone');
});
