import { diffComm } from 'node-diff3';

/** Where an equal line stands in each of two lists. */
export type EqualPair = { before: number; after: number };

/** Past so many pairs of equal lines they are told apart by how often each has come before. */
const pairLimit = 10_000;

/**
 * Lines that both lists have, without crossing, in order. Lines that stand once in each are found
 * first, and only between them is compared line with line: a long text costs little more than reading it.
 */
export function findEqualLines(before: readonly string[], after: readonly string[]): EqualPair[] {
  const pairs: EqualPair[] = [];
  const at: EqualPair = { before: 0, after: 0 };
  for (const anchor of [...findAnchors(before, after), { before: before.length, after: after.length }]) {
    const gap = findInGap(before.slice(at.before, anchor.before), after.slice(at.after, anchor.after));
    for (const pair of gap) pairs.push({ before: pair.before + at.before, after: pair.after + at.after });
    if (anchor.before < before.length) pairs.push(anchor);
    at.before = anchor.before + 1;
    at.after = anchor.after + 1;
  }
  return pairs;
}

/** The longest run, in both orders, of lines that each list has exactly once. */
function findAnchors(before: readonly string[], after: readonly string[]): EqualPair[] {
  const placesBefore = findOnce(before);
  const candidates: EqualPair[] = [];
  for (const [line, place] of findOnce(after)) {
    const other = placesBefore.get(line);
    if (other !== undefined) candidates.push({ before: other, after: place });
  }
  // Patience: the last card of each pile, and under which card each was laid.
  const piles: number[] = [];
  const under: (number | null)[] = [];
  for (const [index, { before: place }] of candidates.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[piles[middle] ?? 0]?.before ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    under.push(piles[low - 1] ?? null);
    piles[low] = index;
  }
  const run: EqualPair[] = [];
  for (let index = piles.at(-1) ?? null; index !== null; index = under[index] ?? null) {
    const anchor = candidates[index];
    if (anchor !== undefined) run.push(anchor);
  }
  return run.reverse();
}

/** Lines that stand exactly once, and where. */
function findOnce(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    else places.set(line, place);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

function findInGap(before: readonly string[], after: readonly string[]): EqualPair[] {
  if (before.length === 0 || after.length === 0) return [];
  const [old, young] = tellApart(before, after);
  const pairs: EqualPair[] = [];
  const at: EqualPair = { before: 0, after: 0 };
  for (const { common = [], buffer1 = [], buffer2 = [] } of diffComm([...old], [...young])) {
    for (const _ of common) pairs.push({ before: at.before++, after: at.after++ });
    at.before += buffer1.length;
    at.after += buffer2.length;
  }
  return pairs;
}

function tellApart(
  before: readonly string[],
  after: readonly string[],
): [readonly string[], readonly string[]] {
  const counts = new Map<string, number>();
  for (const line of before) counts.set(line, (counts.get(line) ?? 0) + 1);
  const pairs = after.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
  return pairs <= pairLimit ? [before, after] : [numberEqual(before), numberEqual(after)];
}

function numberEqual(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count + 1);
    return `${count}:${line}`;
  });
}
