/** A text as texts are compared, with the way back to the letters it was made of. */
export type FoldedText = {
  text: string;
  /** Null while each code unit comes from the one at the same place. */
  places: Places | null;
};

/**
 * For each place of a folded text, its end included, the place in the source: where the letter that
 * begins there begins, and where the one that ends there ends. −1 in the middle of a letter, which may
 * have become longer (İ) or be put together of several parts (emoji, й of и and a breve).
 */
export type Places = { starts: readonly number[]; ends: readonly number[] };

/** Letters that stay one code unit whatever is done to them, which is nearly every text there is. */
const plainText =
  /^[\n\t\x20-\x7E\u00A0-\u00FF\u02BC\u0400-\u0482\u048A-\u052F\u2010-\u2027\u202F-\u205E\u20AC\u20B4\u2116\u2212]*$/;
const segmenter = new Intl.Segmenter('uk', { granularity: 'grapheme' });

/**
 * Makes texts equal that a reader takes for the same: the kinds of spaces and apostrophes, how an accent
 * is encoded and, unless it is asked for, the case do not matter.
 */
export function foldText(text: string, isCaseSensitive = false): FoldedText {
  if (plainText.test(text)) return { text: foldLetters(text, isCaseSensitive), places: null };
  const letters = Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: foldLetters(segment.normalize('NFC'), isCaseSensitive),
    start: index,
    end: index + segment.length,
  }));
  return joinLetters(letters, text.length);
}

/** An amount or a count: neither spaces between its groups matter, nor which minus and decimal mark it has. */
export function foldNumber(text: string): string {
  return text
    .replaceAll(/\s/g, '')
    .replaceAll('.', ',')
    .replaceAll(/[\u2212\u2013]/g, '-');
}

/** Where the digits of {@link foldNumber} come from. */
export function readNumberPlaces(text: string): Places | null {
  const letters = [...text].flatMap((letter, index) => {
    const folded = foldNumber(letter);
    return folded === '' ? [] : [{ text: folded, start: index, end: index + 1 }];
  });
  return joinLetters(letters, text.length).places;
}

function joinLetters(
  letters: readonly { text: string; start: number; end: number }[],
  length: number,
): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [-1];
  for (const { text, start, end } of letters) {
    for (let place = 0; place < text.length; place += 1) {
      starts.push(place === 0 ? start : -1);
      ends.push(place === text.length - 1 ? end : -1);
    }
  }
  starts.push(length);
  return { text: letters.map(({ text }) => text).join(''), places: { starts, ends } };
}

function foldLetters(text: string, isCaseSensitive: boolean): string {
  const simple = text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll(/['\u02BC]/g, '\u2019');
  return isCaseSensitive ? simple : simple.toLowerCase();
}
