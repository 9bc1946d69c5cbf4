import { afterEach, beforeEach, expect, test } from 'vitest';
import { NoticeList } from '#shared/api/notices.ts';
import { must } from '#shared/must.ts';
import { longestMs, MailTown, quietMs } from './MailTown.ts';

let here: MailTown;

beforeEach(async () => {
  here = await MailTown.start();
});
afterEach(() => here.stop());

const start = () => Date.now();
const digests = () => here.smtp.mails.filter(({ headers }) => headers.has('list'));
const lastDigest = () => must(digests().at(-1), 'a digest');

test('TLK-41 nothing but the link goes to an address that is not confirmed, and who confirms is not mailed what was before', async () => {
  const editor = await here.idOf('editor');
  expect((await here.settings('editor')).address).toBeNull();
  expect(await here.setAddress('editor', ' Editor.First@City.example ')).toMatchObject({
    isOn: true,
    address: { address: 'Editor.First@City.example', language: 'uk' },
  });
  await here.waitForMails(1);
  const [confirmation] = here.smtp.mails;
  expect(confirmation).toMatchObject({
    rcpt: ['Editor.First@city.example'],
    subject: 'Підтвердьте адресу для листів зі «Звіту»',
  });
  expect(confirmation?.from?.text).toBe('"Звіт" <zvit@city.example>');
  await here.tell(editor, 'раніше');
  await here.senderAt(start() + longestMs).sendDue();
  expect(here.smtp.mails).toHaveLength(1);
  await here.subscribe('editor');
  expect((await here.settings('editor')).address?.state).toBe('confirmed');
  await here.senderAt(start() + longestMs).sendDue();
  expect(digests()).toEqual([]);
  await here.tell(editor, 'потім');
  await here.senderAt(start() + quietMs + 1_000).sendDue();
  expect(digests()).toHaveLength(1);
  expect(lastDigest().text).toContain('потім');
  expect(lastDigest().text).not.toContain('раніше');
});

test('TLK-42 what comes within minutes is one mail, nobody waits longer than half an hour, and what was read is left out', async () => {
  const editor = await here.subscribe('editor');
  const at = start();
  for (let index = 0; index < 10; index++) {
    await here.tell(editor, `коментар ${index}`, { createdAt: at + index * 20_000, kind: 'comment' });
  }
  await here.tell(editor, 'згадка', { createdAt: at + 200_000 });
  await here.senderAt(at + 201_000).sendDue();
  expect(digests()).toEqual([]);
  const list = NoticeList.parse((await here.person('editor').get('/api/notices')).json());
  const read = must(
    list.notices.find(({ subject }) => subject.words === 'коментар 4'),
    'notice',
  );
  await here.person('editor').post('/api/notices/read', { ids: [read.id], isRead: true });
  await here.senderAt(at + 200_000 + quietMs).sendDue();
  await here.senderAt(at + 200_000 + quietMs).sendDue();
  expect(digests()).toHaveLength(1);
  expect(lastDigest()).toMatchObject({
    rcpt: ['editor@city.example'],
    subject: 'Звіт: 1 згадка, 9 коментарів',
  });
  expect(lastDigest().text).toContain('«коментар 3»');
  expect(lastDigest().text).not.toContain('коментар 4');

  // Somebody who is told something every minute gets a mail all the same.
  const later = at + 2 * longestMs;
  for (let index = 0; index <= 30; index++) {
    await here.tell(editor, `ще ${index}`, { createdAt: later + index * 60_000 });
  }
  await here.senderAt(later + longestMs - 1).sendDue();
  expect(digests()).toHaveLength(1);
  await here.senderAt(later + longestMs).sendDue();
  expect(digests()).toHaveLength(2);
  expect(lastDigest().subject).toBe('Звіт: 31 згадка');
  expect(lastDigest().text).toContain('І ще 1');

  await here.tell(editor, 'прочитане', { createdAt: later + longestMs });
  await here.person('editor').post('/api/notices/read', { ids: null, isRead: true });
  await here.senderAt(later + 3 * longestMs).sendDue();
  expect(digests()).toHaveLength(2);
});

