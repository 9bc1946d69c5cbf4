import { z } from 'zod';
import { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import { ActivityForm, ActivityState, Fund, tableKinds } from '../model/rows.ts';
import { Aggregation } from '../model/structure.ts';

/**
 * What a figure in the text shows: never the number, always where it comes from and how it is
 * printed. Kept inside documents for years, so fields are only ever added. The objects are strict: a
 * filter that this version does not know would silently widen the number, so it is not read at all.
 */

/** An absent field does not narrow; all present ones must hold. */
export const RowFilter = z.strictObject({
  /** Null: rows without a direction. */
  directionId: DirectionId.nullable().optional(),
  organisationId: OrganisationId.optional(),
  /** Narrows expenditures alone, as the next two do. */
  fund: Fund.optional(),
  kpkvk: z.string().max(500).optional(),
  kekv: z.string().max(500).optional(),
  /** Narrows activities alone, as the next one does. */
  form: ActivityForm.optional(),
  state: ActivityState.optional(),
});
export type RowFilter = z.infer<typeof RowFilter>;

/** The case that the sentence puts a number in words into. */
export const GrammaticalCase = z.enum([
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'locative',
]);
export type GrammaticalCase = z.infer<typeof GrammaticalCase>;

/** Of the noun that a number in words stands before: один захід, одна особа, одне засідання. */
export const Gender = z.enum(['masculine', 'feminine', 'neuter']);
export type Gender = z.infer<typeof Gender>;

export const MoneyFigure = z.strictObject({
  kind: z.literal('money'),
  /** `deviation` is actual less planned, printed with its sign. */
  sum: z.enum(['actual', 'planned', 'deviation']),
  filter: RowFilter,
  format: z.enum(['hryvnias', 'thousands', 'words']),
  case: GrammaticalCase,
});
export type MoneyFigure = z.infer<typeof MoneyFigure>;

/** Actual as a share of planned: `98,7 %`. */
export const PercentFigure = z.strictObject({ kind: z.literal('percent'), filter: RowFilter });
export type PercentFigure = z.infer<typeof PercentFigure>;

const countFormat = {
  /**
   * `over` is «понад N» with its noun, rounded down to a multiple of `step`. In `words` the noun of an
   * indicator stands in the nominative, and in the accusative save the feminine; in other cases, which
   * an indicator has no forms of, the sentence brings its own.
   */
  format: z.enum(['count-with-noun', 'count', 'over', 'words']),
  /** Of `over`; null takes the indicator's own. */
  step: z.int().positive().max(1_000_000_000).nullable(),
  /** Of `words`; of `count-with-noun` too where the noun is «захід». */
  case: GrammaticalCase,
  /** Of the words of an indicator. */
  gender: Gender,
};

export const IndicatorFigure = z.strictObject({
  kind: z.literal('indicator'),
  indicatorId: IndicatorId,
  /** Null takes the indicator's own. */
  aggregation: Aggregation.nullable(),
  filter: RowFilter,
  ...countFormat,
});
export type IndicatorFigure = z.infer<typeof IndicatorFigure>;

/** How many activities there are, whatever they count. */
export const ActivitiesFigure = z.strictObject({
  kind: z.literal('activities'),
  filter: RowFilter,
  ...countFormat,
});
export type ActivitiesFigure = z.infer<typeof ActivitiesFigure>;

/**
 * Names in a row: the organisations that have such rows, or the contents of the activities. A field of
 * the filter that only one table has leaves the other table out.
 */
export const ListFigure = z.strictObject({
  kind: z.literal('list'),
  of: z.enum(['organisations', 'activities']),
  /** Null: of activities and expenditures with any indicator. */
  indicatorId: IndicatorId.nullable(),
  filter: RowFilter,
});
export type ListFigure = z.infer<typeof ListFigure>;

/** A whole table between paragraphs. */
export const TableFigure = z.strictObject({
  kind: z.literal('table'),
  table: z.enum(tableKinds),
  filter: RowFilter,
});
export type TableFigure = z.infer<typeof TableFigure>;

/** What may stand inside a sentence. */
export const InlineFigure = z.discriminatedUnion('kind', [
  MoneyFigure,
  PercentFigure,
  IndicatorFigure,
  ActivitiesFigure,
  ListFigure,
]);
export type InlineFigure = z.infer<typeof InlineFigure>;

export const FigureSpec = z.discriminatedUnion('kind', [
  MoneyFigure,
  PercentFigure,
  IndicatorFigure,
  ActivitiesFigure,
  ListFigure,
  TableFigure,
]);
export type FigureSpec = z.infer<typeof FigureSpec>;
