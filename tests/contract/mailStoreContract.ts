import { beforeEach, expect, test } from 'vitest';
import type { ClaimOptions, MailClaim, MailStore } from '#server/storage/MailStore.ts';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import { ReportId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const me = UserId.parse('u1');
const other = UserId.parse('u2');
const start = 1_700_000_000_000;
const options = (now: number): ClaimOptions => ({ now, quietMs: 100, longestMs: 1_000, leaseMs: 500 });

function said(words: string, changes: Partial<NewNotice> = {}): NewNotice {
  const subject = { threadId: null, organisationId: null, words };
  const told = {
    userId: me,
    kind: 'mention',
    reportId: ReportId.parse('report'),
    by: other,
    subject,
  } as const;
  return { ...told, createdAt: start, onceKey: null, ...changes };
}

export function describeMailStore(fixture: StorageFixture): void {
  const mail = () => fixture.storage.mail;
  const tell = (...notices: NewNotice[]) => fixture.storage.notices.add(notices);
  const subscribe = async (userId: UserId) => {
    await mail().setAddress(userId, `${userId}@city.example`, 'uk', start);
    expect(await mail().confirm(userId, `${userId}@city.example`, start, start)).toBe(true);
  };
  const claim = async (now: number, store: MailStore = mail()) =>
    must(await store.claim(options(now)), 'claim');
  const wordsOf = (claimed: MailClaim) =>
    claimed.kind === 'digest' ? claimed.notices.map(({ subject }) => subject.words) : null;

  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
    for (const id of [me, other]) {
      await fixture.storage.users.create(buildStoredUser(id, { id, memberships: [] }));
    }
  });

  test('TLK-41 an address is kept, confirmed as it was given, and goes with what waited', async () => {
    await mail().setAddress(me, 'a@city.example', 'en', start);
    await tell(said('раніше'));
    expect(await mail().confirm(me, 'b@city.example', start, 5)).toBe(false);
    expect(await mail().confirm(me, 'a@city.example', start + 1, 5)).toBe(false);
    expect(await mail().confirm(other, 'a@city.example', start, 5)).toBe(false);
    await fixture.reopen();
    expect(await mail().confirm(me, 'a@city.example', start, start + 9)).toBe(true);
    const kept = {
      userId: me,
      address: 'a@city.example',
      language: 'en',
      askedAt: start,
      confirmedAt: start + 9,
    };
    expect(await mail().findAddress(me)).toMatchObject({
      ...kept,
      stoppedAt: null,
      failedAt: null,
      attempts: 0,
    });
    expect(await mail().listAddresses()).toHaveLength(1);
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    await tell(said('потім'));
    await mail().setAddress(me, 'b@city.example', 'uk', start + 10);
    await mail().confirm(me, 'b@city.example', start + 10, start + 11);
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    expect([await mail().removeAddress(me), await mail().removeAddress(me)]).toEqual([true, false]);
    expect(await mail().findAddress(me)).toBeNull();
    expect(await mail().changeAddress(me, { isStopped: true }, 1)).toBe(false);
  });

  test('TLK-41 a link that is to be mailed is claimed once, and not again when it was sent', async () => {
    await mail().setAddress(me, 'a@city.example', 'uk', start);
    expect(await mail().listWaiting()).toMatchObject([
      { userId: me, kind: 'confirmation', count: 1, since: start },
    ]);
    const claimed = await claim(start);
    expect(claimed).toMatchObject({ kind: 'confirmation', address: { userId: me } });
    expect(await mail().claim(options(start))).toBeNull();
    await mail().settle(claimed, start + 1, true);
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    expect(await mail().listWaiting()).toEqual([]);
    expect(await mail().findAddress(me)).toMatchObject({
      confirmationSentAt: start + 1,
      lastSentAt: start + 1,
    });
  });

  test('TLK-42 mail is due when nothing new came, or something waits too long, and holds what is unread', async () => {
    await subscribe(me);
    await tell(said('1'), said('2', { createdAt: start + 90 }));
    expect(await mail().claim(options(start + 189))).toBeNull();
    const { storage } = fixture;
    const [latest] = await storage.notices.list(me, 1);
    await storage.notices.mark(me, [must(latest, 'notice').id], start + 95);
    const first = await claim(start + 190);
    expect(wordsOf(first)).toEqual(['1']);
    await mail().settle(first, start + 191, true);
    await subscribe(other);
    for (let at = 0; at < 1_000; at += 50)
      await tell(said(`${at}`, { userId: other, createdAt: start + at }));
    expect(await mail().claim(options(start + 999))).toBeNull();
    const claimed = await claim(start + 1_000);
    expect(wordsOf(claimed)).toHaveLength(20);
    await mail().settle(claimed, start + 1_001, true);
    expect(await mail().listWaiting()).toEqual([]);
  });

  test('TLK-44 what is off in the product alone waits for mail, is shown nowhere and is not read by reading all', async () => {
    await subscribe(me);
    const { notices } = fixture.storage;
    await notices.setOff(me, 'app', ['mention', 'answer']);
    await notices.setOff(me, 'mail', ['answer', 'comment']);
    const written = await tell(
      said('лист'),
      said('ніде', { kind: 'answer' }),
      said('тут', { kind: 'comment' }),
    );
    expect(written.map(({ subject }) => subject.words)).toEqual(['лист', 'тут']);
    expect((await notices.list(me, 9)).map(({ subject }) => subject.words)).toEqual(['тут']);
    expect(await notices.countUnread(me)).toBe(1);
    await notices.mark(me, null, start);
    expect(wordsOf(await claim(start + 500))).toEqual(['лист']);
    // Without an address nothing of it is written.
    await tell(said('нікуди', { userId: other }));
    await notices.setOff(other, 'app', ['mention']);
    expect(await tell(said('нікуди', { userId: other }))).toEqual([]);
    expect(await notices.listOff(me, 'mail')).toEqual(['answer', 'comment']);
  });

  test('TLK-48 of several who claim at once one gets a mail, and after its time whoever comes gets the same', async () => {
    await subscribe(me);
    await tell(said('1'));
    const claims = await Promise.all([1, 2, 3, 4].map(() => mail().claim(options(start + 200))));
    const [first, ...more] = claims.filter((one) => one !== null);
    expect(more).toEqual([]);
    await tell(said('2'));
    expect(await mail().claim(options(start + 699))).toBeNull();
    await fixture.reopen();
    const again = await claim(start + 700);
    expect(again).toMatchObject({ kind: 'digest', batch: must(first, 'claim').id });
    expect(again.id).not.toBe(first?.id);
    expect(wordsOf(again)).toEqual(['1']);
    // The first one was slow and not dead: its word settles the mail, and the other's claim stands.
    await mail().settle(must(first, 'claim'), start + 701, true);
    expect(await mail().findAddress(me)).toMatchObject({ lastSentAt: null });
    await mail().settle(again, start + 702, true);
    expect(wordsOf(await claim(start + 703))).toEqual(['2']);
  });

  test('TLK-46 TLK-47 a failure is kept with when it is tried again; what is refused for good is not', async () => {
    await subscribe(me);
    await tell(said('1'));
    const failed = await claim(start + 200);
    const failure = { now: start + 201, error: 'ECONNREFUSED', nextAttemptAt: start + 900, isUnsure: false };
    await mail().fail(failed, failure);
    await tell(said('2'));
    expect(await mail().claim(options(start + 899))).toBeNull();
    expect(await mail().listWaiting()).toMatchObject([
      { count: 2, attempts: 1, nextAttemptAt: start + 900, lastError: 'ECONNREFUSED' },
    ]);
    const second = await claim(start + 900);
    expect(wordsOf(second)?.sort()).toEqual(['1', '2']);
    await mail().fail(second, { ...failure, nextAttemptAt: start + 1_000, isUnsure: true });
    await tell(said('3'));
    const third = await claim(start + 1_000);
    expect(wordsOf(third)?.sort()).toEqual(['1', '2']);
    await mail().giveUp(third, start + 1_001, '552 too big', false);
    const fourth = await claim(start + 1_200);
    expect(wordsOf(fourth)).toEqual(['3']);
    await tell(said('4'));
    await mail().giveUp(fourth, start + 1_201, '550 no such mailbox', true);
    expect(await mail().findAddress(me)).toMatchObject({
      ...{ failedAt: start + 1_201, lastError: '550 no such mailbox', lastErrorAt: start + 1_201 },
    });
    await tell(said('5'));
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    expect(await mail().listWaiting()).toEqual([]);
  });

  test('TLK-49 who has stopped mail gets none, and none of what came meanwhile when it begins again', async () => {
    await subscribe(me);
    await tell(said('1'));
    expect(await mail().changeAddress(me, { isStopped: true }, start + 5)).toBe(true);
    await tell(said('2'));
    expect(await mail().findAddress(me)).toMatchObject({ stoppedAt: start + 5 });
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    await mail().changeAddress(me, { isStopped: false, language: 'en' }, start + 6);
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    await tell(said('3'));
    const claimed = await claim(start + 9_000);
    expect(wordsOf(claimed)).toEqual(['3']);
    expect(claimed.address.language).toBe('en');
  });

  test('TLK-45 what waits for an account that is disabled is claimed by nobody', async () => {
    await subscribe(me);
    await tell(said('1'));
    await fixture.storage.users.change(me, { isDisabled: true });
    expect(await mail().claim(options(start + 9_000))).toBeNull();
    expect(await mail().listWaiting()).toEqual([]);
  });
}
