import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMailer } from '#server/mail/createMailer.ts';
import type { MailRefused } from '#server/mail/MailRefused.ts';
import { must } from '#shared/must.ts';
import { startSmtpServer } from '#tests/support/mail/startSmtpServer.ts';
import { longestMs, MailTown, quietMs } from './MailTown.ts';

let here: MailTown;

beforeEach(async () => {
  here = await MailTown.start();
});
afterEach(() => here.stop());

const minuteMs = 60_000;
const digests = () => here.smtp.mails.filter(({ headers }) => headers.has('list'));
const soon = () => Date.now() + quietMs + 1_000;

test('TLK-46 while the mail server is down mail waits, is tried with a growing delay, and nobody else is tried; then it goes out', async () => {
  const editor = await here.subscribe('editor');
  const viewer = await here.subscribe('viewer');
  const { port } = here.smtp;
  await here.smtp.stop();
  await here.tell(editor, 'перше', { createdAt: Date.now() - 1_000 });
  await here.tell(viewer, 'інше');
  let now = soon();
  const sender = here.senderAt(() => now);
  await sender.sendDue();
  const { waiting } = await here.queue();
  expect(waiting).toMatchObject([
    { name: 'editor', kind: 'digest', count: 1, attempts: 1, error: expect.stringContaining('ECONNREFUSED') },
    { name: 'viewer', kind: 'digest', count: 1, attempts: 0, error: null, nextAttemptAt: null },
  ]);
  expect(must(waiting[0]?.nextAttemptAt, 'next')).toBe(new Date(now + minuteMs).toISOString());
  // In the pause nothing is tried, whoever it is for.
  await sender.sendDue();
  expect((await here.queue()).waiting.map(({ attempts }) => attempts)).toEqual([1, 0]);
  const delays: number[] = [];
  for (let round = 0; round < 6; round++) {
    const before = await here.queue();
    now += 16 * minuteMs;
    await sender.sendDue();
    const after = await here.queue();
    const tried = after.waiting.findIndex(
      ({ attempts }, index) => attempts !== before.waiting[index]?.attempts,
    );
    delays.push((Date.parse(must(after.waiting[tried]?.nextAttemptAt, 'next')) - now) / minuteMs);
  }
  expect(delays).toEqual([2, 4, 8, 15, 15, 15]);

  // What was told meanwhile is in the same mail.
  await here.tell(editor, 'друге', { createdAt: now - quietMs });
  here.smtp = await startSmtpServer({ port });
  now += 16 * minuteMs;
  await sender.sendDue();
  expect(
    digests()
      .map(({ rcpt }) => rcpt[0])
      .sort(),
  ).toEqual(['editor@city.example', 'viewer@city.example']);
  expect(digests().find(({ rcpt }) => rcpt[0] === 'editor@city.example')?.text).toMatch(/перше[\s\S]*друге/);
  expect(await here.queue()).toMatchObject({ waiting: [], refused: [] });
});

test('TLK-46 a confirmation waits for the mail server too, and is shown', async () => {
  const { port } = here.smtp;
  await here.smtp.stop();
  await here.setAddress('editor', 'editor@city.example');
  await vi.waitFor(async () =>
    expect((await here.queue()).waiting).toMatchObject([{ kind: 'confirmation', count: 1, attempts: 1 }]),
  );
  expect((await here.settings('editor')).address?.state).toBe('waiting');
  here.smtp = await startSmtpServer({ port });
  await here.senderAt(soon()).sendDue();
  expect(here.smtp.mails).toHaveLength(1);
  expect((await here.settings('editor')).address?.state).toBe('asked');
  await here.senderAt(soon()).sendDue();
  expect(here.smtp.mails).toHaveLength(1);
});

