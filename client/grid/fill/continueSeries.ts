import { numberScale } from '#shared/model/extraField.ts';
import type { FieldKind } from '../fields.ts';
import { continuePeriods } from './continuePeriods.ts';
import { continueTexts } from './continueTexts.ts';

export type FillValue = string | number | null;

/**
 * The next `count` values of a column, as a spreadsheet continues them. Amounts and counts go on by
 * their constant step, in whole kopiykas; days, months, quarters, half-years and years likewise, a
 * single one by one; words that end in a number count on. Everything else is repeated: one number,
 * values from a list, codes, what has no constant step. Going backwards, the values come from the last.
 * What comes out may be out of a cell's bounds.
 */
export function continueSeries(
  values: readonly FillValue[],
  kind: FieldKind,
  count: number,
  isBackward = false,
): FillValue[] {
  const series = isBackward ? values.toReversed() : values;
  return readSeries(series, kind, count, isBackward) ?? repeat(series, count);
}

export function repeat<T>(values: readonly T[], count: number): T[] {
  if (values.length === 0) return [];
  return Array.from({ length: count }, (_, index) => values[index % values.length] as T);
}

function readSeries(
  values: readonly FillValue[],
  kind: FieldKind,
  count: number,
  isBackward: boolean,
): FillValue[] | null {
  switch (kind) {
    case 'money':
    case 'count':
      return continueNumbers(values, count, 1);
    case 'number':
      return continueNumbers(values, count, numberScale);
    case 'period':
      return continuePeriods(values, count, isBackward ? -1 : 1);
    case 'long':
      return continueTexts(values, count, isBackward ? -1 : 1);
    default:
      // A КПКВК is a name, not a number: the next one is another programme.
      return null;
  }
}

/** Null without at least two numbers at one distance. `scale` makes them whole, so that no step grows a tail. */
function continueNumbers(values: readonly FillValue[], count: number, scale: number): number[] | null {
  const numbers = values
    .filter((value) => typeof value === 'number')
    .map((value) => Math.round(value * scale));
  const [first, second] = numbers;
  const last = numbers.at(-1);
  if (numbers.length !== values.length || first === undefined || second === undefined || last === undefined)
    return null;
  const step = second - first;
  if (numbers.some((value, index) => index > 0 && value - (numbers[index - 1] ?? value) !== step))
    return null;
  return Array.from({ length: count }, (_, index) => (last + step * (index + 1)) / scale);
}
