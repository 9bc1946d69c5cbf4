import type { Choice } from '../choices.ts';

export type Match = { readonly choice: Choice; readonly likeness: number };

/** Letters that look alike in both scripts: a Latin c typed into a Ukrainian word. */
const lookAlikes: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  h: 'н',
  b: 'в',
  t: 'т',
};
/** Comparing goes by letters, of which a heading has at most these many that matter. */
const longestCompared = 80;
/** Ukrainian words differ at their ends: this many letters say which word it is. */
const stemLength = 5;

/** A text as a reader would compare it: one case, one script, no marks. */
export function simplifyChoice(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll(/[’'ʼ`"«»“”„]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const hasCyrillic = /\p{Script=Cyrillic}/u.test(plain);
  return hasCyrillic ? plain.replaceAll(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter) : plain;
}

/** The choices a text may have been meant for, the nearest first; only those that resemble it at all. */
export function nearestChoices(text: string, choices: readonly Choice[], most = 3): Match[] {
  const wanted = simplifyChoice(text).slice(0, longestCompared);
  if (wanted === '') return [];
  return choices
    .map((choice) => ({ choice, likeness: computeLikeness(wanted, simplifyChoice(choice.label)) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most);
}

/** True when the first match is near, and clearly nearer than the next. */
export function isClearMatch([first, second]: readonly Match[]): boolean {
  return first !== undefined && first.likeness >= 0.6 && first.likeness - (second?.likeness ?? 0) >= 0.08;
}

/** 0 to 1: the better of what words and what letters say. */
function computeLikeness(wanted: string, label: string): number {
  const words = compareWords(wanted, label);
  const compared = label.slice(0, longestCompared);
  const longer = Math.max(wanted.length, compared.length);
  // Letters need comparing only where they can still say more than the words.
  const mostByLetters = 1 - Math.abs(wanted.length - compared.length) / longer;
  if (mostByLetters <= words) return words;
  return Math.max(words, 1 - countChanges(wanted, compared) / longer);
}

function compareWords(a: string, b: string): number {
  const [first, second] = [stems(a), stems(b)];
  const shorter = Math.min(first.length, second.length);
  if (shorter === 0) return 0;
  const common = first.filter((stem) => second.some((other) => isSameWord(stem, other))).length;
  // A short form holds only some of the words: half weight to being a part, half to being the same.
  const isPart = Math.min(common, shorter) / shorter;
  const isSame = (2 * common) / (first.length + second.length);
  return common === 0 ? 0 : (isPart + isSame) / 2 - 0.01;
}

/** «заг» stands for «загал…». */
function isSameWord(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function stems(text: string): string[] {
  const words = text.split(' ').filter((word) => word.length > 2);
  return [...new Set(words.map((word) => word.slice(0, stemLength)))];
}

/** Letters to put in, take out, change or swap with their neighbour to make one text of the other. */
function countChanges(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
