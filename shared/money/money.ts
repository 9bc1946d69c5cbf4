import { z } from 'zod';

/**
 * Money is a whole number of kopiykas. A cell holds a checked safe integer; a total is a bigint, so
 * that no number of rows can push it past what is exact.
 */

/** The largest amount one cell may hold: 100 billion hryvnias, several budgets of the capital. */
export const maxAmountMinor = 10_000_000_000_000;

/** An amount of one cell, in kopiykas: a whole number, not negative. */
export const MoneyMinor = z.int().min(0).max(maxAmountMinor);
export type MoneyMinor = z.infer<typeof MoneyMinor>;
