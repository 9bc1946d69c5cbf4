import { z } from 'zod';

/**
 * What no reader sees and some program trips over: control characters (a database refuses the first of them,
 * a document file most), halves of a character, and the signs that turn others' words around.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Something to be seen: a name of joiners and blanks alone names nothing. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** As a person meant it: words in one line. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replaceAll(lineBreaks, ' ').replaceAll(unseen, '').trim();
}

/** As a person meant it: words in lines, each ended by `\n`. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '')
    .trim();
}

/** A name, a title, a number of a decision: one line, cleaned, of at most `max` characters. */
export const typedLine = (max: number) =>
  z.string().transform(cleanLine).pipe(z.string().max(max).regex(seen));

/** The same, and nothing is a possible answer. */
export const optionalLine = (max: number) => z.string().transform(cleanLine).pipe(z.string().max(max));

/** A note, a reason, a comment: lines, cleaned, of at most `max` characters. */
export const typedText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().max(max).regex(seen));

export const optionalText = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max));
