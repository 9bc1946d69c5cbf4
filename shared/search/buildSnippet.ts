import { findWordPlaces } from './words.ts';

/** Words of a text around what was looked for; `marks` are UTF-16 offsets in `text`, in order. */
export type Snippet = { text: string; marks: { start: number; end: number }[] };

/** Letters that a line of results holds. */
const longest = 160;
/** Before the first word that was found. */
const leading = 48;

/** A piece of a text that shows the first of the words in it, with … where it was cut. */
export function buildSnippet(text: string, words: readonly string[]): Snippet {
  const line = text.normalize('NFC').replaceAll(/\s/g, ' ');
  const places = findWordPlaces(line, words);
  const first = places[0]?.start ?? 0;
  const from = line.length <= longest ? 0 : startOfWord(line, Math.max(0, first - leading));
  const to = Math.min(line.length, from + longest);
  const head = from > 0 ? '…' : '';
  const tail = to < line.length ? '…' : '';
  return {
    text: head + line.slice(from, to) + tail,
    marks: places
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from + head.length, end: end - from + head.length })),
  };
}

/** The word that goes over this place begins whole. */
function startOfWord(line: string, place: number): number {
  return place === 0 ? 0 : line.lastIndexOf(' ', place) + 1;
}
