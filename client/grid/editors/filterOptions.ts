import { normaliseSearch } from '../CellTexts.ts';
import type { Choice } from '../choices.ts';

/** A line of the list; null empties the cell. */
export type Option = { value: string | null; label: string; group?: string };

export type FilteredOptions = {
  options: Option[];
  /** Place of the one most likely meant. */
  best: number;
};

/**
 * What the list shows for the letters typed. What begins with them comes before what has them at the
 * beginning of a word, and that before the rest; where options stand in groups, the groups stay together
 * and only the best one is pointed at. Without letters everything, after the empty value.
 */
export function filterOptions(
  choices: readonly Choice[],
  typed: string,
  emptyLabel: string,
): FilteredOptions {
  const wanted = normaliseSearch(typed.trim());
  // The empty value is not what somebody who types a name is after.
  if (wanted === '') return { options: [{ value: null, label: emptyLabel }, ...choices], best: 0 };
  const found = choices.flatMap((option) => {
    const rank = computeRank(normaliseSearch(option.label), wanted);
    return rank === null ? [] : [{ option, rank }];
  });
  if (choices.every(({ group }) => group === undefined)) found.sort((a, b) => a.rank - b.rank);
  const bestRank = Math.min(...found.map(({ rank }) => rank));
  return {
    options: found.map(({ option }) => option),
    best: Math.max(
      0,
      found.findIndex(({ rank }) => rank === bestRank),
    ),
  };
}

/** Null where the letters do not stand at all. */
function computeRank(label: string, wanted: string): number | null {
  if (!label.includes(wanted)) return null;
  // «1. Навчання»: the number before a title is not all of its beginning.
  if (label.startsWith(wanted) || label.replace(/^\d+\.\s*/, '').startsWith(wanted)) return 0;
  return [...label.matchAll(/[\s(«"-]/gu)].some(({ index }) => label.startsWith(wanted, index + 1)) ? 1 : 2;
}
