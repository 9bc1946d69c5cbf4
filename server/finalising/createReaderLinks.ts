import { RateLimiterMemory } from 'rate-limiter-flexible';
import { reduceAddress } from '#server/accounts/attemptLimiter.ts';
import { createSecret, hashSecret } from '#server/accounts/secrets.ts';
import type { StoredReaderLink, StoredVersion } from '#server/storage/FinalisingStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ReaderLinkRequest } from '#shared/api/finalising.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type ReportId, type UserId } from '#shared/model/ids.ts';

const dayMs = 86_400_000;

/** Addresses that open nothing, from one place in a quarter of an hour; past that none is looked up. */
export const guessesPerAddress = 30;

/** What a link opens: the newest version that was ever made, whether or not the report was opened again. */
export type OpenedLink = { link: StoredReaderLink; version: StoredVersion };

export type ReaderLinks = {
  /** The secret is kept nowhere. AppError `reader-link.nothing`. */
  make(
    userId: UserId,
    reportId: ReportId,
    request: ReaderLinkRequest,
  ): Promise<{ link: StoredReaderLink; secret: string }>;
  list(reportId: ReportId): Promise<StoredReaderLink[]>;
  /** AppError `reader-link.unknown`. */
  withdraw(reportId: ReportId, id: string): Promise<void>;
  /** Null for whatever opens nothing: a guess, a withdrawn or an expired link, too many guesses before. */
  open(secret: string, address: string): Promise<OpenedLink | null>;
  count(link: StoredReaderLink): Promise<void>;
};

type Options = { storage: Pick<Storage, 'readerLinks' | 'finalising'>; now: () => number };

export function createReaderLinks({ storage, now }: Options): ReaderLinks {
  const { readerLinks, finalising } = storage;
  const guesses = new RateLimiterMemory({ points: guessesPerAddress, duration: 15 * 60 });

  return {
    async make(userId, reportId, { label, parts, days }) {
      if ((await finalising.listVersions(reportId)).length === 0) throw new AppError('reader-link.nothing');
      const secret = createSecret();
      const createdAt = now();
      const link: StoredReaderLink = {
        id: createId(),
        secretHash: hashSecret(secret),
        reportId,
        label,
        parts: [...new Set(parts)],
        createdBy: userId,
        createdAt,
        expiresAt: createdAt + days * dayMs,
        withdrawnAt: null,
        opens: 0,
        lastOpenedAt: null,
      };
      await readerLinks.create(link);
      return { link, secret };
    },

    list: (reportId) => readerLinks.list(reportId),

    async withdraw(reportId, id) {
      if (!(await readerLinks.withdraw(reportId, id, now()))) throw new AppError('reader-link.unknown');
    },

    async open(secret, address) {
      const place = reduceAddress(address);
      const used = await guesses.get(place);
      if (used !== null && used.consumedPoints >= guessesPerAddress) return null;
      const link = await readerLinks.findOpen(hashSecret(secret), now());
      const version = link && (await finalising.listVersions(link.reportId)).at(-1);
      if (link !== null && version != null) return { link, version };
      // A refusal by the limiter itself changes nothing: the answer is the same.
      await guesses.consume(place).catch(() => undefined);
      return null;
    },

    count: (link) => readerLinks.countOpen(link.id, now()),
  };
}
