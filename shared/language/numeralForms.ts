import type { Gender, GrammaticalCase } from '../figures/FigureSpec.ts';
import type { DeclinedNoun } from './declinedNouns.ts';

/**
 * Ukrainian cardinal numerals by case (правопис 2019, §§ 105–107). Where the language allows two forms
 * the shorter one stands here (п’яти, not п’ятьох; сьома, not сімома). The accusative is that of
 * things, which equals the nominative.
 */
export type CaseForms = Readonly<Record<GrammaticalCase, string>>;

/** `nominative genitive dative accusative instrumental locative`, parted by spaces. */
function readForms(text: string): CaseForms {
  const [nominative = '', genitive = '', dative = '', accusative = '', instrumental = '', locative = ''] =
    text.split(' ');
  return { nominative, genitive, dative, accusative, instrumental, locative };
}

export const zero = readForms('нуль нуля нулю нуль нулем нулі');

export const one: Readonly<Record<Gender, CaseForms>> = {
  masculine: readForms('один одного одному один одним одному'),
  feminine: readForms('одна однієї одній одну однією одній'),
  neuter: readForms('одне одного одному одне одним одному'),
};

const two = readForms('два двох двом два двома двох');
const twoFeminine = readForms('дві двох двом дві двома двох');

/** Only 1 and 2 differ by gender. */
export function findTwo(gender: Gender): CaseForms {
  return gender === 'feminine' ? twoFeminine : two;
}

/** 3 to 9, at their own places. */
export const units: readonly (CaseForms | null)[] = [
  null,
  null,
  null,
  readForms('три трьох трьом три трьома трьох'),
  readForms('чотири чотирьох чотирьом чотири чотирма чотирьох'),
  readForms('п’ять п’яти п’яти п’ять п’ятьма п’яти'),
  readForms('шість шести шести шість шістьма шести'),
  readForms('сім семи семи сім сьома семи'),
  readForms('вісім восьми восьми вісім вісьма восьми'),
  readForms('дев’ять дев’яти дев’яти дев’ять дев’ятьма дев’яти'),
];

/** 10 to 20, and 30, decline alike: дванадцять, дванадцяти, дванадцятьма. */
function declineTeen(stem: string): CaseForms {
  return {
    nominative: `${stem}ть`,
    genitive: `${stem}ти`,
    dative: `${stem}ти`,
    accusative: `${stem}ть`,
    instrumental: `${stem}тьма`,
    locative: `${stem}ти`,
  };
}

/** 10 to 19, by the last digit. */
export const teens: readonly CaseForms[] = [
  'деся',
  'одинадця',
  'дванадця',
  'тринадця',
  'чотирнадця',
  'п’ятнадця',
  'шістнадця',
  'сімнадця',
  'вісімнадця',
  'дев’ятнадця',
].map(declineTeen);

/** Of 50 to 80 only the second part declines, and without a soft sign: п’ятдесят, п’ятдесяти. */
function declineTens(first: string): CaseForms {
  const direct = `${first}десят`;
  return { ...declineTeen(`${first}деся`), nominative: direct, accusative: direct };
}

/** 40, 90 and 100 have one form for all cases but two. */
function declineByOneForm(stem: string): CaseForms {
  const oblique = `${stem}а`;
  const direct = stem === 'сорок' ? stem : `${stem}о`;
  return {
    nominative: direct,
    genitive: oblique,
    dative: oblique,
    accusative: direct,
    instrumental: oblique,
    locative: oblique,
  };
}

/** 20 to 90, by the first digit. */
export const tens: readonly (CaseForms | null)[] = [
  null,
  null,
  declineTeen('двадця'),
  declineTeen('тридця'),
  declineByOneForm('сорок'),
  declineTens('п’ят'),
  declineTens('шіст'),
  declineTens('сім'),
  declineTens('вісім'),
  declineByOneForm('дев’яност'),
];

/** 100 to 900, by the first digit. Of 200 to 900 both parts decline. */
export const hundreds: readonly (CaseForms | null)[] = [
  null,
  declineByOneForm('ст'),
  readForms('двісті двохсот двомстам двісті двомастами двохстах'),
  readForms('триста трьохсот трьомстам триста трьомастами трьохстах'),
  readForms('чотириста чотирьохсот чотирьомстам чотириста чотирмастами чотирьохстах'),
  readForms('п’ятсот п’ятисот п’ятистам п’ятсот п’ятьмастами п’ятистах'),
  readForms('шістсот шестисот шестистам шістсот шістьмастами шестистах'),
  readForms('сімсот семисот семистам сімсот сьомастами семистах'),
  readForms('вісімсот восьмисот восьмистам вісімсот вісьмастами восьмистах'),
  readForms('дев’ятсот дев’ятисот дев’ятистам дев’ятсот дев’ятьмастами дев’ятистах'),
];

/** The names of groups of three digits, from thousands up: nouns that the group before them counts. */
export const groupNames: readonly { gender: Gender; noun: DeclinedNoun }[] = [
  {
    gender: 'feminine',
    noun: {
      singular: readForms('тисяча тисячі тисячі тисячу тисячею тисячі'),
      plural: readForms('тисячі тисяч тисячам тисячі тисячами тисячах'),
    },
  },
  ...['мільйон', 'мільярд', 'трильйон'].map((stem) => ({
    gender: 'masculine' as const,
    noun: {
      singular: readForms(`${stem} ${stem}а ${stem}у ${stem} ${stem}ом ${stem}і`),
      plural: readForms(`${stem}и ${stem}ів ${stem}ам ${stem}и ${stem}ами ${stem}ах`),
    },
  })),
];
