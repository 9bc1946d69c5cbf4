import type { TextLine } from './TextLine.ts';

const firstLetter = 0xf0000;
const lastLetter = 0x10fffd;
const figureLetter = /[\u{f0000}-\u{10fffd}]/u;
const figureLetters = /[\u{f0000}-\u{10fffd}]/gu;

/**
 * Writes lines as plain texts in which a live number is one letter that no alphabet has: the same one
 * for numbers that show the same, whatever their values.
 */
export class FigureAlphabet {
  readonly #letters = new Map<string, string>();

  /** Letters do not depend on the order of `lines`. */
  constructor(lines: readonly TextLine[]) {
    const keys = new Set<string>();
    for (const { runs } of lines) for (const run of runs) if (typeof run !== 'string') keys.add(run.key);
    for (const [index, key] of [...keys].sort().entries()) {
      this.#letters.set(key, String.fromCodePoint(Math.min(firstLetter + index, lastLetter)));
    }
  }

  write({ runs }: TextLine): string {
    return runs
      .map((run) =>
        typeof run === 'string'
          ? run.replaceAll(figureLetters, '\uFFFD')
          : (this.#letters.get(run.key) ?? '\uFFFD'),
      )
      .join('');
  }
}

/** A written text as its stretches of words, and null for each live number. */
export function splitAtFigures(text: string): (string | null)[] {
  return text
    .split(/([\u{f0000}-\u{10fffd}])/u)
    .filter((part) => part !== '')
    .map((part) => (figureLetter.test(part) ? null : part));
}