test('TLK-47 an address that is refused for good is told and not tried again until it is given anew; others get theirs', async () => {
  const editor = await here.subscribe('editor');
  const viewer = await here.subscribe('viewer');
  here.smtp.refusedRecipients.set('editor@city.example', '550 5.1.1 No such mailbox');
  await here.tell(editor, 'перше', { createdAt: Date.now() - 1_000 });
  await here.tell(viewer, 'інше');
  await here.senderAt(soon()).sendDue();
  expect(digests().map(({ rcpt }) => rcpt)).toEqual([['viewer@city.example']]);
  expect((await here.settings('editor')).address).toMatchObject({
    state: 'failed',
    error: '550 5.1.1 No such mailbox',
  });
  expect(await here.queue()).toMatchObject({
    waiting: [],
    refused: [{ userId: editor, name: 'editor', isDead: true, error: '550 5.1.1 No such mailbox' }],
  });
  const { connections } = here.smtp;
  await here.tell(editor, 'друге');
  await here.senderAt(Date.now() + 24 * 60 * minuteMs).sendDue();
  expect(here.smtp.connections).toBe(connections);

  here.smtp.refusedRecipients.clear();
  await here.subscribe('editor');
  await here.tell(editor, 'третє');
  await here.senderAt(soon()).sendDue();
  expect(digests().at(-1)?.text).toContain('третє');
  expect(digests().at(-1)?.text).not.toContain('перше');
});

test('TLK-47 a refusal for now delays that mail alone, one of the mail drops it, and one to relay is the server’s', async () => {
  const editor = await here.subscribe('editor');
  const viewer = await here.subscribe('viewer');
  here.smtp.refusedRecipients.set('editor@city.example', '450 4.2.1 Mailbox is busy');
  await here.tell(editor, 'перше', { createdAt: Date.now() - 1_000 });
  await here.tell(viewer, 'інше');
  const at = soon();
  await here.senderAt(at).sendDue();
  expect(digests().map(({ rcpt }) => rcpt)).toEqual([['viewer@city.example']]);
  await here.senderAt(at + 3 * minuteMs).sendDue();
  expect((await here.queue()).waiting).toMatchObject([
    { attempts: 2, nextAttemptAt: new Date(at + 5 * minuteMs).toISOString() },
  ]);
  here.smtp.refusedRecipients.set('editor@city.example', '554 5.7.1 Relay access denied');
  await here.senderAt(at + 6 * minuteMs).sendDue();
  expect((await here.queue()).waiting).toMatchObject([
    { attempts: 3, error: '554 5.7.1 Relay access denied' },
  ]);
  here.smtp.refusedRecipients.clear();
  here.smtp.mode = { refuse: '552 5.3.4 Message too big' };
  await here.senderAt(at + 30 * minuteMs).sendDue();
  expect(await here.queue()).toMatchObject({
    waiting: [],
    refused: [{ name: 'editor', isDead: false, error: '552 5.3.4 Message too big' }],
  });
  expect((await here.settings('editor')).address?.state).toBe('confirmed');
  here.smtp.mode = 'take';
  await here.tell(editor, 'далі');
  await here.senderAt(at + 60 * minuteMs).sendDue();
  expect(digests().at(-1)?.text).toContain('далі');
  expect((await here.queue()).refused).toEqual([]);
});

test('TLK-48 of several processes one sends a mail', async () => {
  for (const name of ['editor', 'viewer', 'coordinator'] as const) {
    await here.tell(await here.subscribe(name), 'одне');
  }
  const at = soon();
  await Promise.all([1, 2, 3, 4].map(() => here.senderAt(at).sendDue()));
  expect(
    digests()
      .map(({ rcpt }) => rcpt[0])
      .sort(),
  ).toEqual(['coordinator@city.example', 'editor@city.example', 'viewer@city.example']);
});

test('TLK-48 a mail that may have arrived is sent again as the same mail, and what came since in the next one', async () => {
  const editor = await here.subscribe('editor');
  await here.tell(editor, 'перше');
  here.smtp.mode = 'die';
  const at = soon();
  await here.senderAt(at).sendDue();
  expect((await here.queue()).waiting).toMatchObject([{ attempts: 1, count: 1 }]);
  await here.tell(editor, 'друге', { createdAt: at });
  here.smtp.mode = 'take';
  await here.senderAt(at + 2 * minuteMs).sendDue();
  await here.senderAt(at + longestMs).sendDue();
  const [first, again, next] = digests();
  expect(digests()).toHaveLength(3);
  expect(first?.messageId).toMatch(/^<\w+@city\.example>$/);
  expect(again?.messageId).toBe(first?.messageId);
  expect(again?.text).toBe(first?.text);
  expect(next?.messageId).not.toBe(first?.messageId);
  expect(next?.text).toContain('друге');
  expect(next?.text).not.toContain('перше');
});

