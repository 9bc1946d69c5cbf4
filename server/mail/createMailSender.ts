import type { Logger } from '#server/log/createLogger.ts';
import { describeNotices } from '#server/notices/describeNotices.ts';
import type { MailClaim } from '#server/storage/MailStore.ts';
import type { Storage, StoredUser } from '#server/storage/Storage.ts';
import { mailPages, mailPaths } from '#shared/api/mail.ts';
import { buildDigest, type WrittenMail } from './buildDigest.ts';
import { buildConfirmation } from './buildServiceMail.ts';
import type { Mailer } from './createMailer.ts';
import type { MailMetrics } from './createMailMetrics.ts';
import type { MailTokens } from './createMailTokens.ts';
import { MailRefused } from './MailRefused.ts';

const minuteMs = 60_000;

/** What comes within minutes is one mail, and nobody waits for it longer than half an hour. */
export const quietMs = 5 * minuteMs;
export const longestMs = 30 * minuteMs;
/** Longer than a mail may take. */
const leaseMs = 5 * minuteMs;
const longestPauseMs = 15 * minuteMs;
const longestDelayMs = 6 * 60 * minuteMs;
/** Of the database for nothing but mail, in one go. */
const mostMails = 500;

/** Sends what waits. */
export type MailSender = {
  /**
   * Everything that is due now, one after another; who asks in mid-round waits for it. Rejects with AppError `storage.…`;
   * whatever the mail server says is kept beside what waits, and tried again with a growing delay.
   */
  sendDue(): Promise<void>;
  /** Starts nothing new, lets what is on its way a moment, and breaks it off then: it is sent again. */
  stop(): Promise<void>;
};

type Parts = {
  storage: Storage;
  mailer: Mailer;
  tokens: MailTokens;
  origin: string;
  log: Logger;
  metrics: MailMetrics;
  now: () => number;
};

export function createMailSender({ storage, mailer, tokens, origin, log, metrics, now }: Parts): MailSender {
  const breaking = new AbortController();
  let isStopping = false;
  let round: Promise<void> | null = null;
  /** The mail server is asked once when it is down, and not once for each person. */
  let pause = { until: 0, count: 0 };

  async function sendAll(): Promise<void> {
    for (let sent = 0; sent < mostMails && !isStopping && now() >= pause.until; sent++) {
      const claim = await storage.mail.claim({ now: now(), quietMs, longestMs, leaseMs });
      if (claim === null) break;
      await handle(claim);
    }
    metrics.waiting.set((await storage.mail.listWaiting()).length);
  }

  async function handle(claim: MailClaim): Promise<void> {
    const { address } = claim;
    // Rights are asked anew: hours may lie between what happened and this moment.
    const user = await storage.users.findById(address.userId);
    const written = user === null || user.isDisabled ? null : await write(claim, user);
    if (written === null) return storage.mail.settle(claim, now(), false);
    try {
      await mailer.send(
        {
          ...written,
          to: address.address,
          id: claim.kind === 'digest' ? claim.batch : `${address.userId}-${address.askedAt}`,
          language: address.language,
          stopAddress: claim.kind === 'digest' ? `${origin}${stopPath(tokens.make('stop', address))}` : null,
        },
        breaking.signal,
      );
    } catch (error) {
      return refused(claim, MailRefused.from(error));
    }
    pause = { until: 0, count: 0 };
    metrics.sent.inc();
    await storage.mail.settle(claim, now(), true);
  }

  /** Null when nothing of it may be told any more. */
  async function write(claim: MailClaim, user: StoredUser): Promise<WrittenMail | null> {
    const { address } = claim;
    const { language } = address;
    if (claim.kind === 'confirmation') {
      const page = `${origin}${mailPages.confirm}#${tokens.make('confirm', address)}`;
      return buildConfirmation(language, user.name, origin, page);
    }
    const notices = await describeNotices(storage, { ...user, userId: user.id }, claim.notices);
    if (notices.length === 0) return null;
    const stopPage = `${origin}${mailPages.stop}#${tokens.make('stop', address)}`;
    return buildDigest({ language, name: user.name, notices, origin, stopPage });
  }

  async function refused(claim: MailClaim, { kind, message }: MailRefused): Promise<void> {
    const { userId, attempts } = claim.address;
    metrics.failed.inc({ reason: kind });
    log.warn({ userId, mail: claim.kind, reason: kind, detail: message }, 'mail not sent');
    if (kind === 'recipient' || kind === 'message') {
      return storage.mail.giveUp(claim, now(), message, kind === 'recipient');
    }
    const isServer = kind !== 'later';
    if (isServer) {
      const count = pause.count + 1;
      pause = { until: now() + Math.min(minuteMs * 2 ** (count - 1), longestPauseMs), count };
    }
    const delayMs = Math.min(minuteMs * 2 ** Math.min(attempts, 20), longestDelayMs);
    await storage.mail.fail(claim, {
      now: now(),
      error: message,
      nextAttemptAt: isServer ? pause.until : now() + delayMs,
      isUnsure: kind === 'unsure',
    });
  }

  return {
    sendDue() {
      if (isStopping) return Promise.resolve();
      round ??= sendAll().finally(() => {
        round = null;
      });
      return round;
    },

    async stop() {
      isStopping = true;
      if (round === null) return;
      const timer = setTimeout(() => breaking.abort(), 250);
      // Whoever asked for the round is told what went wrong in it.
      await round.catch(() => undefined);
      clearTimeout(timer);
    },
  };
}

function stopPath(token: string): string {
  return mailPaths.stop.replace(':token', token);
}
