import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gender, GrammaticalCase } from '#shared/figures/FigureSpec.ts';
import { formatNumeral } from '#shared/language/numerals.ts';

/**
 * The numerals written out case by case, as a table in a grammar has them, and put together from the
 * left by the digits of the number: the product has them numeral by numeral and divides.
 */
type Table = {
  zero: string;
  /** 1 to 19; 1 and 2 are chosen by gender from `one` and `two`. */
  small: string;
  one: Record<Gender, string>;
  two: Record<Gender, string>;
  /** 20 to 90. */
  tens: string;
  /** 100 to 900. */
  hundreds: string;
  /** After 1, after 2–4, after the rest. */
  thousand: [string, string, string];
  million: [string, string, string];
  milliard: [string, string, string];
  trillion: string;
};

const direct: Omit<Table, 'one' | 'thousand'> = {
  zero: 'нуль',
  small:
    '- - три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять',
  two: { masculine: 'два', feminine: 'дві', neuter: 'два' },
  tens: 'двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто',
  hundreds: 'сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот',
  million: ['мільйон', 'мільйони', 'мільйонів'],
  milliard: ['мільярд', 'мільярди', 'мільярдів'],
  trillion: 'один трильйон',
};

const oblique = {
  small:
    '- - трьох чотирьох п’яти шести семи восьми дев’яти десяти одинадцяти дванадцяти тринадцяти чотирнадцяти п’ятнадцяти шістнадцяти сімнадцяти вісімнадцяти дев’ятнадцяти',
  tens: 'двадцяти тридцяти сорока п’ятдесяти шістдесяти сімдесяти вісімдесяти дев’яноста',
};

const tables: Record<GrammaticalCase, Table> = {
  nominative: {
    ...direct,
    one: { masculine: 'один', feminine: 'одна', neuter: 'одне' },
    thousand: ['тисяча', 'тисячі', 'тисяч'],
  },
  accusative: {
    ...direct,
    one: { masculine: 'один', feminine: 'одну', neuter: 'одне' },
    thousand: ['тисячу', 'тисячі', 'тисяч'],
  },
  genitive: {
    ...oblique,
    zero: 'нуля',
    one: { masculine: 'одного', feminine: 'однієї', neuter: 'одного' },
    two: { masculine: 'двох', feminine: 'двох', neuter: 'двох' },
    hundreds: 'ста двохсот трьохсот чотирьохсот п’ятисот шестисот семисот восьмисот дев’ятисот',
    thousand: ['тисячі', 'тисяч', 'тисяч'],
    million: ['мільйона', 'мільйонів', 'мільйонів'],
    milliard: ['мільярда', 'мільярдів', 'мільярдів'],
    trillion: 'одного трильйона',
  },
  dative: {
    ...oblique,
    small: oblique.small.replace('трьох чотирьох', 'трьом чотирьом'),
    zero: 'нулю',
    one: { masculine: 'одному', feminine: 'одній', neuter: 'одному' },
    two: { masculine: 'двом', feminine: 'двом', neuter: 'двом' },
    hundreds: 'ста двомстам трьомстам чотирьомстам п’ятистам шестистам семистам восьмистам дев’ятистам',
    thousand: ['тисячі', 'тисячам', 'тисячам'],
    million: ['мільйону', 'мільйонам', 'мільйонам'],
    milliard: ['мільярду', 'мільярдам', 'мільярдам'],
    trillion: 'одному трильйону',
  },
  instrumental: {
    zero: 'нулем',
    small:
      '- - трьома чотирма п’ятьма шістьма сьома вісьма дев’ятьма десятьма одинадцятьма дванадцятьма тринадцятьма чотирнадцятьма п’ятнадцятьма шістнадцятьма сімнадцятьма вісімнадцятьма дев’ятнадцятьма',
    one: { masculine: 'одним', feminine: 'однією', neuter: 'одним' },
    two: { masculine: 'двома', feminine: 'двома', neuter: 'двома' },
    tens: 'двадцятьма тридцятьма сорока п’ятдесятьма шістдесятьма сімдесятьма вісімдесятьма дев’яноста',
    hundreds:
      'ста двомастами трьомастами чотирмастами п’ятьмастами шістьмастами сьомастами вісьмастами дев’ятьмастами',
    thousand: ['тисячею', 'тисячами', 'тисячами'],
    million: ['мільйоном', 'мільйонами', 'мільйонами'],
    milliard: ['мільярдом', 'мільярдами', 'мільярдами'],
    trillion: 'одним трильйоном',
  },
  locative: {
    ...oblique,
    zero: 'нулі',
    one: { masculine: 'одному', feminine: 'одній', neuter: 'одному' },
    two: { masculine: 'двох', feminine: 'двох', neuter: 'двох' },
    hundreds: 'ста двохстах трьохстах чотирьохстах п’ятистах шестистах семистах восьмистах дев’ятистах',
    thousand: ['тисячі', 'тисячах', 'тисячах'],
    million: ['мільйоні', 'мільйонах', 'мільйонах'],
    milliard: ['мільярді', 'мільярдах', 'мільярдах'],
    trillion: 'одному трильйоні',
  },
};