test('TLK-48 a process that dies between sending and writing it down repeats one mail at worst', async () => {
  const editor = await here.subscribe('editor');
  await here.tell(editor, 'перше');
  const at = soon();
  const { mail } = here.server.storage;
  // What such a process leaves behind: a claim that nobody settles.
  const claim = must(await mail.claim({ now: at, quietMs, longestMs, leaseMs: 5 * minuteMs }), 'claim');
  await here.tell(editor, 'друге', { createdAt: at });
  await here.senderAt(at + 4 * minuteMs).sendDue();
  expect(digests()).toEqual([]);
  await here.senderAt(at + 5 * minuteMs).sendDue();
  expect(digests()[0]?.messageId).toBe(`<${claim.id}@city.example>`);
  expect(digests()[0]?.text).not.toContain('друге');
  expect(digests()[1]?.text).toContain('друге');
  await here.senderAt(at + longestMs).sendDue();
  expect(digests()).toHaveLength(2);
});

test('TLK-51 a server that never answers is given up, and stopping does not wait for it', async () => {
  const editor = await here.subscribe('editor');
  await here.tell(editor, 'перше');
  here.smtp.mode = 'hang';
  const at = soon();
  await here.senderAt(at, { silenceMs: 100 }).sendDue();
  expect((await here.queue()).waiting).toMatchObject([
    { attempts: 1, error: expect.stringContaining('ETIMEDOUT') },
  ]);
  await here.senderAt(at + 2 * minuteMs, { wholeMs: 100 }).sendDue();
  expect((await here.queue()).waiting).toMatchObject([
    { attempts: 2, error: expect.stringContaining('EABORT') },
  ]);
  const sender = here.senderAt(at + 10 * minuteMs, { silenceMs: 60_000, wholeMs: 60_000 });
  const round = sender.sendDue();
  await here.waitForMails(here.smtp.mails.length + 1);
  await sender.stop();
  await round;
  await sender.sendDue();
  expect((await here.queue()).waiting).toMatchObject([{ attempts: 3 }]);
  here.smtp.mode = 'take';
  const before = digests().length;
  await here.senderAt(at + 20 * minuteMs).sendDue();
  expect(digests()).toHaveLength(before + 1);
  expect(new Set(digests().map(({ messageId }) => messageId)).size).toBe(1);
});

test('TLK-52 a password travels encrypted or not at all, and a certificate that nobody vouches for is refused', async () => {
  const mail = {
    to: 'a@city.example',
    id: 'x',
    language: 'uk',
    subject: 's',
    text: 't',
    html: 'h',
    stopAddress: null,
  } as const;
  const seen: string[] = [];
  const plain = await startSmtpServer({
    server: {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username }, _session, done) {
        seen.push(username ?? '');
        done(null, { user: username });
      },
    },
  });
  const secure = await startSmtpServer({ server: { secure: true } });
  try {
    const send = (port: number, tls: 'from-start' | 'required' | 'none') =>
      createMailer({
        ...here.config,
        server: { host: '127.0.0.1', port, user: 'zvit', password: 'таємниця', tls },
      }).send(mail);
    const refused = { name: 'MailRefused' } satisfies Partial<MailRefused>;
    await expect(send(plain.port, 'required')).rejects.toMatchObject(refused);
    expect(seen).toEqual([]);
    await expect(send(secure.port, 'from-start')).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(/certificate/i),
    });
    expect(secure.mails).toEqual([]);
    await send(plain.port, 'none');
    expect(seen).toEqual(['zvit']);
    expect(plain.mails).toHaveLength(1);
  } finally {
    await plain.stop();
    await secure.stop();
  }
});

test('TLK-51 the product stops in order while a mail is on its way, and the mail goes out after the next start', async () => {
  here.smtp.mode = 'hang';
  await here.setAddress('editor', 'editor@city.example');
  await here.waitForMails(1);
  expect(await here.server.halt()).toBe(true);
  here.smtp.mode = 'take';
  here.clock.aheadMs = 2 * minuteMs;
  const again = await here.server.restart();
  try {
    await here.waitForMails(2);
    const [first, second] = here.smtp.mails;
    expect(second?.messageId).toBe(first?.messageId);
  } finally {
    await again.stop();
  }
});
