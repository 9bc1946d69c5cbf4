import { type FoldedText, foldNumber, foldText } from './foldText.ts';

/** A part of a text, in code units: from the first one to the one after the last. */
export type TextMatch = { start: number; end: number };

export type FindOptions = {
  isCaseSensitive: boolean;
  /** The whole text has to be what is sought. */
  isWholeCell: boolean;
};

/** What is sought, folded once for many texts. */
export type Needle = FindOptions & {
  text: string;
  /** The same as it stands in amounts and counts; null when it cannot be a part of one. */
  number: string | null;
};

const numberText = /^[\s\d.,\u2212\u2013-]*$/;

/** Null when nothing is sought. */
export function buildNeedle(text: string, { isCaseSensitive, isWholeCell }: FindOptions): Needle | null {
  if (text === '') return null;
  const number = numberText.test(text) ? foldNumber(text) : '';
  return {
    isCaseSensitive,
    isWholeCell,
    text: foldText(text, isCaseSensitive).text,
    number: number === '' ? null : number,
  };
}

/**
 * All places of a text in another, from left to right, none over another, in whole letters only: «и» is
 * not found in «й», however that is encoded.
 */
export function findMatches(text: string, wanted: string, options: FindOptions): TextMatch[] {
  const needle = buildNeedle(wanted, options);
  if (needle === null) return [];
  return findFolded(foldText(text, needle.isCaseSensitive), needle.text, needle.isWholeCell);
}

export function findFolded({ text, places }: FoldedText, wanted: string, isWholeCell: boolean): TextMatch[] {
  if (isWholeCell && text.length !== wanted.length) return [];
  const matches: TextMatch[] = [];
  for (let place = text.indexOf(wanted); place >= 0; ) {
    const start = places === null ? place : (places.starts[place] ?? -1);
    const end = places === null ? place + wanted.length : (places.ends[place + wanted.length] ?? -1);
    const isWhole = start >= 0 && end >= 0;
    if (isWhole) matches.push({ start, end });
    place = text.indexOf(wanted, isWhole ? place + wanted.length : place + 1);
  }
  return matches;
}

/** The text with something else in the places of these matches, which are in order and apart. */
export function replaceInText(text: string, matches: readonly TextMatch[], replacement: string): string {
  let replaced = '';
  let done = 0;
  for (const { start, end } of matches) {
    replaced += text.slice(done, start) + replacement;
    done = end;
  }
  return replaced + text.slice(done);
}
