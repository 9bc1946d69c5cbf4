import { afterEach, beforeEach, expect, test } from 'vitest';
import { MailSettings } from '#shared/api/mail.ts';
import { must } from '#shared/must.ts';
import { createPeople } from '#tests/support/createPeople.ts';
import { startTestServer } from '#tests/support/startTestServer.ts';
import { MailTown, quietMs, readToken } from './MailTown.ts';

let here: MailTown;

beforeEach(async () => {
  here = await MailTown.start();
});
afterEach(() => here.stop());

const confirm = (token: string) => here.person('anonymous').post('/api/mail/confirmation', { token });
const digest = () =>
  must(
    here.smtp.mails.find(({ headers }) => headers.has('list')),
    'a digest',
  );

test('TLK-40 without a mail server no mail is sent, and whoever asks is told so', async () => {
  const server = await startTestServer();
  try {
    const { people } = await createPeople(server.url, server.storage);
    const settings = MailSettings.parse((await people.editor.get('/api/profile/mail')).json());
    expect(settings).toEqual({ isOn: false, address: null });
    const body = { address: 'a@city.example', language: 'uk' };
    expect((await people.editor.put('/api/profile/mail', body)).problem().code).toBe('mail.off');
    expect((await people.administrator.post('/api/mail/test', body)).problem().code).toBe('mail.off');
    expect((await people.administrator.get('/api/mail/queue')).json()).toEqual({
      ...{ isOn: false, from: null, server: null, waiting: [], refused: [] },
    });
  } finally {
    await server.stop();
  }
});

test('TLK-41 an address is confirmed by its own link alone, within a week', async () => {
  for (const address of [
    '',
    'editor',
    'a@b@c',
    'a@city.example, b@city.example',
    'a@city.example\r\nBcc: b@city.example',
    '"a b"@city.example',
    'Ім’я <a@city.example>',
    `${'a'.repeat(300)}@city.example`,
  ]) {
    const refused = await here.person('editor').put('/api/profile/mail', { address, language: 'uk' });
    expect(refused.problem().code, address).toBe('request.invalid');
  }
  await here.setAddress('editor', 'first@city.example');
  await here.waitForMails(1);
  const first = readToken(here.smtp.mails[0]?.text ?? '', '/mail/confirm');
  await here.setAddress('editor', 'second@city.example', 'en');
  await here.waitForMails(2);
  const second = readToken(here.smtp.mails[1]?.text ?? '', '/mail/confirm');
  const viewer = await here.idOf('viewer');
  for (const token of [first, `${second}x`, second.replace(/^[^.]+/, viewer), 'none', '../x']) {
    expect((await confirm(token)).problem().code, token).toBe('mail.link-invalid');
  }
  here.clock.aheadMs = 8 * 86_400_000;
  expect((await confirm(second)).problem().code).toBe('mail.link-invalid');
  here.clock.aheadMs = 0;
  expect((await here.settings('editor')).address?.state).not.toBe('confirmed');
  expect((await confirm(second)).status).toBe(204);
  expect((await confirm(second)).status).toBe(204);
  expect((await here.settings('editor')).address).toMatchObject({ state: 'confirmed', language: 'en' });

  // The same address again is no news; it is removed, and its link is worth nothing.
  await here.setAddress('editor', 'second@city.example', 'uk');
  expect((await here.settings('editor')).address).toMatchObject({ state: 'confirmed', language: 'uk' });
  await here.person('editor').delete('/api/profile/mail');
  expect((await here.settings('editor')).address).toBeNull();
  expect((await confirm(second)).problem().code).toBe('mail.link-invalid');
  expect((await here.person('editor').patch('/api/profile/mail', { isStopped: true })).problem().code).toBe(
    'mail.no-address',
  );
});

test('TLK-41 an administrator gives somebody an address, which that person confirms; others may not', async () => {
  const editor = await here.idOf('editor');
  const path = `/api/users/${editor}/mail`;
  const body = { address: 'given@city.example', language: 'uk' };
  expect((await here.person('coordinator').put(path, body)).problem().code).toBe('access.administrator-only');
  const unknown = await here.person('administrator').put('/api/users/nobody/mail', body);
  expect(unknown.problem().code).toBe('user.unknown');
  expect(MailSettings.parse((await here.person('administrator').put(path, body)).json())).toMatchObject({
    address: { address: 'given@city.example' },
  });
  await here.waitForMails(1);
  expect(here.smtp.mails[0]?.rcpt).toEqual(['given@city.example']);
  expect((await confirm(readToken(here.smtp.mails[0]?.text ?? '', '/mail/confirm'))).status).toBe(204);
  expect((await here.settings('editor')).address?.state).toBe('confirmed');
});

