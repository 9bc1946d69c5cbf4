/** A piece of a file's text and where it stands. */
export type TextPiece = { text: string; place: string };

/**
 * What two readings of a text have in common, whatever the format, the font and the ends of lines:
 * digits, the signs of numbers, and Ukrainian letters without their accents.
 */
const kept = /[0-9,+%\u2212\u0410-\u044F\u0404\u0406\u0454\u0456\u0490\u0491]/;

export function foldText(text: string): string {
  return foldWithPlaces(text).folded;
}

function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    // Only Cyrillic letters with an accent have parts that matter: й is read as и, and ї as і.
    const plain = /[\u0400-\u052F]/.test(character) ? (character.normalize('NFD')[0] ?? '') : character;
    if (kept.test(plain)) {
      folded += plain;
      places.push(place);
    }
    place += character.length;
  }
  return { folded, places };
}

/**
 * The text of a file, read from its beginning to its end: each expected piece has to come after the
 * one before. As the first place that fits is taken, a file that says everything is never refused.
 */
export class TextTrail {
  readonly #pieces: readonly TextPiece[];
  readonly #starts: number[] = [];
  readonly #raw: string;
  readonly #folded: string;
  readonly #places: number[];
  #at = 0;

  constructor(pieces: readonly TextPiece[]) {
    this.#pieces = pieces;
    let raw = '';
    for (const { text } of pieces) {
      this.#starts.push(raw.length);
      raw += `${text}\n`;
    }
    this.#raw = raw;
    const { folded, places } = foldWithPlaces(raw);
    this.#folded = folded;
    this.#places = places;
  }

  /** Whether the folded text comes, and goes past it. `within` bounds how far to look, in folded letters. */
  take(expected: string, within = Number.POSITIVE_INFINITY): boolean {
    const found = this.#folded.indexOf(expected, this.#at);
    if (found < 0 || found > this.#at + within) return false;
    this.#at = found + expected.length;
    return true;
  }

  /** What stands after a text that leads up to it, with its place; null when that text is not there either. */
  peekAfter(lead: string, length: number): { text: string; place: string } | null {
    const found = lead === '' ? this.#at : this.#folded.indexOf(lead, this.#at);
    if (found < 0) return null;
    const start = this.#places[found + lead.length];
    const end = this.#places[Math.min(found + lead.length + length, this.#places.length) - 1];
    if (start === undefined || end === undefined) return null;
    return { text: this.#raw.slice(start, end + 1).replaceAll(/\s+/g, ' '), place: this.#placeOf(start) };
  }

  /** The next amounts on the trail, as they are printed. */
  nextAmounts(count: number): { text: string; place: string }[] {
    const start = this.#places[this.#at] ?? this.#raw.length;
    const near = this.#raw.slice(start, start + 2_000);
    return [...near.matchAll(/[\u2212+]?\d{1,3}(?:\s\d{3})*,\d{2}(?:\d{3})?/gu)]
      .slice(0, count)
      .map((match) => ({ text: match[0], place: this.#placeOf(start + match.index) }));
  }

  /** Where the trail has come to. */
  get place(): string {
    return this.#placeOf(this.#places[this.#at] ?? this.#raw.length - 1);
  }

  #placeOf(offset: number): string {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low]?.place ?? '';
  }
}
