import { stripForbidden } from '../tables/stripForbidden.ts';

/** `_x000D_` in a cell means a character by its code, so an underscore before such a code is coded itself. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What one cell of the format takes, in UTF-16 units. */
const longest = 32_767;

/** Text as an XLSX file can hold it: a file with anything else does not open. */
export function cleanText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return stripForbidden(short).replaceAll(escapeLike, '_x005F_');
}
