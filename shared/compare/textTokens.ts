/**
 * Comparing costs time for each pair of equal tokens: a text of one word, over and over, would hold the
 * page for minutes. Past this many pairs other tokens are taken.
 */
const pairLimit = 40_000;

/** Between what makes a token different from its like and its text; no keyboard types it. */
const mark = '\u0000';

/** From fine to coarse: words, words with the gaps told apart, sentences, the whole text. */
const cuts: readonly ((text: string) => string[])[] = [
  (text) => splitWords(text).map((piece) => mark + piece),
  // A gap or a mark is named by the word before it: the thousand spaces of a text are not all equal then.
  (text) =>
    splitWords(text).map((piece, index, all) => (isWord(piece) ? '' : (all[index - 1] ?? '')) + mark + piece),
  (text) => (text.match(/[^\n.!?…]+[\n.!?…]*\s*|[\n.!?…]+\s*/gu) ?? []).map((piece) => mark + piece),
];

/** The words that all texts begin with and end with, and what is left of each: most edits touch one place. */
export function splitCommon(texts: readonly string[]): { head: string; middles: string[]; tail: string } {
  const lists = texts.map(splitWords);
  const head = countSame(lists);
  const rests = lists.map((words) => words.slice(head));
  const tail = countSame(rests.map((words) => words.toReversed()));
  return {
    head: (lists[0] ?? []).slice(0, head).join(''),
    middles: rests.map((words) => words.slice(0, words.length - tail).join('')),
    tail: (rests[0] ?? []).slice((rests[0] ?? []).length - tail).join(''),
  };
}

/** How many words stand alike at the beginning of all lists. */
function countSame([first = [], ...others]: readonly string[][]): number {
  const end = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  return end < 0 ? Math.min(first.length, ...others.map(({ length }) => length)) : end;
}

/** Cuts texts that are to be compared with the first of them into tokens. Joined again they are the texts. */
export function tokenise(texts: readonly string[]): string[][] {
  for (const cut of cuts) {
    const lists = texts.map(cut);
    if (countPairs(lists) <= pairLimit) return lists;
  }
  return texts.map((text) => (text === '' ? [] : [mark + text]));
}

export function joinTokens(tokens: readonly string[]): string {
  return tokens.map((token) => token.slice(token.indexOf(mark) + 1)).join('');
}

function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'ʼ-]+|[^\S\n]+|\n+|[^\s\p{L}\p{M}\p{N}’'ʼ-]/gu) ?? [];
}

function isWord(piece: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(piece);
}

/** Pairs of equal tokens between the first list and the others. */
function countPairs([first = [], ...others]: readonly string[][]): number {
  const counts = new Map<string, number>();
  for (const token of first) counts.set(token, (counts.get(token) ?? 0) + 1);
  let pairs = 0;
  for (const token of others.flat()) pairs += counts.get(token) ?? 0;
  return pairs;
}
