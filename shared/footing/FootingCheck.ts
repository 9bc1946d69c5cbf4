import { z } from 'zod';

/**
 * What a check of footing looks at. All but the last compare parts of the report with its rows, summed
 * anew; `file` compares a finished file, read back, with the report.
 */
export const FootingSubject = z.enum([
  'rows',
  'directions',
  'organisations',
  /** Directions by organisations. */
  'matrix',
  'funds',
  'codes',
  /** The approved plan, line by line. */
  'plan',
  'indicators',
  'text',
  'file',
]);
export type FootingSubject = z.infer<typeof FootingSubject>;

/** Where a number stands; in Ukrainian, as the files themselves are. */
export const FootingPlace = z.strictObject({
  /** Null for the report itself. A file inside an archive is named with it: `….zip/data/totals.csv`. */
  file: z.string().nullable(),
  /** `«Зведення»!D12`, `таблиця 3, рядок 7, «Фактично, грн»`, `с. 12, рядок 7, …`, `рядок 40, …`. */
  cell: z.string(),
});
export type FootingPlace = z.infer<typeof FootingPlace>;

/** One number that is not what it has to be. */
export const FootingDifference = z.strictObject({
  place: FootingPlace,
  /** As people read it; null for what should not be there at all. */
  expected: z.string().nullable(),
  /** Null for what is not there. */
  found: z.string().nullable(),
});
export type FootingDifference = z.infer<typeof FootingDifference>;

export const FootingCheck = z.strictObject({
  subject: FootingSubject,
  /** Name of the file of a `file`; null for every other subject. */
  file: z.string().nullable(),
  isEqual: z.boolean(),
  /**
   * What was spent, in kopiykas as decimal digits, by the grand total and by this subject. Null where
   * the subject has no such sum (codes, indicators, a table of activities).
   */
  expected: z.string().nullable(),
  found: z.string().nullable(),
  /** How many numbers were compared. */
  compared: z.number().int().nonnegative(),
  /** How many differ; the first of them are in `differences`. */
  differing: z.number().int().nonnegative(),
  differences: z.array(FootingDifference),
});
export type FootingCheck = z.infer<typeof FootingCheck>;

/** More say nothing more to who has to mend them. */
export const mostDifferences = 20;