test('TLK-41 nobody floods a stranger’s mailbox with links', async () => {
  const answers: number[] = [];
  for (let index = 0; index < 11; index++) {
    const body = { address: `stranger${index}@city.example`, language: 'uk' };
    answers.push((await here.person('viewer').put('/api/profile/mail', body)).status);
  }
  expect(answers).toEqual([...Array<number>(10).fill(200), 429]);
});

test('TLK-49 one click in a mail program unsubscribes, opening the link does not, and another’s link is no use', async () => {
  const editor = await here.subscribe('editor');
  await here.tell(editor, 'перше');
  await here.senderAt(Date.now() + quietMs + 1_000).sendDue();
  const raw = digest().headerLines;
  const line = (name: string) =>
    must(
      raw.find(({ key }) => key === name),
      name,
    ).line.replaceAll(/\r?\n\s+/g, ' ');
  expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const address = must(/<(https:[^>]+)>/.exec(line('list-unsubscribe'))?.[1], 'address');
  expect(address).toMatch(/^https:\/\/zvit\.example\.ua\/api\/mail\/stop\//);
  const url = here.server.url + new URL(address).pathname;

  const opened = await fetch(url, { redirect: 'manual' });
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe(`/mail/stop#${url.split('/').at(-1)}`);
  expect(digest().text).toContain(`https://zvit.example.ua/mail/stop#${url.split('/').at(-1)}`);
  const post = (to: string, headers: Record<string, string> = {}) =>
    fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'List-Unsubscribe=One-Click',
    });
  expect((await post(`${url}x`)).status).toBe(410);
  expect((await post(url.replace(editor, await here.idOf('viewer')))).status).toBe(410);
  expect((await here.settings('editor')).address?.state).toBe('confirmed');

  await here.tell(editor, 'друге');
  expect((await post(url, { origin: 'https://mail.example' })).status).toBe(204);
  expect((await post(url)).status).toBe(204);
  expect((await here.settings('editor')).address?.state).toBe('stopped');
  const before = here.smtp.mails.length;
  await here.senderAt(Date.now() + 3 * quietMs).sendDue();
  await here.tell(editor, 'третє');
  await here.person('editor').patch('/api/profile/mail', { isStopped: false });
  await here.senderAt(Date.now() + 10 * quietMs).sendDue();
  expect(here.smtp.mails).toHaveLength(before);
  await here.tell(editor, 'четверте');
  await here.senderAt(Date.now() + 10 * quietMs).sendDue();
  expect(here.smtp.mails.at(-1)?.text).toContain('четверте');
  // No other route is open to a page elsewhere.
  const elsewhere = await post(`${here.server.url}/api/mail/confirmation`);
  expect(elsewhere.status).toBe(403);
});

test('TLK-50 an administrator sees how sending goes and tries it', async () => {
  expect(await here.queue()).toMatchObject({
    isOn: true,
    from: 'zvit@city.example',
    waiting: [],
    refused: [],
  });
  const send = (address: string) =>
    here.person('administrator').post('/api/mail/test', { address, language: 'en' });
  expect((await send('me@city.example')).status).toBe(204);
  expect(here.smtp.mails.at(-1)).toMatchObject({
    rcpt: ['me@city.example'],
    subject: 'A test mail from Zvit',
  });
  here.smtp.refusedRecipients.set('no@city.example', '550 5.1.1 No such mailbox');
  const refused = await send('no@city.example');
  expect(refused.problem()).toMatchObject({ code: 'mail.not-sent', status: 502 });
  expect(refused.text).toContain('550 5.1.1 No such mailbox');
  for (const name of ['coordinator', 'editor'] as const) {
    expect((await here.person(name).get('/api/mail/queue')).problem().code).toBe('access.administrator-only');
  }
  const editor = await here.subscribe('editor');
  await here.tell(editor, 'перше');
  await here.senderAt(Date.now()).sendDue();
  const { waiting } = await here.queue();
  expect(waiting).toMatchObject([{ userId: editor, name: 'editor', kind: 'digest', count: 1, attempts: 0 }]);
  const metrics = await fetch(`${here.server.url}/metrics`);
  expect(await metrics.text()).toMatch(/zvit_mail_sent_total 1\b/);
});
