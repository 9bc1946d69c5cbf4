import { beforeEach, expect, test } from 'vitest';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import { CommentId, ThreadId } from '#shared/api/comments.ts';
import { DirectionId, ReportId, UserId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const me = UserId.parse('u1');
const other = UserId.parse('u2');

function notice(changes: Partial<NewNotice> = {}): NewNotice {
  const subject = { threadId: ThreadId.parse('t1'), organisationId: null, words: 'Гляньте' };
  const told = { userId: me, kind: 'mention', reportId, by: other, subject } as const;
  return { ...told, createdAt: 1_700_000_000_000, onceKey: null, ...changes };
}

export function describeNoticeStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
    for (const id of [me, other]) {
      await fixture.storage.users.create(buildStoredUser(id, { id, memberships: [] }));
    }
  });
  const words = async (userId: UserId) =>
    (await fixture.storage.notices.list(userId, 10)).map(({ subject }) => subject.words);
  const said = (text: string, changes: Partial<NewNotice> = {}) =>
    notice({ subject: { ...notice().subject, words: text }, ...changes });

  test('TLK-23 notices are kept, the newest first, and marked by their own person alone', async () => {
    const { notices } = fixture.storage;
    await notices.add([said('1'), said('2', { createdAt: 1_800_000_000_000 }), said('3', { userId: other })]);
    await fixture.reopen();
    const again = fixture.storage.notices;
    const [latest, earlier] = await again.list(me, 10);
    const { onceKey: _onceKey, ...kept } = said('2', { createdAt: 1_800_000_000_000 });
    expect(latest).toEqual({ ...kept, id: expect.any(String), readAt: null });
    expect(await again.list(me, 1)).toHaveLength(1);
    expect([await again.countUnread(me), await again.countUnread(other)]).toEqual([2, 1]);
    if (latest === undefined || earlier === undefined) throw new Error('no notices');
    await again.mark(other, [latest.id], 5);
    expect(await again.countUnread(me)).toBe(2);
    await again.mark(me, [latest.id], 5);
    await again.mark(me, [latest.id], 9);
    expect((await again.list(me, 10)).map(({ readAt }) => readAt)).toEqual([5, null]);
    await again.mark(me, null, 7);
    expect((await again.list(me, 10)).map(({ readAt }) => readAt)).toEqual([5, 7]);
    await again.mark(me, [earlier.id], null);
    expect([await again.countUnread(me), await again.countUnread(other)]).toEqual([1, 1]);
  });

  test('TLK-24 what a person has switched off is not written for them', async () => {
    const { notices } = fixture.storage;
    await notices.setOff(me, 'app', ['mention', 'answer', 'mention']);
    await notices.setOff(me, 'app', ['mention']);
    expect(await notices.listOff(me, 'app')).toEqual(['mention']);
    const written = await notices.add([
      said('1'),
      said('2', { kind: 'answer' }),
      said('3', { userId: other }),
    ]);
    expect(written.map(({ subject }) => subject.words)).toEqual(['2', '3']);
    expect([await words(me), await words(other)]).toEqual([['2'], ['3']]);
  });

  test('TLK-20 what is told once is told once, to each person', async () => {
    const { notices } = fixture.storage;
    const once = { onceKey: 'k' };
    const all = [said('1', once), said('2', once), said('3', { ...once, userId: other })];
    const written = await Promise.all(all.map((one) => notices.add([one])));
    expect(written.flat()).toHaveLength(2);
    expect(await words(other)).toEqual(['3']);
    expect(await notices.add([said('4', once)])).toEqual([]);
    expect(await words(me)).toHaveLength(1);
  });

  test('TLK-21 a comment and its notices are written together or not at all', async () => {
    const { comments, notices } = fixture.storage;
    const comment = { id: CommentId.parse('c1'), userId: other, createdAt: 1, text: 'Т', mentions: [me] };
    const place = { kind: 'paragraph', directionId: DirectionId.parse('d1'), block: '1:1' } as const;
    const thread = { id: ThreadId.parse('t1'), reportId, place, title: '', quote: null, createdAt: 1 };
    const toNobody = notice({ userId: UserId.parse('nobody') });
    await expect(comments.begin({ ...thread, comment }, [said('1'), toNobody])).rejects.toThrow();
    expect(await comments.list(reportId)).toEqual([]);
    expect(await notices.list(me, 10)).toEqual([]);
    await comments.begin({ ...thread, comment }, [said('1')]);
    const answer = { ...comment, id: CommentId.parse('c2') };
    await comments.resolve(reportId, thread.id, { at: 1, by: me });
    const refused = comments.answer(reportId, thread.id, answer, [said('2')]);
    await expect(refused).rejects.toMatchObject({ code: 'comment.resolved' });
    expect(await words(me)).toEqual(['1']);
  });
}
