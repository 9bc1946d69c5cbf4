import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Fractional index between two neighbours; null is the beginning or the end of the sheet. */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

/** `count` indexes in rising order between two neighbours. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

/** What the index of a row that carries none, or one we cannot read, is taken to be: such rows come last. */
export const fallbackOrder = 'z'.repeat(27);

/** The library's alphabet; anything else would make an insertion next to the row throw. */
export function isOrder(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 200) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}
