import { beforeEach, expect, test } from 'vitest';
import type { NewComment, NewThread } from '#server/storage/CommentStore.ts';
import { CommentId, commentCountLimit, ThreadId } from '#shared/api/comments.ts';
import { OrganisationId, ReportId, RowId, UserId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { closeReport } from '#tests/support/closeReport.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const author = UserId.parse('u1');
const other = UserId.parse('u2');

function comment(id: string, changes: Partial<NewComment> = {}): NewComment {
  const written = { userId: author, createdAt: 1_700_000_000_000, text: `Текст ${id}`, mentions: [] };
  return { id: CommentId.parse(id), ...written, ...changes };
}

function thread(id: string, changes: Partial<NewThread> = {}): NewThread {
  return {
    id: ThreadId.parse(id),
    reportId,
    place: {
      kind: 'cell',
      table: 'expenditure',
      organisationId: OrganisationId.parse('o1'),
      rowId: RowId.parse('r1'),
      field: 'note',
    },
    title: 'Квіти',
    quote: 'було',
    createdAt: 1_700_000_000_000,
    comment: comment(`${id}c1`),
    ...changes,
  };
}

export function describeCommentStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
  });
  const t1 = ThreadId.parse('t1');
  const find = () => fixture.storage.comments.find(reportId, t1);

  test('TLK-1 a thread is kept with its place, its quote and its comments in order', async () => {
    const quotes = [null, 47_580_00, { unreadable: 'сорок' }, ''];
    await fixture.storage.comments.begin(thread('t1', { comment: comment('c1', { mentions: [other] }) }));
    await fixture.storage.comments.answer(reportId, t1, comment('c2', { userId: other, createdAt: 5 }));
    for (const [index, quote] of quotes.entries()) {
      await fixture.storage.comments.begin(
        thread(`q${index}`, { quote, createdAt: 1_800_000_000_000 + index }),
      );
    }
    await fixture.reopen();
    const { comments } = fixture.storage;
    const [first, ...others] = await comments.list(reportId);
    const { comment: _comment, ...begun } = thread('t1');
    expect(first).toEqual({
      ...begun,
      resolved: null,
      comments: [
        { ...comment('c1', { mentions: [other] }), editedAt: null, deletedAt: null },
        { ...comment('c2', { userId: other, createdAt: 5 }), editedAt: null, deletedAt: null },
      ],
    });
    expect(others.map(({ quote }) => quote)).toEqual(quotes);
    expect(await comments.list(ReportId.parse('other'))).toEqual([]);
    expect(await comments.find(ReportId.parse('other'), t1)).toBeNull();
  });

  test('TLK-5 a resolved thread takes no answer until it is opened again', async () => {
    const { comments } = fixture.storage;
    await comments.begin(thread('t1'));
    await comments.resolve(reportId, t1, { at: 7, by: other });
    await comments.resolve(reportId, t1, { at: 9, by: author });
    expect((await find())?.resolved).toEqual({ at: 7, by: other });
    await expect(comments.answer(reportId, t1, comment('c2'))).rejects.toMatchObject({
      code: 'comment.resolved',
    });
    await comments.resolve(reportId, t1, null);
    await comments.answer(reportId, t1, comment('c2'));
    expect(await find()).toMatchObject({ resolved: null, comments: [{}, { id: 'c2' }] });
    for (const wrong of [
      comments.resolve(ReportId.parse('other'), t1, null),
      comments.answer(reportId, ThreadId.parse('none'), comment('c3')),
    ])
      await expect(wrong).rejects.toMatchObject({ code: 'comment.unknown' });
  });

  test('TLK-6 one’s own comment is changed and taken away, and that it was stays; nobody else’s', async () => {
    const { comments } = fixture.storage;
    await comments.begin(thread('t1', { comment: comment('c1', { mentions: [other] }) }));
    const own = { id: CommentId.parse('c1'), userId: author, at: 20 };
    const change = { text: 'Краще', mentions: [author] };
    await comments.edit(reportId, t1, own, change);
    expect((await find())?.comments).toMatchObject([{ ...change, editedAt: 20, deletedAt: null }]);
    for (const wrong of [
      comments.edit(reportId, t1, { ...own, userId: other }, change),
      comments.remove(reportId, t1, { ...own, userId: other }),
    ])
      await expect(wrong).rejects.toMatchObject({ code: 'comment.not-yours' });
    await comments.remove(reportId, t1, { ...own, at: 30 });
    expect((await find())?.comments).toMatchObject([
      { text: '', mentions: [], editedAt: 20, deletedAt: 30, userId: author },
    ]);
    for (const wrong of [
      comments.edit(reportId, t1, own, change),
      comments.remove(reportId, t1, own),
      comments.remove(reportId, ThreadId.parse('t2'), own),
    ])
      await expect(wrong).rejects.toMatchObject({ code: 'comment.unknown' });
    expect(await comments.search(reportId, ['краще'], 10)).toEqual([]);
  });

  test('TLK-1 several who answer at once are all kept, and a thread ends at its limit', async () => {
    const { comments } = fixture.storage;
    await comments.begin(thread('t1'));
    const answers = Array.from({ length: 8 }, (_, index) => comment(`a${index}`));
    await Promise.all(answers.map((answer) => comments.answer(reportId, t1, answer)));
    expect((await find())?.comments).toHaveLength(9);
    await fixture.run(`update comments set number = ${commentCountLimit} where id = 'a7'`);
    await expect(comments.answer(reportId, t1, comment('last'))).rejects.toMatchObject({
      code: 'comment.too-many',
      parameters: { limit: commentCountLimit },
    });
  });

  test('TLK-14 nothing is said in a report that is closed, at the same moment too', async () => {
    const { comments } = fixture.storage;
    await comments.begin(thread('t1'));
    const own = { id: CommentId.parse('t1c1'), userId: author, at: 20 };
    await closeReport(fixture.storage, reportId);
    const before = await comments.list(reportId);
    for (const wrong of [
      comments.begin(thread('t2')),
      comments.answer(reportId, t1, comment('c2')),
      comments.resolve(reportId, t1, { at: 1, by: author }),
      comments.edit(reportId, t1, own, { text: 'Інше', mentions: [] }),
      comments.remove(reportId, t1, own),
    ])
      await expect(wrong).rejects.toMatchObject({ code: 'access.finalised' });
    expect(await comments.list(reportId)).toEqual(before);
  });

  test('TLK-10 a thread is found by words of one of its comments, whatever their case', async () => {
    const { comments } = fixture.storage;
    await comments.begin(
      thread('t1', { comment: comment('c1', { text: 'Їжак п’є МОЛОКО, 50% і под_крес' }) }),
    );
    await comments.begin(
      thread('t2', { createdAt: 1_900_000_000_000, comment: comment('c2', { text: 'Молоко' }) }),
    );
    await comments.answer(reportId, ThreadId.parse('t2'), comment('c3', { text: 'їжаки' }));
    const search = async (...words: string[]) =>
      (await comments.search(reportId, words, 10)).map(({ id }) => id);
    expect(await search('молок')).toEqual(['t2', 't1']);
    expect(await search('їЖАК', "п'є")).toEqual(['t1']);
    expect(await search('50%')).toEqual(['t1']);
    expect(await search('под_к')).toEqual(['t1']);
    expect(await search('%')).toEqual(['t1']);
    expect(await search("' or 1=1 --")).toEqual([]);
    expect(await search()).toEqual([]);
    expect((await comments.search(reportId, ['молок'], 1)).map(({ id }) => id)).toEqual(['t2']);
    expect(await comments.search(ReportId.parse('other'), ['молок'], 10)).toEqual([]);
  });
}