test('TLK-43 a mail is text and HTML in the person’s language, with ways to the places, and shows what people typed as it is', async () => {
  const editor = await here.subscribe('editor', 'en');
  const coordinator = await here.idOf('coordinator');
  const name = 'Ol\r\nBcc: all@city.example <b>Олена</b>';
  await here.server.storage.users.change(coordinator, { name });
  const script = '<script>alert("1")</script> & <img src=x onerror=alert(1)>';
  await here.tell(editor, script);
  await here.senderAt(start() + quietMs + 1_000).sendDue();
  const mail = lastDigest();
  expect(mail.subject).toBe('Ol Bcc: all@city.example <b>Олена</b> mentions you in a comment: first');
  expect(mail.rcpt).toEqual(['editor@city.example']);
  expect(mail.headers.has('bcc')).toBe(false);
  const place = `https://zvit.example.ua/reports/${here.town.reportId}/comments?thread=t1`;
  expect(mail.text).toContain(place);
  expect(mail.text).toContain(`«${script}»`);
  const page = must(mail.html || null, 'HTML');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain(`href="${place}"`);
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;img');
  expect(page).not.toMatch(/<script|<img|<b>/);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');

  await here.person('editor').patch('/api/profile/mail', { language: 'uk' });
  const organisationId = here.town.organisationId;
  const subject = { threadId: null, organisationId, words: '2099-02-01' };
  await here.tell(editor, '', { kind: 'deadline', by: null, subject });
  await here.tell(editor, '', { kind: 'returned', subject: { ...subject, words: '' } });
  await here.senderAt(start() + quietMs + 1_000).sendDue();
  expect(lastDigest().subject).toBe('Звіт: 1 повернутий аркуш, 1 нагадування про термін');
  expect(lastDigest().text).toContain('Термін подання: 01.02.2099');
  expect(lastDigest().text).toContain(`/activities?organisation=${organisationId}`);
});

test('TLK-44 each kind is switched off for the product and for mail apart', async () => {
  const editor = await here.subscribe('editor');
  const choose = (body: unknown) => here.person('editor').put('/api/profile/notices', body);
  expect((await choose({ off: ['mention'], mailOff: ['answer'] })).json()).toEqual({
    off: ['mention'],
    mailOff: ['answer'],
  });
  expect((await choose({ off: ['mention'] })).json()).toEqual({ off: ['mention'], mailOff: ['answer'] });
  expect((await choose({ off: [], mailOff: ['spam'] })).problem().code).toBe('request.invalid');
  await here.tell(editor, 'лише лист');
  await here.tell(editor, 'лише дзвіночок', { kind: 'answer' });
  await here.tell(editor, 'обоє', { kind: 'comment' });
  const list = NoticeList.parse((await here.person('editor').get('/api/notices')).json());
  expect(list.unreadCount).toBe(2);
  expect(list.notices.map(({ subject }) => subject.words).sort()).toEqual(['лише дзвіночок', 'обоє']);
  await here.senderAt(start() + quietMs + 1_000).sendDue();
  expect(lastDigest().subject).toBe('Звіт: 1 згадка, 1 коментар');
  expect(lastDigest().text).not.toContain('дзвіночок»');

  await here.tell(editor, 'вже не хочу', { kind: 'comment' });
  await choose({ off: ['mention'], mailOff: ['answer', 'comment'] });
  await here.senderAt(start() + longestMs).sendDue();
  expect(digests()).toHaveLength(1);
});

test('TLK-45 rights are asked again when a mail is sent, and a disabled account gets none', async () => {
  const editor = await here.subscribe('editor');
  const viewer = await here.subscribe('viewer');
  const coordinator = await here.subscribe('coordinator');
  for (const id of [editor, viewer, coordinator]) await here.tell(id, 'таємне');
  const administrator = here.person('administrator');
  await administrator.patch(`/api/users/${viewer}`, { memberships: [] });
  await administrator.patch(`/api/users/${coordinator}`, { isDisabled: true });
  await here.senderAt(start() + quietMs + 1_000).sendDue();
  expect(digests().map(({ rcpt }) => rcpt)).toEqual([['editor@city.example']]);
  const { reportId, organisationId } = here.town;
  const memberships = [{ reportId, role: 'editor', organisationId }];
  await administrator.patch(`/api/users/${viewer}`, { memberships });
  await here.senderAt(start() + longestMs).sendDue();
  expect(digests()).toHaveLength(1);
  expect((await here.queue()).waiting).toEqual([]);
});
