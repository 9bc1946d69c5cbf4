import { Registry } from 'prom-client';
import { vi } from 'vitest';
import { createSecretBox } from '#server/accounts/secretBox.ts';
import type { MailConfig } from '#server/config/MailConfig.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { createMailer, type MailTimeouts } from '#server/mail/createMailer.ts';
import { createMailMetrics } from '#server/mail/createMailMetrics.ts';
import { createMailSender, longestMs, type MailSender, quietMs } from '#server/mail/createMailSender.ts';
import { createMailTokens } from '#server/mail/createMailTokens.ts';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import { ThreadId } from '#shared/api/comments.ts';
import { MailQueue, MailSettings } from '#shared/api/mail.ts';
import type { UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { createPeople, type PersonName, type Town } from '#tests/support/createPeople.ts';
import { startSmtpServer, type TestSmtpServer } from '#tests/support/mail/startSmtpServer.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

export { longestMs, quietMs };

const key = Buffer.alloc(32, 5);

/** A running server that sends mail to a real mail server, and its people. */
export class MailTown {
  readonly server: TestServer;
  readonly town: Town;
  readonly config: MailConfig;
  smtp: TestSmtpServer;
  /** How far the server's clock is ahead. */
  readonly clock: { aheadMs: number };

  private constructor(
    server: TestServer,
    town: Town,
    { config, smtp, clock }: Pick<MailTown, 'config' | 'smtp' | 'clock'>,
  ) {
    this.server = server;
    this.town = town;
    this.config = config;
    this.smtp = smtp;
    this.clock = clock;
  }

  static async start(): Promise<MailTown> {
    const smtp = await startSmtpServer();
    const config: MailConfig = {
      server: { host: '127.0.0.1', port: smtp.port, user: null, password: null, tls: 'offered' },
      from: { name: 'Звіт', address: 'zvit@city.example' },
      origin: 'https://zvit.example.ua',
    };
    const clock = { aheadMs: 0 };
    const now = () => Date.now() + clock.aheadMs;
    const server = await startTestServer({ mail: config, secretKey: key }, { now });
    return new MailTown(server, await createPeople(server.url, server.storage), { config, smtp, clock });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.smtp.stop();
  }

  person(name: PersonName) {
    return this.town.people[name];
  }

  async idOf(name: PersonName): Promise<UserId> {
    const users = await this.server.storage.users.list();
    const login = name === 'editorElsewhere' ? 'elsewhere' : name;
    return must(
      users.find((user) => user.login === login),
      name,
    ).id;
  }

  get tokens() {
    return createMailTokens(createSecretBox(key));
  }

  /** Another process's sender, at another time, with patience for tests. */
  senderAt(now: number | (() => number), timeouts: Partial<MailTimeouts> = {}): MailSender {
    return createMailSender({
      storage: this.server.storage,
      mailer: createMailer(this.config, { connectMs: 2_000, silenceMs: 5_000, wholeMs: 8_000, ...timeouts }),
      tokens: this.tokens,
      origin: this.config.origin,
      log: createLogger('silent'),
      metrics: createMailMetrics(new Registry()),
      now: typeof now === 'number' ? () => now : now,
    });
  }

  /** Gives an address, and confirms it by the link of the mail that comes. */
  async subscribe(name: PersonName, language: 'uk' | 'en' = 'uk'): Promise<UserId> {
    const before = this.smtp.mails.length;
    const address = `${name.toLowerCase()}@city.example`;
    await this.setAddress(name, address, language);
    await this.waitForMails(before + 1);
    const token = readToken(must(this.smtp.mails[before], 'the confirmation').text ?? '', '/mail/confirm');
    const confirmed = await this.person('anonymous').post('/api/mail/confirmation', { token });
    if (confirmed.status !== 204) throw new Error(confirmed.text);
    // The sender has written down that the link was sent.
    await vi.waitFor(async () => {
      if ((await this.settings(name)).address?.lastSentAt == null) throw new Error('not noted');
    });
    return this.idOf(name);
  }

  async setAddress(name: PersonName, address: string, language: 'uk' | 'en' = 'uk'): Promise<MailSettings> {
    const response = await this.person(name).put('/api/profile/mail', { address, language });
    if (response.status !== 200) throw new Error(response.text);
    return MailSettings.parse(response.json());
  }

  async settings(name: PersonName): Promise<MailSettings> {
    return MailSettings.parse((await this.person(name).get('/api/profile/mail')).json());
  }

  async queue(): Promise<MailQueue> {
    return MailQueue.parse((await this.person('administrator').get('/api/mail/queue')).json());
  }

  async waitForMails(count: number): Promise<void> {
    await vi.waitFor(() => {
      if (this.smtp.mails.length < count) throw new Error(`${this.smtp.mails.length} of ${count} mails`);
    });
  }

  /** Written as a comment would write it. */
  async tell(userId: UserId, words: string, changes: Partial<NewNotice> = {}): Promise<void> {
    await this.server.storage.notices.add([
      {
        userId,
        kind: 'mention',
        reportId: this.town.reportId,
        by: await this.idOf('coordinator'),
        subject: { threadId: ThreadId.parse('t1'), organisationId: this.town.organisationId, words },
        createdAt: Date.now(),
        onceKey: null,
        ...changes,
      },
    ]);
  }
}

/** The token behind `#` in the link to a page of the product. */
export function readToken(text: string, page: string): string {
  return must(new RegExp(`${page}#([\\w.-]+)`).exec(text)?.[1], page);
}
