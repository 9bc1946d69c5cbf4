import { z } from 'zod';

/**
 * A day (`2020-03-12`) or a span of days, both ends included (`2020-03-01/2020-03-31`), ISO 8601.
 * Parsing what people type and printing it is `shared/language/periodText.ts`.
 */
export const Period = z.string().refine(isPeriod, { error: 'not a day or a span of days' });
export type Period = z.infer<typeof Period>;

const day = z.iso.date();

function isPeriod(text: string): boolean {
  const [start, end, ...rest] = text.split('/');
  if (start === undefined || rest.length > 0) return false;
  if (!day.safeParse(start).success) return false;
  return end === undefined || (day.safeParse(end).success && start < end);
}

export function periodBounds(period: Period): { start: string; end: string } {
  const [start = period, end = start] = period.split('/');
  return { start, end };
}
