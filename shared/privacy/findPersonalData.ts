import { isTaxNumber } from './isTaxNumber.ts';

export const personalDataKinds = ['name', 'phone', 'email', 'tax-number', 'passport'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

export type PersonalDataMatch = {
  kind: PersonalDataKind;
  /** As it stands in the text. */
  quote: string;
  /** In UTF-16 units. */
  start: number;
};

const upper = '[А-ЩЬЮЯЄІЇҐ]';
const lower = '[а-щьюяєіїґ]';
const apostrophe = "[’'ʼ]";
const word = `${upper}(?:${apostrophe}?${lower})+(?:-${upper}(?:${apostrophe}?${lower})+)?`;
const initial = `${upper}\\.`;
const gap = '[ \\u00A0\\u202F]';
const gaps = `${gap}*`;
const before = '(?<![\\p{L}\\p{N}’])';
const after = '(?![\\p{L}\\p{N}])';

/** How Ukrainian surnames end, in any case: after one initial alone, most other words are no surname. */
const surnameEnding = `(?:${[
  '(?:ен|еньк|ч|ь|р|ш|л|н|т|д)?к(?:о|а|у|ом|ові)',
  '[уюаяи]к(?:а|у|ом|ові)?',
  '(?:ськ|цьк|зьк)(?:ий|ого|ому|им|а|ої|ій|у|ою)',
  '(?:ов|ев|єв|ів|їв|ін|їн|ин)(?:а|у|им|і|ої|ій|ою)?',
  '(?:ец|єц|иц|ц)[ьяюе]м?',
  '(?:дзе|швілі|ян|янц)',
  '(?:ий|ого|ому|ой)',
].join('|')})`;

/** Patronymics in every case. */
const patronymic = `${upper}${lower}*(?:(?:о|е|є|йо)вич(?:а|у|ем|еві|і)?|(?:і|ї)вн(?:а|и|і|у|ою))`;

/** What is named after somebody is no personal data. */
const namedAfter = new RegExp(
  `(?:вул|вулиц\\p{L}*|просп|проспект\\p{L}*|пр-т\\p{L}*|пр|пров|провул\\p{L}*|пл|площ\\p{L}*|бульв|бульвар\\p{L}*|б-р|майдан\\p{L}*|наб|набережн\\p{L}*|узвоз\\p{L}*|мкрн|парк\\p{L}*|сквер\\p{L}*|ім|імені|імен)\\.?${gaps}[«“"]?$`,
  'iu',
);

const digitsBefore = '(?<![\\p{L}\\d+]|\\d[.,\\u00A0 ])';
const digitsAfter = `(?![\\d\\p{L}]|[.,]\\d)`;
const split = '[ \\u00A0\\u202F.-]?';

type Pattern = {
  kind: PersonalDataKind;
  pattern: RegExp;
  isMeant?: (quote: string, text: string, start: number) => boolean;
};

const patterns: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /(?<![\p{L}\d._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,24}/gu,
  },
  ...[
    `${before}${word}${gaps}${initial}${gaps}${initial}`,
    `${before}${initial}${gaps}${initial}${gaps}${word}${after}`,
    `${before}${initial}${gaps}(?=${word}${after})${upper}(?:${apostrophe}?${lower})*${surnameEnding}${after}`,
    `${before}(?:${word}${gap})?${word}${gap}${patronymic}(?:${gap}${word})?${after}`,
  ].map(
    (source): Pattern => ({
      kind: 'name',
      pattern: new RegExp(source, 'gu'),
      isMeant: (_, text, start) => !namedAfter.test(text.slice(Math.max(0, start - 40), start)),
    }),
  ),
  ...[
    `(?<![\\p{L}\\d])\\+?38${split}\\(?0${split}\\d{2}\\)?${split}\\d{3}${split}\\d{2}${split}\\d{2}${digitsAfter}`,
    `(?<![\\p{L}\\d])\\(0\\d{2,4}\\)${split}\\d{1,3}${split}\\d{2}${split}\\d{2}${digitsAfter}`,
    `${digitsBefore}0\\d{2}[ \\u00A0-]\\d{3}[ \\u00A0-]?\\d{2}[ \\u00A0-]?\\d{2}${digitsAfter}`,
    `${digitsBefore}0(?:39|50|63|66|67|68|73|75|77|9[1-9])\\d{7}${digitsAfter}`,
  ].map((source): Pattern => ({ kind: 'phone', pattern: new RegExp(source, 'gu') })),
  {
    kind: 'tax-number',
    pattern: new RegExp(`${digitsBefore}\\d{10}${digitsAfter}`, 'gu'),
    isMeant: (quote, text, start) =>
      isTaxNumber(quote) || /(?:РНОКПП|ІПН|іпн|рнокпп)[^\p{L}\d]{0,5}$/u.test(text.slice(0, start)),
  },
  { kind: 'passport', pattern: new RegExp(`${before}${upper}{2}${gaps}№?${gaps}\\d{6}${digitsAfter}`, 'gu') },
  // The number of an identity card says nothing by itself; that of the register has a form of its own.
  {
    kind: 'passport',
    pattern: new RegExp(`(?<=паспорт\\P{N}{0,30}|ID\\P{N}{0,20})\\d{9}${digitsAfter}`, 'giu'),
  },
  { kind: 'passport', pattern: new RegExp(`${digitsBefore}(?:19|20)\\d{6}-\\d{5}${digitsAfter}`, 'gu') },
];

/**
 * What in a text looks like personal data: names with initials or a patronymic, phone numbers,
 * e-mails, tax numbers, series of documents. It asks and does not know: a number of an enterprise,
 * an amount, a date, a budget code and a street named after somebody are none. In order of place,
 * none inside another.
 */
export function findPersonalData(text: string): PersonalDataMatch[] {
  const found: (PersonalDataMatch & { isMeant: boolean })[] = [];
  for (const { kind, pattern, isMeant } of patterns) {
    for (const { 0: quote, index: start } of text.matchAll(pattern)) {
      found.push({ kind, quote, start, isMeant: isMeant?.(quote, text, start) ?? true });
    }
  }
  found.sort((a, b) => a.start - b.start || b.quote.length - a.quote.length);
  const matches: PersonalDataMatch[] = [];
  let end = 0;
  for (const { kind, quote, start, isMeant } of found) {
    if (start < end) continue;
    // What is not meant hides its parts too: «вул. І. В. Петренка» is not about some В. Петренко.
    end = start + quote.length;
    if (isMeant) matches.push({ kind, quote, start });
  }
  return matches;
}
