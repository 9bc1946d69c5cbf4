import type { Indicator, NounForms } from '../model/structure.ts';

const pluralRules = new Intl.PluralRules('uk');
const noBreakSpace = '\u00A0';

/**
 * The form that stands after this number: 1, 21 → one; 2–4, 22 → few; 0, 5–20, 111 → many. A
 * fraction governs the genitive singular, which the model has no form for; few is spelled the same
 * for most nouns and stands in.
 */
export function pickNounForm(forms: NounForms, count: number): string {
  const category = pluralRules.select(Math.abs(count));
  if (category === 'one') return forms.one;
  return category === 'many' ? forms.many : forms.few;
}

/** `1717`, `47 580`: U+00A0 between groups from five digits on, as Ukrainian print does. */
export function formatCount(n: number | bigint): string {
  const sign = n < 0 ? '\u2212' : '';
  const [whole = '', fraction] = String(n).replace('-', '').split('.');
  const grouped = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, noBreakSpace);
  return sign + grouped + (fraction === undefined ? '' : `,${fraction}`);
}

/** A sum of thousandths, exact: `1234500` prints `1234,5`. */
export function formatThousandths(sum: bigint): string {
  const exact = sum < 0n ? -sum : sum;
  const fraction = String(exact % 1_000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const sign = sum < 0n ? '\u2212' : '';
  return sign + formatCount(exact / 1_000n) + (fraction === '' ? '' : `,${fraction}`);
}

/**
 * `55 засідань постійних комісій`; with a step, `понад 90 заходів` for 93. An exact multiple of the
 * step, or a number below the first step, prints as it is: nothing is over it. The noun agrees with
 * the printed number, not with the exact one.
 */
export function formatCountWithNoun(indicator: Pick<Indicator, 'forms' | 'overStep'>, value: number): string {
  const printed = roundDownToStep(value, indicator.overStep);
  const over = printed < value ? 'понад ' : '';
  return `${over}${formatCount(printed)} ${pickNounForm(indicator.forms, printed)}`;
}

/** The number that stands after «понад»; the value itself where there is no step, or none below it. */
export function roundDownToStep(value: number, step: number | null): number {
  const floor = step === null ? value : Math.floor(value / step) * step;
  return floor > 0 ? floor : value;
}
