import { activityNoun, pickDeclinedForm } from '../language/declinedNouns.ts';
import { formatCount, formatCountWithNoun, pickNounForm, roundDownToStep } from '../language/nouns.ts';
import { formatNumeral, largestInWords } from '../language/numerals.ts';
import type { Indicator } from '../model/structure.ts';
import { assertNever } from '../must.ts';
import type { CountCell } from '../totals/createAccumulator.ts';
import type { ActivitiesFigure, Gender, GrammaticalCase, IndicatorFigure } from './FigureSpec.ts';
import type { FigureValue } from './FigureValue.ts';
import { type PrintProblem, problemTexts } from './problemTexts.ts';

/** Of an indicator, which has its noun in the nominative alone. */
export function buildIndicatorValue(
  spec: IndicatorFigure,
  indicator: Pick<Indicator, 'forms' | 'overStep'>,
  count: CountCell,
): FigureValue {
  const { forms } = indicator;
  const { value } = count;
  const overStep = spec.step ?? indicator.overStep;
  if (spec.format === 'count') return buildValue(count, formatCount(value));
  if (spec.format === 'words' && BigInt(Math.abs(value)) > largestInWords)
    return buildProblem(count, 'too-large');
  if (spec.format === 'words' && !hasNounInWords(spec))
    return buildValue(count, spell(value, spec.case, spec.gender));

  const printed = spec.format === 'over' ? roundDownToStep(value, overStep) : value;
  const noun = pickNounForm(forms, printed);
  if (noun.trim() === '') return buildProblem(count, 'noun-form-missing');
  switch (spec.format) {
    case 'words':
      return buildValue(count, `${spell(value, spec.case, spec.gender)} ${noun}`);
    case 'count-with-noun':
      return buildValue(count, formatCountWithNoun({ forms, overStep: null }, value));
    case 'over':
      return buildValue(count, formatCountWithNoun({ forms, overStep }, value));
    default:
      return assertNever(spec.format);
  }
}

/** Of activities, whose noun is known in every case. */
export function buildActivitiesValue(spec: ActivitiesFigure, count: CountCell): FigureValue {
  const { value } = count;
  const noun = (printed: number) => pickDeclinedForm(activityNoun, printed, spec.case);
  switch (spec.format) {
    case 'count':
      return buildValue(count, formatCount(value));
    case 'words':
      return buildValue(count, `${formatNumeral(value, spec.case, 'masculine')} ${noun(value)}`);
    case 'count-with-noun':
      return buildValue(count, `${formatCount(value)} ${noun(value)}`);
    case 'over':
      return buildValue(count, formatCountWithNoun({ forms: activityForms, overStep: spec.step }, value));
    default:
      return assertNever(spec.format);
  }
}

const activityForms = {
  one: activityNoun.singular.nominative,
  few: activityNoun.plural.nominative,
  many: activityNoun.plural.genitive,
};

/**
 * The forms an indicator has are those of the nominative, which the accusative of things shares save
 * in the feminine (одну особу). Elsewhere the author writes the noun. It depends on the figure and
 * never on the number: a sentence must not lose its noun when a number changes.
 */
export function hasNounInWords(spec: Pick<IndicatorFigure, 'case' | 'gender'>): boolean {
  return spec.case === 'nominative' || (spec.case === 'accusative' && spec.gender !== 'feminine');
}

/** Corrections may leave less than nothing, and a text is not to fall for it: that is a finding. */
function spell(value: number, numeralCase: GrammaticalCase, gender: Gender): string {
  return `${value < 0 ? 'мінус ' : ''}${formatNumeral(Math.abs(value), numeralCase, gender)}`;
}

function buildValue({ value, rowCount }: CountCell, text: string): FigureValue {
  return {
    text,
    amount: { unit: 'count', value: BigInt(value) },
    rowCount,
    problem: rowCount === 0 ? 'no-rows' : null,
  };
}

function buildProblem(count: CountCell, problem: PrintProblem): FigureValue {
  return { ...buildValue(count, problemTexts[problem]), problem };
}
