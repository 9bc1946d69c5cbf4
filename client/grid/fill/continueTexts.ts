/** Words, and the number they end in. */
const numbered = /^(?<words>[\s\S]*\D)(?<digits>\d{1,9})$/;
/** The number before it goes on: `12.03.` or `1,` is the beginning of a date or of one longer number. */
const unfinished = /\d[.,:/\-–−]$/;

type Numbered = { words: string; digits: string };

/**
 * `Захід 1` is followed by `Захід 2`, and `Захід 1`, `Захід 3` by `Захід 5`; zeros in front are kept.
 * Null when a text ends in no number, when the words differ, and when it would count below zero.
 */
export function continueTexts(
  values: readonly (string | number | null)[],
  count: number,
  direction: 1 | -1,
): string[] | null {
  const parts = values.map((value): Numbered | null => {
    const groups = typeof value === 'string' ? numbered.exec(value)?.groups : undefined;
    return groups?.words === undefined || groups.digits === undefined || unfinished.test(groups.words)
      ? null
      : { words: groups.words, digits: groups.digits };
  });
  const known = parts.filter((part) => part !== null);
  const [first, second] = known;
  const last = known.at(-1);
  if (known.length !== parts.length || first === undefined || last === undefined) return null;
  if (known.some(({ words }) => words !== first.words)) return null;
  const step = second === undefined ? direction : Number(second.digits) - Number(first.digits);
  const isConstant = known.every(
    ({ digits }, index) => Number(digits) === Number(first.digits) + step * index,
  );
  if (!isConstant || Number(last.digits) + step * count < 0) return null;
  const width = known.some(({ digits }) => digits.startsWith('0')) ? first.digits.length : 0;
  return Array.from({ length: count }, (_, index) => {
    const next = Number(last.digits) + step * (index + 1);
    return `${first.words}${String(next).padStart(width, '0')}`;
  });
}
