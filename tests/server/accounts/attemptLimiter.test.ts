import { describe, expect, test } from 'vitest';
import {
  attemptsPerAddress,
  attemptsPerLogin,
  createAttemptLimiter,
} from '#server/accounts/attemptLimiter.ts';
import { AppError } from '#shared/errors/AppError.ts';

const office = '203.0.113.7';
const isOpen = async (attempt: Promise<void>) => {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'session.locked') return false;
    throw error;
  }
};

describe('createAttemptLimiter', () => {
  test('ACC-42 closes one login from wherever the guesses come', async () => {
    const limiter = createAttemptLimiter();
    for (let count = 0; count < attemptsPerLogin; count++) {
      expect(await isOpen(limiter.begin('login:editor', `198.51.100.${count}`))).toBe(true);
    }
    expect(await isOpen(limiter.begin('login:editor', '192.0.2.1'))).toBe(false);
    expect(await isOpen(limiter.begin('login:viewer', '192.0.2.1'))).toBe(true);
  });

  test('ACC-42 closes one address that tries many logins, and no other', async () => {
    const limiter = createAttemptLimiter();
    for (let count = 0; count < attemptsPerAddress; count++) {
      expect(await isOpen(limiter.begin(`login:${count}`, office))).toBe(true);
    }
    expect(await isOpen(limiter.begin('login:next', office))).toBe(false);
    expect(await isOpen(limiter.begin('login:next', '192.0.2.1'))).toBe(true);
  });

  test('ACC-42 an office whose people all sign in rightly is never closed', async () => {
    const limiter = createAttemptLimiter();
    for (let count = 0; count < 3 * attemptsPerAddress; count++) {
      const account = `login:${count}`;
      expect(await isOpen(limiter.begin(account, office))).toBe(true);
      await limiter.succeed(account, office);
    }
  });
});
