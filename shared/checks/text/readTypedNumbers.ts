/** A number as people write it into a sentence, and what it says it is. */
export type TypedNumber = {
  /** Place in the text. */
  offset: number;
  /** The number and its unit. */
  quote: string;
  /** Stands after «понад». */
  isOver: boolean;
  reading: TypedReading;
  /** The words after it, lower case, up to the next punctuation. */
  words: string[];
};

export type TypedReading =
  /** `step` is one of the last digit written, in kopiykas: 10 000 for `437,6 тис. грн`. */
  | { unit: 'kopiykas'; value: bigint; step: bigint }
  | { unit: 'count'; value: number }
  | { unit: 'percent-tenths'; value: bigint };

const space = '[ \\u00A0\\u2009\\u202F]';
const number = new RegExp(
  `\\d{1,3}(?:${space}\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,2}(?!\\d))?`,
  'gu',
);

const money =
  /^\s*(?<power>тис\.?|тисяч\p{L}*|млн\.?|мільйон\p{L}*|млрд\.?|мільярд\p{L}*)?\s*(?:грн(?!\p{L})|гривень|гривн\p{L}+|₴)/iu;
const percent = /^\s*(?:%|відсотк\p{L}*)/iu;
const powerUnit = /^\s*(?:тис\.|тисяч|млн|мільйон|млрд|мільярд)/iu;

/** What makes of digits a date, an ordinal, a code or a range; read right before and right after them. */
const before =
  /(?:[\p{L}\d№#/:.,\-\u2010-\u2015\u2212]|№\s+|\d\s*[-\u2010-\u2015]\s*|(?:^|[^\p{L}])(?:кекв|кпквк|код\p{L}{0,2}|ст\.|п\.|пп\.|ч\.|тел\.)\s*)$/iu;
const after = /^(?:[-\u2010-\u2015]\p{L}|[./:,]\d|\s*[-\u2010-\u2015]\s*\d|(?!грн|тис|млн|млрд)\p{L})/iu;
const month =
  /^\s*(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)/iu;
const yearWord = /^\s*(?:рік|рок\p{L}|роц\p{L}|роком|роках|років|рр?\.)/iu;
const address = /https?:\/\/|www\.|@/iu;

/** Numbers below this are parts of speech more often than results. */
const smallest = 10;

/**
 * Every number of a text that states a quantity. Left out, as they are none: numbers below 10, dates,
 * years, ordinals (`1.`, `76-та`), ranges, numbers after №, codes, addresses, and digits inside words.
 */
export function readTypedNumbers(text: string, isBlockStart: boolean): TypedNumber[] {
  const plain = text.replaceAll(/\S+/g, (word) => (address.test(word) ? 'x'.repeat(word.length) : word));
  const numbers: TypedNumber[] = [];
  for (const match of plain.matchAll(number)) {
    const [digits] = match;
    const head = plain.slice(Math.max(0, match.index - 20), match.index);
    const tail = plain.slice(match.index + digits.length, match.index + digits.length + 120);
    if (before.test(head) || isNoQuantity(digits, tail)) continue;
    if (isBlockStart && /^[.)](?:\s|$)/.test(tail) && plain.slice(0, match.index).trim() === '') continue;
    const typed = readQuantity(digits, tail);
    if (typed === null) continue;
    numbers.push({
      offset: match.index,
      quote: text.slice(match.index, match.index + digits.length + typed.unitLength),
      isOver: /(?:^|[^\p{L}])(?:понад|більше|більш як|більш ніж)\s+$/iu.test(head),
      reading: typed.reading,
      words: readWords(tail),
    });
  }
  return numbers;
}

function isNoQuantity(digits: string, tail: string): boolean {
  if (/^0\d/.test(digits) || after.test(tail) || month.test(tail)) return true;
  return isYear(digits) && yearWord.test(tail);
}

/** Four digits of this century or the last. */
export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

function readQuantity(digits: string, tail: string): { reading: TypedReading; unitLength: number } | null {
  const compact = digits.replaceAll(/[ \u00A0\u2009\u202F]/g, '').replace(',', '.');
  const [whole = '', decimals = ''] = compact.split('.');
  if (whole.length > 18) return null;
  const isSmall = Number(compact) < smallest;
  const share = percent.exec(tail);
  if (share !== null) {
    if (decimals.length !== 1) return null;
    return {
      reading: { unit: 'percent-tenths', value: BigInt(whole + decimals) },
      unitLength: share[0].length,
    };
  }
  const unit = money.exec(tail);
  if (unit !== null) {
    const power = readPower(unit.groups?.power ?? '');
    if (isSmall && power === 1n) return null;
    const step = (power * 100n) / 10n ** BigInt(decimals.length);
    return {
      reading: { unit: 'kopiykas', value: BigInt(whole + decimals) * step, step },
      unitLength: unit[0].length,
    };
  }
  if (isSmall || powerUnit.test(tail) || decimals.length === 1) return null;
  if (decimals.length === 2)
    return { reading: { unit: 'kopiykas', value: BigInt(whole + decimals), step: 1n }, unitLength: 0 };
  return { reading: { unit: 'count', value: Number(whole) }, unitLength: 0 };
}

function readPower(word: string): bigint {
  const name = word.toLowerCase();
  if (name.startsWith('тис')) return 1_000n;
  if (name === '') return 1n;
  return name.startsWith('млн') || name.startsWith('мільйон') ? 1_000_000n : 1_000_000_000n;
}

/** What a number counts stands among the next few words: 30 кращих студентів. */
function readWords(tail: string): string[] {
  const clause = /^[^.,;:!?()\n]*/.exec(tail)?.[0] ?? '';
  return (clause.toLowerCase().match(/[\p{L}’'ʼ-]+/gu) ?? []).slice(0, 4);
}
