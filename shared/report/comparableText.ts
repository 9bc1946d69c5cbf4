/** What some format of file cannot hold, or holds only as a mark for what was there. */
const lost = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFD-\uFFFF]/gu;

/**
 * A cell's value as it survives every format of export: two values that are the same by this text are
 * the same for somebody who sends a file out and reads it back. Empty for an empty or blank cell.
 */
export function comparableText(value: string | number | null): string {
  if (value === null) return '';
  return String(value).replaceAll(/\r\n?/g, '\n').replaceAll(lost, '').trim();
}
