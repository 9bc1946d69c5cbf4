import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#shared/errors/AppError.ts';

/** Counts one use. Rejects with AppError `request.too-many` and the seconds to wait. */
export type RateLimit = (key: string) => Promise<void>;

export function createRateLimit({ points, seconds }: { points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new AppError('request.too-many', { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
  };
}
