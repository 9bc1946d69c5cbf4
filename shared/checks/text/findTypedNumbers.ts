import type { InlineFigure } from '../../figures/FigureSpec.ts';
import type { DirectionId } from '../../model/ids.ts';
import type { PlacedBlock } from '../../report/walkText.ts';
import type { KnownCount, KnownTotal, KnownTotals } from './knownTotals.ts';
import { readSegments } from './readSegments.ts';
import { isYear, readTypedNumbers, type TypedNumber, type TypedReading } from './readTypedNumbers.ts';
import type { TextFinding } from './TextFinding.ts';

type Match = { total: KnownTotal; isEqual: boolean };

/** Numbers typed by hand that equal a total of the tables, or nearly do. Rules CHK-30 to CHK-36. */
export function findTypedNumbers(
  { block, path }: PlacedBlock,
  directionId: DirectionId,
  totals: KnownTotals,
): TextFinding[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [];
  return readSegments(block.content).flatMap(({ text, isFirst, locate }) =>
    readTypedNumbers(text, isFirst).flatMap((typed) => {
      const match = findMatch(typed, totals);
      if (match === null) return [];
      return [
        {
          code: match.isEqual ? ('text.typed-number' as const) : ('text.nearly-total' as const),
          severity: 'warns' as const,
          place: { directionId, path, inline: locate(typed.offset), quote: typed.quote },
          parameters: { typed: typed.quote, value: match.total.text },
          suggestion: buildSuggestion(typed, match),
        },
      ];
    }),
  );
}

function findMatch(typed: TypedNumber, totals: KnownTotals): Match | null {
  const { reading } = typed;
  switch (reading.unit) {
    case 'kopiykas':
      return findMoney(reading, totals);
    case 'percent-tenths':
      return pickFirst(totals.percents, ({ value }) => value === reading.value, true);
    case 'count':
      return (
        findCount(typed, reading.value, totals.counts) ?? findBareMoney(typed, reading.value, totals.money)
      );
  }
}

/** From here on a number that is nearly a total is taken for it. */
const largeMinor = 100_000n;
const largeCount = 100;

function findMoney(
  { value, step }: Extract<TypedReading, { unit: 'kopiykas' }>,
  { money, moneyByValue }: KnownTotals,
): Match | null {
  const total =
    step === 1n ? moneyByValue.get(value) : money.find((each) => isRounded(each.value, value, step));
  if (total !== undefined) return { total, isEqual: true };
  if (value < largeMinor) return null;
  return pickFirst(money, (each) => each.isNear && isWithinOnePercent(each.value, value), false);
}

/** Equal when rounded as it is written, unless that leaves hardly a digit: 1 млн of 1,4 млн. */
function isRounded(total: bigint, value: bigint, step: bigint): boolean {
  const distance = distanceOf(total, value);
  return distance * 2n <= step && distance * 100n <= total;
}

/** A whole number without «грн» is a sum only where it is one of the totals in view to the kopiyka. */
function findBareMoney({ quote }: TypedNumber, value: number, totals: readonly KnownTotal[]): Match | null {
  const minor = BigInt(value) * 100n;
  if (minor < largeMinor || isYear(quote)) return null;
  return pickFirst(totals, (total) => total.isNear && total.value === minor, true);
}

function findCount(typed: TypedNumber, value: number, counts: readonly KnownCount[]): Match | null {
  const exact = BigInt(value);
  const named = counts.filter(({ nouns }) => isNamed(typed.words, nouns));
  if (typed.isOver) {
    const isOver = (total: KnownCount) => total.over === exact || total.value === exact;
    const isRounded = (total: KnownCount) => exact <= total.value && total.value < exact + roundness(exact);
    return pickFirst(counts, isOver, true) ?? pickFirst(named, isRounded, true);
  }
  const equal = pickFirst(named, (total) => total.value === exact, true);
  if (equal !== null) return equal;
  if (value < largeCount) return null;
  const bare =
    isYear(typed.quote) || isMeasure(typed.words)
      ? null
      : pickFirst(counts, (total) => total.isNear && total.value === exact, true);
  return bare ?? pickFirst(named, (total) => total.isNear && isWithinOnePercent(total.value, exact), false);
}

function pickFirst<T extends KnownTotal>(
  totals: readonly T[],
  isMatch: (total: T) => boolean,
  isEqual: boolean,
): Match | null {
  const total = totals.find(isMatch);
  return total === undefined ? null : { total, isEqual };
}

/** 100 for 1700, 10 for 90: what a round number leaves out. */
function roundness(value: bigint): bigint {
  let size = 1n;
  while (value > 0n && value % (size * 10n) === 0n) size *= 10n;
  return size;
}

/** Of two forms of one word the beginnings agree, all but an ending of two letters. */
function isNamed(words: readonly string[], nouns: readonly string[]): boolean {
  return words.some((word) =>
    nouns.some((noun) => {
      if (word === noun) return true;
      const shared = Math.max(4, Math.min(word.length, noun.length) - 2);
      return word.length >= shared && noun.slice(0, shared) === word.slice(0, shared);
    }),
  );
}

/** Time and measure, which no indicator is named by alone. */
function isMeasure([word = '']: readonly string[]): boolean {
  return /^(?:рок|рік|годин|хвилин|секунд|метр|кілометр|км$|м$|кг$|кілограм|тонн|літр|сторін)/u.test(word);
}

function isWithinOnePercent(total: bigint, value: bigint): boolean {
  return distanceOf(total, value) * 100n <= total;
}

function distanceOf(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

/** Prints what was typed when it is equal; «понад» brings a noun that the sentence has already. */
function buildSuggestion({ isOver, reading }: TypedNumber, { total, isEqual }: Match): InlineFigure | null {
  const { figure } = total;
  if (isOver || !isEqual) return null;
  if (reading.unit !== 'kopiykas' || figure.kind !== 'money' || reading.step <= 100n) return figure;
  return reading.step === 10_000n ? { ...figure, format: 'thousands' } : null;
}
