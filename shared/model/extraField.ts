import { z } from 'zod';
import { MoneyMinor } from '../money/money.ts';
import { Period } from './period.ts';

/** What an added column holds. A date is a day or a span of days, like that of an activity. */
export const ColumnKind = z.enum(['text', 'number', 'money', 'date', 'choice']);
export type ColumnKind = z.infer<typeof ColumnKind>;

/**
 * The field of an added column in a row: `x:`, its kind and its id. Which columns there are is governed and
 * stands in the report's structure; what a value of one must look like, a sheet tells from its name alone.
 * So a column of another kind has another field, and what stands in the old one is never taken for it.
 */
export type ExtraField = `x:${ColumnKind}:${string}`;

/** What stands in such a field; null is an empty cell. */
export type ExtraValue = string | number | null;

/** The extra values of a row: only those that are there, so that a row without any costs nothing. */
export type ExtraValues = { readonly [field: ExtraField]: ExtraValue };

const pattern = /^x:(text|number|money|date|choice):[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

export const ExtraField = z.string().regex(pattern) as unknown as z.ZodType<ExtraField, string>;

/** The field of a column whose values are chosen from a list. */
export type ChoiceField = `x:choice:${string}`;

export const ChoiceField = ExtraField.refine(
  (field): field is ChoiceField => kindOfExtra(field) === 'choice',
);

export function isExtraField(name: string): name is ExtraField {
  // Asked of every key of every row: one sign is looked at before the pattern.
  return name.charCodeAt(1) === colon && pattern.test(name);
}

const colon = ':'.charCodeAt(0);

export function kindOfExtra(field: ExtraField): ColumnKind {
  return field.slice(2, field.indexOf(':', 2)) as ColumnKind;
}

/** Characters of one cell. */
export const longestText = 10_000;

/** Numbers of a column are exact to a thousandth, so that their sum is too. */
export const numberScale = 1_000;
const maxNumber = 1_000_000_000_000;

/** At most three digits after the mark; a sum is made of whole thousandths, never of these. */
export const ColumnNumber = z
  .number()
  .min(-maxNumber)
  .max(maxNumber)
  .refine((value) => Math.round(value * numberScale) / numberScale === value, {
    error: 'more than three digits after the mark',
  });

/** A number of a column in whole thousandths. */
export function toThousandths(value: number): bigint {
  return BigInt(Math.round(value * numberScale));
}

/** Whether what stands in such a field adds up. */
export function isSummedField(field: ExtraField): boolean {
  const kind = kindOfExtra(field);
  return kind === 'money' || kind === 'number';
}

/** A value of such a field as a part of a sum: kopiykas of money, thousandths of a number. */
export function toSummand(field: ExtraField, value: number): bigint {
  return kindOfExtra(field) === 'money' ? BigInt(value) : toThousandths(value);
}

const text = z.string().max(longestText);

/** What a value of each kind is. Of a choice any text: the column alone knows what it offers. */
export const columnSchemas = {
  text: text.nullable(),
  number: ColumnNumber.nullable(),
  money: MoneyMinor.nullable(),
  date: Period.nullable(),
  choice: text.nullable(),
} as const satisfies Record<ColumnKind, z.ZodType<ExtraValue>>;
