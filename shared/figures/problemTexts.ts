import type { FigureProblem } from './FigureValue.ts';

/** A problem that leaves nothing to print. */
export type PrintProblem = Exclude<FigureProblem, 'nothing-planned' | 'no-rows'>;

/**
 * What stands in the text where a figure cannot be printed. Text of the document, so Ukrainian alone;
 * what is said to the reader about it stands in the translations.
 */
export const problemTexts: Readonly<Record<PrintProblem, string>> = {
  unreadable: '[число не читається]',
  'direction-gone': '[немає напряму]',
  'organisation-gone': '[немає виконавця]',
  'indicator-gone': '[немає показника]',
  'noun-form-missing': '[немає форми слова]',
  'too-large': '[завелике число для запису словами]',
};
