import type { MailConfig } from '#server/config/MailConfig.ts';
import type { StoredMailAddress } from '#server/storage/MailStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type {
  MailAddressRequest,
  MailChangeRequest,
  MailQueue,
  MailSettings,
  MailState,
} from '#shared/api/mail.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type UserId } from '#shared/model/ids.ts';
import { buildTestMail } from './buildServiceMail.ts';
import type { Mailer } from './createMailer.ts';
import type { MailSender } from './createMailSender.ts';
import type { MailTokens } from './createMailTokens.ts';
import { MailRefused } from './MailRefused.ts';

const weekMs = 7 * 86_400_000;

/** What people and administrators say about mail. */
export type MailDesk = {
  read(userId: UserId): Promise<MailSettings>;
  /**
   * Another address, or the link for the same one anew; a confirmed one that stays takes the language alone. AppError
   * `mail.off`, `user.unknown`.
   */
  setAddress(userId: UserId, request: MailAddressRequest): Promise<MailSettings>;
  /** AppError `mail.no-address`. */
  change(userId: UserId, change: MailChangeRequest): Promise<MailSettings>;
  /** Whether there was one or not. */
  removeAddress(userId: UserId): Promise<MailSettings>;
  /** By the link of the mail. AppError `mail.link-invalid`. */
  confirm(token: string): Promise<void>;
  /** By the link of a digest, also twice. AppError `mail.link-invalid`. */
  stop(token: string): Promise<void>;
  readQueue(): Promise<MailQueue>;
  /** Resolves when the mail server has taken it. AppError `mail.off`, `mail.not-sent`. */
  test(request: MailAddressRequest): Promise<void>;
};

type Parts = {
  storage: Storage;
  tokens: MailTokens;
  /** Null where no mail is sent. */
  outgoing: { config: MailConfig; mailer: Mailer; sender: MailSender; onError(error: unknown): void } | null;
  now: () => number;
};

export function createMailDesk({ storage, tokens, outgoing, now }: Parts): MailDesk {
  const { mail, users } = storage;

  const read = async (userId: UserId): Promise<MailSettings> => {
    const stored = await mail.findAddress(userId);
    return { isOn: outgoing !== null, address: stored && present(stored) };
  };

  return {
    read,

    async setAddress(userId, { address, language }) {
      if (outgoing === null) throw new AppError('mail.off');
      if ((await users.findById(userId)) === null) throw new AppError('user.unknown');
      const stored = await mail.findAddress(userId);
      const isKept =
        stored !== null &&
        stored.address === address &&
        stored.confirmedAt !== null &&
        stored.failedAt === null;
      if (isKept) {
        await mail.changeAddress(userId, { language }, now());
        return read(userId);
      }
      await mail.setAddress(userId, address, language, now());
      // The person looks into the mailbox now; whoever asked does not wait for a slow mail server.
      void outgoing.sender.sendDue().catch(outgoing.onError);
      return read(userId);
    },

    async change(userId, { language, isStopped }) {
      const change = { ...(language && { language }), ...(isStopped !== undefined && { isStopped }) };
      if (!(await mail.changeAddress(userId, change, now()))) throw new AppError('mail.no-address');
      return read(userId);
    },

    async removeAddress(userId) {
      await mail.removeAddress(userId);
      return read(userId);
    },

    async confirm(token) {
      const stored = await findByToken(token, 'confirm');
      if (stored.askedAt + weekMs < now()) throw new AppError('mail.link-invalid');
      const { userId, address, askedAt } = stored;
      if (!(await mail.confirm(userId, address, askedAt, now()))) throw new AppError('mail.link-invalid');
    },

    async stop(token) {
      const { userId } = await findByToken(token, 'stop');
      await mail.changeAddress(userId, { isStopped: true }, now());
    },

    async readQueue() {
      const names = new Map((await users.list()).map(({ id, name }) => [id, name]));
      const waiting = await mail.listWaiting();
      const isWaiting = new Set(waiting.map(({ userId }) => userId));
      const addresses = await mail.listAddresses();
      return {
        isOn: outgoing !== null,
        from: outgoing?.config.from.address ?? null,
        server: outgoing && `${outgoing.config.server.host}:${outgoing.config.server.port}`,
        waiting: waiting.map(({ userId, kind, count, since, attempts, nextAttemptAt, lastError }) => ({
          ...{ userId, kind, count, attempts, since: isoTime(since), error: lastError },
          name: names.get(userId) ?? '',
          nextAttemptAt: attempts === 0 ? null : isoTime(nextAttemptAt),
        })),
        refused: addresses.flatMap(({ userId, failedAt, lastError, lastErrorAt }) =>
          lastError === null || lastErrorAt === null || isWaiting.has(userId)
            ? []
            : [
                {
                  ...{ userId, name: names.get(userId) ?? '', error: lastError },
                  at: isoTime(lastErrorAt),
                  isDead: failedAt !== null,
                },
              ],
        ),
      };
    },

    async test({ address, language }) {
      if (outgoing === null) throw new AppError('mail.off');
      const { mailer, config } = outgoing;
      const written = buildTestMail(language, config.origin);
      try {
        await mailer.send({ ...written, to: address, id: createId(), language, stopAddress: null });
      } catch (error) {
        throw new AppError('mail.not-sent', { detail: MailRefused.from(error).message }, { cause: error });
      }
    },
  };

  async function findByToken(token: string, purpose: 'confirm' | 'stop'): Promise<StoredMailAddress> {
    const userId = tokens.readUser(token);
    const stored = userId === null ? null : await mail.findAddress(userId);
    if (stored === null || !tokens.fits(token, purpose, stored)) throw new AppError('mail.link-invalid');
    return stored;
  }
}

function present(stored: StoredMailAddress): NonNullable<MailSettings['address']> {
  const { address, language, lastError, lastSentAt } = stored;
  return {
    ...{ address, language, state: readState(stored), error: lastError },
    lastSentAt: lastSentAt === null ? null : isoTime(lastSentAt),
  };
}

function readState({ failedAt, stoppedAt, confirmedAt, confirmationSentAt }: StoredMailAddress): MailState {
  if (failedAt !== null) return 'failed';
  if (confirmedAt === null) return confirmationSentAt === null ? 'waiting' : 'asked';
  return stoppedAt === null ? 'confirmed' : 'stopped';
}

const isoTime = (time: number) => new Date(time).toISOString();
