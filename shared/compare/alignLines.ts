import { type EqualPair, findEqualLines } from './findEqualLines.ts';

/** Places in the two lists that belong together; an end that is null stands alone. */
export type LinePair = { before: number | null; after: number | null };

/** Past so many pairs of unlike lines only those at the same place are looked at. */
const likenessLimit = 2_500;
/** Two lines are one that was changed when they share at least this part of their words. */
const minLikeness = 0.4;

/**
 * Which line became which, in order: equal lines first, then those between them that share most words.
 * Where lines went and others came, those that went stand first.
 */
export function alignLines(before: readonly string[], after: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  const at: EqualPair = { before: 0, after: 0 };
  const pairGap = (end: EqualPair): void => {
    for (const pair of pairLike(before.slice(at.before, end.before), after.slice(at.after, end.after))) {
      pairs.push({
        before: pair.before === null ? null : pair.before + at.before,
        after: pair.after === null ? null : pair.after + at.after,
      });
    }
  };
  for (const equal of findEqualLines(before, after)) {
    pairGap(equal);
    pairs.push(equal);
    at.before = equal.before + 1;
    at.after = equal.after + 1;
  }
  pairGap({ before: before.length, after: after.length });
  return pairs;
}

/** Pairs of unlike lines, by the most words in common over all, without crossing. */
function pairLike(before: readonly string[], after: readonly string[]): LinePair[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > likenessLimit) {
    return pairAtSamePlace(before, after);
  }
  const bagsAfter = after.map(countWords);
  const likeness = before.map((line) => {
    const bag = countWords(line);
    return bagsAfter.map((other) => computeLikeness(bag, other));
  });
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const bestAt = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const likenessAt = (i: number, j: number): number => {
    const value = likeness[i]?.[j] ?? 0;
    return value >= minLikeness ? value : 0;
  };
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const line = best[i];
    for (let j = after.length - 1; line && j >= 0; j -= 1) {
      const paired = likenessAt(i, j) === 0 ? 0 : likenessAt(i, j) + bestAt(i + 1, j + 1);
      line[j] = Math.max(paired, bestAt(i + 1, j), bestAt(i, j + 1));
    }
  }
  const pairs: LinePair[] = [];
  let [i, j, addedFrom] = [0, 0, 0];
  const flushAdded = (): void => {
    for (; addedFrom < j; addedFrom += 1) pairs.push({ before: null, after: addedFrom });
  };
  while (i < before.length && j < after.length) {
    const here = likenessAt(i, j);
    if (here > 0 && bestAt(i, j) === here + bestAt(i + 1, j + 1)) {
      flushAdded();
      pairs.push({ before: i++, after: j++ });
      addedFrom = j;
    } else if (bestAt(i, j) === bestAt(i + 1, j)) pairs.push({ before: i++, after: null });
    else j += 1;
  }
  for (; i < before.length; i += 1) pairs.push({ before: i, after: null });
  j = after.length;
  flushAdded();
  return pairs;
}

function pairAtSamePlace(before: readonly string[], after: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  const waiting: LinePair[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [old, young] = [before[index], after[index]];
    const isPair =
      old !== undefined &&
      young !== undefined &&
      computeLikeness(countWords(old), countWords(young)) >= minLikeness;
    if (isPair) {
      pairs.push(...waiting.splice(0), { before: index, after: index });
      continue;
    }
    if (old !== undefined) pairs.push({ before: index, after: null });
    if (young !== undefined) waiting.push({ before: null, after: index });
  }
  return [...pairs, ...waiting];
}

type Bag = { words: Map<string, number>; size: number };

function countWords(line: string): Bag {
  const words = new Map<string, number>();
  const list = line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[\u{f0000}-\u{10fffd}]/gu) ?? [];
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: list.length };
}

/** From 0, no word in common, to 1, the same words. */
function computeLikeness(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
