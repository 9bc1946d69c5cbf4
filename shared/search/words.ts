/** Kinds of apostrophes and what stands in for one; it is no part of a word, as people leave it out. */
const apostrophes = "'\u2018\u2019\u02BC\u2032`\u00B4";
const dropped = new RegExp(`[${apostrophes}\\p{M}\\u00AD]`, 'gu');
const between = /[^\p{L}\p{N}]+/gu;
const token = new RegExp(`[\\p{L}\\p{N}\\p{M}${apostrophes}\\u00AD]+`, 'gu');

/**
 * A text as it is searched: words in small letters with one space before each and nothing between them.
 * The kind of apostrophe, and whether there is one, a stress mark, and ґ for г make no difference.
 * Rule SRC-1.
 */
export function foldWords(text: string): string {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(dropped, '')
    .replaceAll('ґ', 'г')
    .replaceAll(between, ' ')
    .trim();
  return folded === '' ? '' : ` ${folded}`;
}

/** What somebody looks for, word by word and each once; empty for a text that holds less than two letters. */
export function parseSearchWords(query: string): string[] {
  const words = [...new Set(foldWords(query).split(' ').filter(Boolean))];
  return words.join('').length < 2 ? [] : words;
}

/** Each of the words begins a word of the folded text. */
export function hasAllWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(` ${word}`));
}

/** How many of the words begin a word of the folded text. */
export function countWords(folded: string, words: readonly string[]): number {
  return words.filter((word) => folded.includes(` ${word}`)).length;
}

/** Where words stand in a text that begin as one of those looked for: UTF-16 offsets, the end excluded. */
export function findWordPlaces(text: string, words: readonly string[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const match of text.matchAll(token)) {
    const folded = foldWords(match[0]).trimStart();
    if (words.some((word) => folded.startsWith(word))) {
      places.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return places;
}
