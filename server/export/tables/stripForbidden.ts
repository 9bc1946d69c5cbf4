/** What XML 1.0 cannot hold or nobody can see: control characters, halves of characters, non-characters. */
const forbidden = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text as every office file can hold it; lines end by U+000A. */
export function stripForbidden(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(forbidden, '');
}
