import type { GrammaticalCase } from '../figures/FigureSpec.ts';

/** A noun in all its cases. */
export type DeclinedNoun = Readonly<Record<'singular' | 'plural', Readonly<Record<GrammaticalCase, string>>>>;

export const hryvnia: DeclinedNoun = {
  singular: {
    nominative: 'гривня',
    genitive: 'гривні',
    dative: 'гривні',
    accusative: 'гривню',
    instrumental: 'гривнею',
    locative: 'гривні',
  },
  plural: {
    nominative: 'гривні',
    genitive: 'гривень',
    dative: 'гривням',
    accusative: 'гривні',
    instrumental: 'гривнями',
    locative: 'гривнях',
  },
};

export const kopiyka: DeclinedNoun = {
  singular: {
    nominative: 'копійка',
    genitive: 'копійки',
    dative: 'копійці',
    accusative: 'копійку',
    instrumental: 'копійкою',
    locative: 'копійці',
  },
  plural: {
    nominative: 'копійки',
    genitive: 'копійок',
    dative: 'копійкам',
    accusative: 'копійки',
    instrumental: 'копійками',
    locative: 'копійках',
  },
};

/** A row of the activity table. */
export const activityNoun: DeclinedNoun = {
  singular: {
    nominative: 'захід',
    genitive: 'заходу',
    dative: 'заходу',
    accusative: 'захід',
    instrumental: 'заходом',
    locative: 'заході',
  },
  plural: {
    nominative: 'заходи',
    genitive: 'заходів',
    dative: 'заходам',
    accusative: 'заходи',
    instrumental: 'заходами',
    locative: 'заходах',
  },
};

/**
 * The form of a noun after this number when the number stands in `grammaticalCase`: 2 гривні, двох
 * гривень, двома гривнями. A number that ends in нуль, тисяча or a larger group ends in a noun, and
 * that governs the genitive plural in every case: трьома тисячами гривень.
 */
export function pickDeclinedForm(
  noun: DeclinedNoun,
  count: number | bigint,
  grammaticalCase: GrammaticalCase,
): string {
  const lastGroup = Number(BigInt(count) % 1_000n);
  const lastDigit = lastGroup % 10;
  const isTeen = Math.trunc(lastGroup / 10) % 10 === 1;
  if (lastGroup === 0) return noun.plural.genitive;
  if (lastDigit === 1 && !isTeen) return noun.singular[grammaticalCase];
  const isDirect = grammaticalCase === 'nominative' || grammaticalCase === 'accusative';
  const isFew = lastDigit >= 2 && lastDigit <= 4 && !isTeen;
  return isDirect && !isFew ? noun.plural.genitive : noun.plural[grammaticalCase];
}
