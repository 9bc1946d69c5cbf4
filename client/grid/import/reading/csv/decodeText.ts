import { AppError } from '#shared/errors/AppError.ts';

/** By their names in `TextDecoder`. */
export const textEncodings = [
  'utf-8',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

const oneByteEncodings = ['windows-1251', 'koi8-u', 'ibm866'] as const satisfies TextEncoding[];
/** So much of a text is enough to tell. */
const sampleBytes = 256 * 1024;

/**
 * A text of an unknown encoding: a byte order mark says it, UTF-16 shows by its zeros, UTF-8 by having
 * no mistake. What is left is one byte a letter: that encoding in which the text looks most like
 * Ukrainian.
 *
 * @param given what the person chose instead of the guess; null to guess
 */
export function decodeText(
  bytes: Uint8Array,
  given: TextEncoding | null = null,
): { text: string; encoding: TextEncoding } {
  const encoding = given ?? guessEncoding(bytes);
  // A mark of the order of bytes is not part of the text: the decoder drops it.
  const text = new TextDecoder(encoding).decode(bytes);
  const controls = measureControls(text);
  const isText =
    controls <= controlsInText || (controls <= controlsInUtf8 && encoding === 'utf-8' && isUtf8(bytes));
  if (given === null && !isText) throw new AppError('import.not-a-table');
  return { text, encoding };
}

/** Of pictures, programs and archives each tenth byte is one that hardly any text has. */
const controlsInText = 0.03;
/** None of those is UTF-8 without a mistake: there a cell may hold what it likes, but not most of the file. */
const controlsInUtf8 = 0.5;

/** Share of the characters that are controls and no white space. */
function measureControls(text: string): number {
  const length = Math.min(text.length, sampleBytes);
  let controls = 0;
  for (let place = 0; place < length; place += 1) {
    const code = text.charCodeAt(place);
    // Tabs and ends of lines are 9 to 13; 26 ended files of DOS.
    if (code < 9 || (code > 13 && code < 26)) controls += 1;
  }
  return length === 0 ? 0 : controls / length;
}

function guessEncoding(bytes: Uint8Array): TextEncoding {
  const [first, second, third] = bytes;
  const sample = bytes.subarray(0, sampleBytes);
  if (first === 0xff && second === 0xfe && hasLowPlanes(sample, 1)) return 'utf-16le';
  if (first === 0xfe && second === 0xff && hasLowPlanes(sample, 0)) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const utf16 = guessUtf16(sample);
  if (utf16 !== null) return utf16;
  if (isUtf8(bytes)) return 'utf-8';
  const candidates = ['utf-8', ...oneByteEncodings] as const;
  const scores = candidates.map((encoding) => scoreText(new TextDecoder(encoding).decode(sample)));
  return candidates[scores.indexOf(Math.max(...scores))] ?? 'windows-1251';
}

/** Latin, Cyrillic and punctuation: the larger byte of nearly every letter that a table holds. */
const highestLowPlane = 0x20;

/** The mark of UTF-16 is also «яю» in windows-1251: what follows it has to be UTF-16 as well. */
function hasLowPlanes(sample: Uint8Array, offset: 0 | 1): boolean {
  const planes = sample.filter((_, place) => place >= 2 && place % 2 === offset);
  return planes.filter((plane) => plane <= highestLowPlane).length * 2 >= planes.length;
}

/** Of the delimiters, digits and ends of line of a table one byte in two is zero. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (const [place, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < sample.length / 50) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * How much a text looks like Ukrainian. In a wrong encoding small letters become capitals in the middle
 * of words, letters of no Slavic language, or frames of tables.
 */
function scoreText(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const usual = count(/[а-щьюяґєії][а-щьюяґєії]/g);
  const strange =
    count(/[а-яґєії][А-ЯҐЄІЇ]/g) +
    count(/[\u2500-\u259F\u0080-\u009F\uFFFD]/g) +
    count(/[ЂЃЉЊЌЋЏђѓљњќћџЎўЈЅѕј]/g);
  return usual - 3 * strange;
}