/** Every group of three digits in this case and gender, 0 (nothing) to 999. */
function spellGroups(table: Table, gender: Gender): string[] {
  const small = ['', ...table.small.split(' ')];
  small[1] = table.one[gender];
  small[2] = table.two[gender];
  const belowHundred = [
    ...small,
    ...table.tens.split(' ').flatMap((ten) => [ten, ...small.slice(1, 10).map((unit) => `${ten} ${unit}`)]),
  ];
  return ['', ...table.hundreds.split(' ')].flatMap((hundred) =>
    belowHundred.map((rest) => `${hundred} ${rest}`.trim()),
  );
}

const groups = Object.fromEntries(
  GrammaticalCase.options.map((each) => [
    each,
    Object.fromEntries(Gender.options.map((gender) => [gender, spellGroups(tables[each], gender)])),
  ]),
);

function spell(value: number, grammaticalCase: GrammaticalCase, gender: Gender): string {
  const table = tables[grammaticalCase];
  if (value === 0) return table.zero;
  if (value === 1e12) return table.trillion;
  const digits = String(value).padStart(12, '0');
  const part = (from: number, names: [string, string, string] | null, ofGender: Gender): string => {
    const text = digits.slice(from, from + 3);
    if (text === '000') return '';
    const words = groups[grammaticalCase]?.[ofGender]?.[Number(text)] ?? '?';
    if (names === null) return words;
    const isOne = /(?:^|[^1])1$/.test(text);
    const isFew = /(?:^|[^1])[234]$/.test(text);
    return `${words} ${names[isOne ? 0 : isFew ? 1 : 2]}`;
  };
  return [
    part(0, table.milliard, 'masculine'),
    part(3, table.million, 'masculine'),
    part(6, table.thousand, 'feminine'),
    part(9, null, gender),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

describe('numbers in words', () => {
  it('LNG-30 are those of the table for every number below 1000, in every case and gender', () => {
    for (const grammaticalCase of GrammaticalCase.options) {
      for (const gender of Gender.options) {
        for (let value = 0; value < 1_000; value += 1) {
          const words = formatNumeral(value, grammaticalCase, gender);
          if (words !== spell(value, grammaticalCase, gender))
            expect.fail(`${value}, ${grammaticalCase}, ${gender}: ${words}`);
        }
      }
    }
  });

  it('LNG-31 are those of the table up to a trillion', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      // Round numbers: most of their groups are empty.
      fc
        .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom(1, 1e3, 1e6, 1e9))
        .map(([group, size]) => group * size),
      fc.constant(1e12),
    );
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(...GrammaticalCase.options),
        fc.constantFrom(...Gender.options),
        (count, grammaticalCase, gender) => {
          const words = formatNumeral(count, grammaticalCase, gender);
          expect(words).toBe(spell(count, grammaticalCase, gender));
          expect(formatNumeral(BigInt(count), grammaticalCase, gender)).toBe(words);
          expect(words).not.toMatch(/['ʼ]|\s\s|undefined/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [0, 'nominative', 'neuter', 'нуль'],
    [1, 'nominative', 'neuter', 'одне'],
    [22, 'nominative', 'feminine', 'двадцять дві'],
    [437_603, 'nominative', 'feminine', 'чотириста тридцять сім тисяч шістсот три'],
    [2_000, 'genitive', 'masculine', 'двох тисяч'],
    [5_000, 'genitive', 'masculine', 'п’яти тисяч'],
    [1_991, 'genitive', 'masculine', 'однієї тисячі дев’ятисот дев’яноста одного'],
    [846, 'instrumental', 'masculine', 'вісьмастами сорока шістьма'],
    [275, 'instrumental', 'masculine', 'двомастами сімдесятьма п’ятьма'],
    [578, 'dative', 'masculine', 'п’ятистам сімдесяти восьми'],
    [490, 'locative', 'masculine', 'чотирьохстах дев’яноста'],
    [1_000_001, 'nominative', 'feminine', 'один мільйон одна'],
    [21_000_000_000, 'accusative', 'masculine', 'двадцять один мільярд'],
    [1_000_000_000_000, 'instrumental', 'neuter', 'одним трильйоном'],
  ] as const)('LNG-31 %s in the %s, %s, is «%s»', (value, grammaticalCase, gender, words) => {
    expect(formatNumeral(value, grammaticalCase, gender)).toBe(words);
  });

  it.each([-1, 1_000_000_000_001, 1.5, Number.NaN])('LNG-32 there are none for %s', (value) => {
    expect(() => formatNumeral(value, 'nominative', 'masculine')).toThrow(RangeError);
  });
});
