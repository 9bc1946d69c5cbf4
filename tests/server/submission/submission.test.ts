import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AcceptancesAnswer, TransitionList } from '#shared/api/submission.ts';
import { RowId } from '#shared/model/ids.ts';
import { deleteRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { addExpenditure, SubmissionTown, saved } from './SubmissionTown.ts';

let here: SubmissionTown;

beforeEach(async () => {
  here = await SubmissionTown.start();
});
afterEach(() => here.stop());

const wrong = { plannedMinor: 100_00, actualMinor: 150_00 };
const row = (id: string) => RowId.parse(id);

describe('the life of a sheet', () => {
  test('SUB-3 SUB-9 SUB-30 it is submitted, returned with a note, submitted again and accepted, and every step is kept', async () => {
    const editor = await here.open('editor');
    addExpenditure(editor, 'r1');
    await saved(editor);
    expect(await here.state()).toMatchObject({
      status: 'draft',
      lastStep: null,
      submission: null,
      acceptance: null,
      isChangedSinceAcceptance: false,
      rowCount: 1,
      findings: { open: 0, explained: 0 },
      lastChange: { author: { kind: 'person', name: 'editor' } },
    });

    const submitted = await here.step('editor', '/submit', { note: 'Усе внесено' });
    expect(submitted).toMatchObject({ status: 'submitted', submission: { note: 'Усе внесено' } });
    expect(submitted.submission?.contentHash).toBe(submitted.contentHash);
    const unsaid = await here.post('coordinator', '/return', { note: '  ' });
    expect(unsaid.problem().code).toBe('request.invalid');
    const returned = await here.step('coordinator', '/return', { note: 'Додайте КПКВК' });
    expect(returned).toMatchObject({
      status: 'returned',
      lastStep: { note: 'Додайте КПКВК', author: { name: 'coordinator' } },
    });
    await here.step('editor', '/submit');
    await here.step('editor', '/withdraw');
    const { contentHash } = await here.step('coordinator', '/submit');
    const accepted = await here.step('coordinator', '/accept', { contentHash });
    expect(accepted).toMatchObject({
      status: 'accepted',
      acceptance: { contentHash, author: { name: 'coordinator' } },
      lastChange: { author: { name: 'editor' } },
    });
    expect(await here.state()).toEqual(accepted);

    const kept = TransitionList.parse(
      (await here.person('viewer').get(here.sheetPath('/transitions'))).json(),
    ).transitions;
    expect(kept.map(({ number, step, from, to }) => [number, step, from, to])).toEqual([
      [1, 'submit', 'draft', 'submitted'],
      [2, 'return', 'submitted', 'returned'],
      [3, 'submit', 'returned', 'submitted'],
      [4, 'withdraw', 'submitted', 'draft'],
      [5, 'submit', 'draft', 'submitted'],
      [6, 'accept', 'submitted', 'accepted'],
    ]);
    // Each is an entry of the journal, after the one change there was.
    expect(kept.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  test('SUB-4 what cannot be done names what the sheet is, and changes nothing', async () => {
    const refuse = async (rest: string, body?: unknown) =>
      (await here.post('coordinator', rest, body)).problem();
    const { contentHash } = await here.state();
    expect(await refuse('/accept', { contentHash })).toMatchObject({
      code: 'submission.now-draft',
      status: 409,
    });
    await here.step('editor', '/submit');
    expect(await refuse('/submit')).toMatchObject({ code: 'submission.now-submitted' });
    await here.step('coordinator', '/accept', { contentHash });
    expect(await refuse('/submit')).toMatchObject({ code: 'submission.now-accepted' });
    expect((await here.post('editor', '/withdraw')).problem().code).toBe('submission.now-accepted');
    await here.step('coordinator', '/return', { note: 'Ще раз' });
    expect(await refuse('/return', { note: 'Ще раз' })).toMatchObject({ code: 'submission.now-returned' });
    expect((await here.state()).lastStep).toMatchObject({ number: 3 });
    const elsewhere = `/api/reports/${here.town.reportId}/sheets/unknown/submit`;
    expect((await here.person('coordinator').post(elsewhere, {})).problem().code).toBe('document.unknown');
  });

  test('SUB-5 of several who decide at once one does, and the others are told what the sheet is', async () => {
    const both = await Promise.all([here.post('editor', '/submit'), here.post('coordinator', '/submit')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem().code).toBe('submission.now-submitted');
    const { contentHash } = await here.state();
    const decisions = await Promise.all([
      here.post('coordinator', '/accept', { contentHash }),
      here.post('coordinator', '/accept', { contentHash }),
      here.post('editor', '/withdraw'),
    ]);
    expect(decisions.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of decisions) expect([200, 409]).toContain(status);
    expect((await here.state()).lastStep?.number).toBe(2);
  });
});

describe('acceptance bound to content', () => {
  test('SUB-14 what the coordinator has not looked at is not accepted', async () => {
    const coordinator = await here.open('coordinator');
    addExpenditure(coordinator, 'r1');
    await saved(coordinator);
    const looked = await here.step('editor', '/submit');
    setCell(coordinator.doc, row('r1'), 'note', 'виправлено');
    await saved(coordinator);
    const refused = await here.post('coordinator', '/accept', { contentHash: looked.contentHash });
    expect(refused.problem()).toMatchObject({ code: 'submission.content-changed', status: 409 });
    expect(await here.state()).toMatchObject({ status: 'submitted', submission: { number: 1 } });
    const { contentHash } = await here.state();
    const accepted = await here.step('coordinator', '/accept', { contentHash });

    setCell(coordinator.doc, row('r1'), 'note', 'виправлено ще раз');
    await saved(coordinator);
    // A second acceptance of an older hash.
    const older = await here.post('coordinator', '/accept', { contentHash: accepted.contentHash });
    expect(older.problem().code).toBe('submission.content-changed');
    const changed = await here.state();
    expect(changed).toMatchObject({ status: 'accepted', isChangedSinceAcceptance: true });
    await here.step('coordinator', '/accept', { contentHash: changed.contentHash });
    expect(await here.state()).toMatchObject({ status: 'accepted', isChangedSinceAcceptance: false });
    const again = await here.post('coordinator', '/accept', { contentHash: changed.contentHash });
    expect(again.problem().code).toBe('submission.now-accepted');
  });

  test('SUB-15 SUB-16 what was changed since is shown by row and cell, with who and when, until it is accepted or put back', async () => {
    const editor = await here.open('editor');
    addExpenditure(editor, 'r1', { note: 'було' });
    addExpenditure(editor, 'r2');
    addExpenditure(editor, 'r3');
    await saved(editor);
    const { contentHash } = await here.step('editor', '/submit');
    const accepted = await here.step('coordinator', '/accept', { contentHash });
    expect(await here.changes()).toMatchObject({ acceptance: accepted.acceptance, contentHash, rows: [] });

    const coordinator = await here.open('coordinator');
    setCell(coordinator.doc, row('r1'), 'note', 'проміжне');
    setCell(coordinator.doc, row('r1'), 'note', 'стало');
    setCell(coordinator.doc, row('r2'), 'note', 'з’явилося');
    setCell(coordinator.doc, row('r2'), 'note', null);
    deleteRow(coordinator.doc, row('r3'));
    addExpenditure(coordinator, 'r4', { measure: 'Новий захід' });
    await saved(coordinator);
    const since = await here.changes();
    const who = { author: { kind: 'person', name: 'coordinator' } };
    expect(since.contentHash).toBe((await here.state()).contentHash);
    expect(since.rows).toMatchObject([
      {
        table: 'expenditure',
        rowId: 'r1',
        kind: 'changed',
        lastChange: who,
        cells: [{ field: 'note', before: 'було', after: 'стало', lastChange: who }],
      },
      { rowId: 'r4', kind: 'added', lastChange: who },
      { rowId: 'r3', kind: 'removed', lastChange: who },
    ]);
    expect(since.rows[1]?.cells).toContainEqual(
      expect.objectContaining({ field: 'measure', before: null, after: 'Новий захід' }),
    );

    setCell(coordinator.doc, row('r1'), 'note', 'було');
    deleteRow(coordinator.doc, row('r4'));
    addExpenditure(coordinator, 'r3');
    await saved(coordinator);
    expect(await here.state()).toMatchObject({ contentHash, isChangedSinceAcceptance: false });
    expect((await here.changes()).rows).toEqual([]);
  });

  test('SUB-32 several are accepted at once, each with its own result', async () => {
    const { reportId, organisationId } = here.town;
    await here.step('editor', '/submit');
    const { contentHash } = await here.state();
    const accept = async (...hashes: [string, string][]) => {
      const sheets = hashes.map(([id, hash]) => ({ organisationId: id, contentHash: hash }));
      const response = await here
        .person('coordinator')
        .post(`/api/reports/${reportId}/acceptances`, { sheets });
      return AcceptancesAnswer.parse(response.json()).results;
    };
    const first = await accept(
      ['unknown', contentHash],
      [organisationId, '0'.repeat(64)],
      [organisationId, contentHash],
      [organisationId, contentHash],
    );
    expect(first).toMatchObject([
      { outcome: 'refused', organisationId: 'unknown', code: 'document.unknown' },
      { outcome: 'refused', organisationId, code: 'submission.content-changed' },
      { outcome: 'accepted', organisationId, state: { status: 'accepted' } },
      { outcome: 'refused', organisationId, code: 'submission.now-accepted' },
    ]);
  });
});

describe('findings before submitting', () => {
  test('SUB-21 SUB-22 a sheet is submitted when each finding is mended or explained, and not before', async () => {
    const editor = await here.open('editor');
    addExpenditure(editor, 'r1', wrong);
    addExpenditure(editor, 'r2', { kpkvk: '12' });
    await saved(editor);
    const { findings } = await here.findings();
    expect(findings.map(({ key }) => key)).toEqual([
      'expenditure.no-reason/r1/reason',
      'expenditure.kpkvk-format/r2/kpkvk',
    ]);
    const refused = await here.post('editor', '/submit');
    expect(refused.problem()).toMatchObject({
      code: 'submission.findings-open',
      parameters: { count: 2 },
      errors: [
        { path: 'expenditure.no-reason/r1/reason' },
        { path: 'expenditure.kpkvk-format/r2/kpkvk', message: expect.stringContaining('12') },
      ],
    });
    expect((await here.state()).status).toBe('draft');

    setCell(editor.doc, row('r2'), 'kpkvk', '0210180');
    await saved(editor);
    const [key = ''] = findings.map((finding) => finding.key);
    expect((await here.explain('viewer', key, 'ні')).problem().code).toBe('access.viewer');
    expect((await here.explain('editor', 'row.duplicate/r1/measure', 'ні')).problem().code).toBe(
      'submission.finding-gone',
    );
    const explained = await here.explain('editor', key, ' Ціни зросли ');
    expect(explained.json()).toMatchObject({
      findings: [{ key, explanation: { text: 'Ціни зросли', author: { name: 'editor' } } }],
    });
    expect((await here.state()).findings).toEqual({ open: 0, explained: 1 });
    // Other numbers, the same finding.
    setCell(editor.doc, row('r1'), 'actualMinor', 160_00);
    await saved(editor);
    await here.step('editor', '/submit');
    expect((await here.explain('editor', key, null)).problem().code).toBe('access.sheet-locked');
    await here.step('editor', '/withdraw');
    await here.explain('editor', key, null);
    expect((await here.post('editor', '/submit')).problem().code).toBe('submission.findings-open');
  });

  test('SUB-22 an explanation goes with its finding', async () => {
    const editor = await here.open('editor');
    addExpenditure(editor, 'r1', wrong);
    await saved(editor);
    await here.explain('editor', 'expenditure.no-reason/r1/reason', 'Ціни зросли');
    setCell(editor.doc, row('r1'), 'actualMinor', 100_00);
    await saved(editor);
    expect((await here.findings()).findings).toEqual([]);
    setCell(editor.doc, row('r1'), 'actualMinor', 150_00);
    await saved(editor);
    expect((await here.findings()).findings).toMatchObject([{ explanation: null }]);
    expect((await here.state()).findings).toEqual({ open: 1, explained: 0 });
  });
});

describe('the deadline', () => {
  test('SUB-31 it is a property of the report, and the states say it with who has not submitted', async () => {
    const { reportId, organisationId } = here.town;
    const properties = `/api/reports/${reportId}/properties`;
    expect(await here.states()).toMatchObject({ deadline: null, notSubmitted: [organisationId] });
    expect((await here.person('coordinator').patch(properties, { deadline: '2022-02-30' })).status).toBe(400);
    const changed = await here.person('coordinator').patch(properties, { deadline: '2022-02-01' });
    expect(changed.json()).toMatchObject({ report: { deadline: '2022-02-01' } });
    await here.step('editor', '/submit');
    expect(await here.states()).toMatchObject({ deadline: '2022-02-01', notSubmitted: [] });
    await here.person('coordinator').patch(properties, { deadline: null });
    expect((await here.states()).deadline).toBeNull();
  });
});
