import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#shared/errors/AppError.ts';

const lockSeconds = 15 * 60;

/** Failed attempts before a login, known or not, is closed for 15 minutes. */
export const attemptsPerLogin = 5;
/** The same for one address; larger, since a whole office may share one. */
export const attemptsPerAddress = 50;

/**
 * Guards whatever checks a password. An attempt is counted before the password is looked at, so a
 * hundred guesses sent at once are five guesses. Counts live in this process's memory.
 */
export type AttemptLimiter = {
  /** Counts one attempt. Rejects with AppError `session.locked`. */
  begin(account: string, address: string): Promise<void>;
  /** The attempt was right: forgets the account's failures. */
  succeed(account: string, address: string): Promise<void>;
};

export function createAttemptLimiter(): AttemptLimiter {
  const windows = { duration: lockSeconds, blockDuration: lockSeconds };
  const byAccount = new RateLimiterMemory({ ...windows, points: attemptsPerLogin, keyPrefix: 'account' });
  const byAddress = new RateLimiterMemory({ ...windows, points: attemptsPerAddress, keyPrefix: 'address' });
  return {
    async begin(account, address) {
      await consume(byAddress, reduceAddress(address));
      await consume(byAccount, account);
    },
    async succeed(account, address) {
      await byAccount.delete(account);
      await byAddress.reward(reduceAddress(address));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError('session.locked', { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) });
  }
}

/** One household or office gets a /64 of IPv6 addresses: counting single ones would count nothing. */
export function reduceAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
