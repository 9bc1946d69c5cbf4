/** Words of a text that mix Latin and Cyrillic letters: they look right and are found by no search. */
export function findMixedScripts(text: string): string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
}
