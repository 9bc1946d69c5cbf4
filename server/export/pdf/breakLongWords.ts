const breakHere = '\u200B';

/** The library measures the rest of a word anew for each line of it: a long one would take minutes. */
const longWord = /[^ \t\n]{201,}/gu;
const piece = /.{40}/gsu;

/** Text that can be broken into lines: no address is so long that people meet the places, which are unseen. */
export function breakLongWords(text: string): string {
  return text.replaceAll(longWord, (word) => word.replaceAll(piece, `$&${breakHere}`));
}

const wideWord = /[^ \t\n]{60,}/u;

/** Whether a word may be wider than a line: with an indent before it the library loses a part of such a word. */
export function hasWideWord(text: string): boolean {
  return wideWord.test(text);
}
