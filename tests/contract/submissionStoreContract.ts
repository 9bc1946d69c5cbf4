import { beforeEach, describe, expect, test } from 'vitest';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { JournalConflict, type NewTransition } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const o1 = OrganisationId.parse('o1');
const o2 = OrganisationId.parse('o2');
const userId = UserId.parse('u1');
const hash = (letter: string) => letter.repeat(64);

type Wish = Partial<NewTransition> & Pick<NewTransition, 'step' | 'from' | 'to'> & { sequence?: number };

export function describeSubmissionStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
  });

  async function build({ sequence, ...wish }: Wish): Promise<NewTransition> {
    const organisationId = wish.organisationId ?? o1;
    const documentName = sheetName(reportId, organisationId);
    const head = await fixture.storage.journal.findHead(documentName);
    const marked = {
      documentName,
      sequence: sequence ?? (head?.sequence ?? 0) + 1,
      userId,
      time: 1_700_000_000_000,
      update: new Uint8Array([0, 0]),
    };
    const entry = { ...marked, hash: computeEntryHash(marked, head?.hash ?? null) };
    return { reportId, organisationId, userId, note: '', contentHash: hash('a'), entry, ...wish };
  }
  const take = async (wish: Wish) => fixture.storage.submissions.transit(await build(wish));
  const submit = { step: 'submit', from: 'draft', to: 'submitted' } as const;
  const accept = { step: 'accept', from: 'submitted', to: 'accepted' } as const;
  const again = { step: 'accept', from: 'accepted', to: 'accepted' } as const;

  test('SUB-5 SUB-9 a step is kept whole with its entry of the journal, and the sheet is what it says', async () => {
    const first = await take({ ...submit, note: 'Готово' });
    await take(accept);
    await fixture.reopen();
    const { submissions, reports, journal } = fixture.storage;
    expect(await submissions.listTransitions(reportId)).toEqual([
      {
        reportId,
        organisationId: o1,
        ...submit,
        userId,
        note: 'Готово',
        contentHash: hash('a'),
        number: 1,
        time: 1_700_000_000_000,
        sequence: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      expect.objectContaining({ number: 2, sequence: 2, to: 'accepted' }),
    ]);
    expect((await submissions.listTransitions(reportId, o1))[0]).toEqual(first);
    expect(await submissions.listTransitions(reportId, o2)).toEqual([]);
    expect(await reports.findSheetStatus(reportId, o1)).toBe('accepted');
    expect(await reports.findSheetStatus(reportId, o2)).toBe('draft');
    expect(await journal.readAfter(sheetName(reportId, o1), 0)).toHaveLength(2);
  });

  test('SUB-5 of several steps at once one is taken, and nothing of the others is left', async () => {
    const wishes = await Promise.all([build(submit), build(submit), build(submit)]);
    const outcomes = await Promise.allSettled(
      wishes.map((wish) => fixture.storage.submissions.transit(wish)),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(2);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'submission.now-submitted' });
    expect(await fixture.storage.submissions.listTransitions(reportId)).toHaveLength(1);
    expect(await fixture.storage.journal.readAfter(sheetName(reportId, o1), 0)).toHaveLength(1);
  });

  test('SUB-7 a step whose place in the journal is taken is not taken, nor is anything of it', async () => {
    await take(submit);
    await expect(take({ ...accept, sequence: 1 })).rejects.toBeInstanceOf(JournalConflict);
    expect(await fixture.storage.reports.findSheetStatus(reportId, o1)).toBe('submitted');
    expect(await fixture.storage.submissions.listTransitions(reportId)).toHaveLength(1);
    await take(accept);
  });

  test('SUB-4 a sheet that is something else, or is not there', async () => {
    await expect(take(accept)).rejects.toMatchObject({ code: 'submission.now-draft' });
    await expect(take({ ...submit, organisationId: OrganisationId.parse('o9') })).rejects.toMatchObject({
      code: 'document.unknown',
    });
    expect(await fixture.storage.journal.findHead(sheetName(reportId, o1))).toBeNull();
  });

  describe('SUB-6 the database itself refuses', () => {
    test.each<[string, Wish[]]>([
      ['a draft that is accepted', [{ step: 'accept', from: 'draft', to: 'accepted' }]],
      ['a step that leads elsewhere', [{ step: 'submit', from: 'draft', to: 'accepted' }]],
      ['a return without a note', [submit, { step: 'return', from: 'submitted', to: 'returned' }]],
      ['a hash that is none', [{ ...submit, contentHash: 'abc' }]],
      [
        'an accepted sheet that is withdrawn',
        [submit, accept, { step: 'withdraw', from: 'accepted', to: 'draft' }],
      ],
      ['a second acceptance of the same content', [submit, accept, again]],
    ])('%s', async (_what, wishes) => {
      for (const wish of wishes.slice(0, -1)) await take(wish);
      const before = await fixture.storage.submissions.listTransitions(reportId);
      const status = await fixture.storage.reports.findSheetStatus(reportId, o1);
      const [last = submit] = wishes.slice(-1);
      await expect(take(last)).rejects.toThrow();
      expect(await fixture.storage.submissions.listTransitions(reportId)).toEqual(before);
      expect(await fixture.storage.reports.findSheetStatus(reportId, o1)).toBe(status);
      expect(await fixture.storage.journal.readAfter(sheetName(reportId, o1), 0)).toHaveLength(before.length);
    });

    test('SUB-2 a second acceptance is of another content', async () => {
      for (const wish of [submit, accept, { ...again, contentHash: hash('b') }]) await take(wish);
      await expect(take({ ...again, contentHash: hash('b') })).rejects.toThrow();
      // The content of the first acceptance is another than that of the last.
      await take({ ...again, contentHash: hash('a') });
    });

    test.each([
      `update sheets set status = 'accepted' where organisation_id = 'o1'`,
      `update sheets set status = 'draft' where organisation_id = 'o1'`,
      `update sheets set status = 'submitted' where organisation_id = 'o2'`,
      `insert into sheets (report_id, organisation_id, position, status) values ('report', 'o1', 9, 'accepted')`,
      `update sheet_transitions set note = 'інше'`,
      `update sheet_transitions set to_status = 'accepted', step = 'accept'`,
      'delete from sheet_transitions',
      `delete from sheets where organisation_id = 'o1'`,
    ])('%s', async (statement) => {
      await take(submit);
      const before = await fixture.storage.submissions.listTransitions(reportId);
      await expect(fixture.run(statement)).rejects.toThrow();
      expect(await fixture.storage.submissions.listTransitions(reportId)).toEqual(before);
      expect(await fixture.storage.reports.findSheetStatus(reportId, o1)).toBe('submitted');
      expect(await fixture.storage.reports.findSheetStatus(reportId, o2)).toBe('draft');
    });
  });

  test('SUB-6 an organisation whose sheet was submitted once stays in the report', async () => {
    await take(submit);
    const leave = fixture.storage.reports.changeStructure(reportId, (now) => ({
      ...now,
      sheets: now.sheets.filter(({ organisationId }) => organisationId !== o1),
      organisations: now.organisations.filter(({ id }) => id !== o1),
      responsibilities: now.responsibilities.filter(({ organisationId }) => organisationId !== o1),
    }));
    await expect(leave).rejects.toMatchObject({ code: 'submission.kept' });
    expect(await fixture.storage.reports.findSheetStatus(reportId, o1)).toBe('submitted');
  });

  test('SUB-22 explanations are kept by finding; what was said after an entry outlives what was seen at it', async () => {
    const { submissions } = fixture.storage;
    const said = { reportId, organisationId: o1, userId, time: 5, sequence: 3 };
    const first = { ...said, findingKey: 'a/r1/note', text: 'Перше' };
    const second = { ...said, findingKey: 'b/r1/note', text: 'Друге', sequence: 8 };
    const other = { ...first, organisationId: o2 };
    for (const explanation of [first, second, other]) await submissions.explain(explanation);
    await submissions.explain({ ...first, text: 'Краще' });
    await expect(
      submissions.explain({ ...first, organisationId: OrganisationId.parse('o9') }),
    ).rejects.toMatchObject({ code: 'document.unknown' });
    await fixture.reopen();
    const reopened = fixture.storage.submissions;
    expect(await reopened.listExplanations(reportId)).toEqual([{ ...first, text: 'Краще' }, second, other]);
    await reopened.removeExplanations(reportId, o1, [], 100);
    await reopened.removeExplanations(reportId, o1, [first.findingKey, second.findingKey], 5);
    expect(await reopened.listExplanations(reportId, o1)).toEqual([second]);
    expect(await reopened.listExplanations(reportId, o2)).toEqual([other]);
  });
}
